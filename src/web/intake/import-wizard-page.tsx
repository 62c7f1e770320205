import { useState } from 'react';
import { z } from 'zod';
import { maxFileBytes, type Uploaded, uploaded, uploadPath } from '../../shared/imports.ts';
import { FileDrop } from '../parts/file-drop.tsx';
import { LinkTo } from '../parts/link.tsx';
import { LongWork } from '../parts/long-work.tsx';
import { Page } from '../parts/page.tsx';
import { Failed } from '../parts/states.tsx';
import { When } from '../parts/values.tsx';
import { upload } from '../platform/ask.ts';
import { useAddress } from '../platform/place.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { ImportPreview } from './import-preview.tsx';
import classes from './wizard.module.css';

const address = z.object({
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  name: z.string().optional(),
  source: z.uuid().optional(),
});
const endings = ['.csv', '.tsv', '.txt', '.gz'] as const;

/** From a file to customers: choose it, look at what it would become, try it, import it. */
export function ImportWizardPage() {
  const { t } = useWords();
  const [{ file, name, source }, setAddress] = useAddress(address);
  const [before, setBefore] = useState<Uploaded['imported_before']>([]);
  const took = (one: Uploaded) => {
    setBefore(one.imported_before);
    setAddress({ file: one.file, name: one.name });
  };
  const step = file === undefined ? 'file' : 'look';
  return (
    <Page
      title={t('importing.act')}
      sentence={t(`importing.step.${step}`)}
      above={<LinkTo to="/intake/imports">{t('importing.title')}</LinkTo>}
    >
      {file === undefined ? (
        <Choose onTaken={took} />
      ) : (
        <>
          <Chosen name={name ?? ''} other={() => setAddress({ file: undefined, name: undefined })} />
          <Before imports={before} />
          <ImportPreview
            key={file}
            file={file}
            name={name ?? t('importing.unnamed')}
            sourceId={source}
            known={before.length > 0}
          />
        </>
      )}
    </Page>
  );
}

function Choose({ onTaken }: { readonly onTaken: (one: Uploaded) => void }) {
  const { t } = useWords();
  const show = useShow();
  const [sending, setSending] = useState<{
    readonly name: string;
    readonly sent: number;
    readonly all: number;
    readonly stop: () => void;
  }>();
  const [failed, setFailed] = useState<unknown>();
  const send = async (file: File) => {
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    const told = (sent: number, all: number) => setSending({ name: file.name, sent, all, stop });
    setFailed(undefined);
    told(0, file.size);
    try {
      const path = `${uploadPath}?name=${encodeURIComponent(file.name.slice(-200))}`;
      const type = 'application/octet-stream';
      onTaken(await upload(path, file, uploaded, { onProgress: told, signal: stopping.signal, type }));
    } catch (error) {
      if (!stopping.signal.aborted) setFailed(error);
    } finally {
      setSending(undefined);
    }
  };
  return (
    <div className={classes.choose}>
      {sending ? (
        <div className={classes.sending}>
          <LongWork
            label={t('importing.sending', { name: sending.name, size: show.bytes(sending.all) })}
            done={sending.sent}
            all={sending.all}
            stop={sending.stop}
          />
        </div>
      ) : (
        <FileDrop endings={endings} most={maxFileBytes} onFile={(file) => void send(file)} />
      )}
      {failed === undefined ? null : <Failed error={failed} inline />}
      <p className={classes.hint}>{t('importing.hint')}</p>
    </div>
  );
}

function Chosen({ name, other }: { readonly name: string; readonly other: () => void }) {
  const { t } = useWords();
  return (
    <p className={classes.chosen}>
      <strong>{name}</strong>{' '}
      <button type="button" className={classes.plain} onClick={other}>
        {t('importing.otherFile')}
      </button>
    </p>
  );
}

function Before({ imports }: { readonly imports: Uploaded['imported_before'] }) {
  const { t } = useWords();
  if (imports.length === 0) return null;
  return (
    <div className={classes.before}>
      <strong>{t('importing.before')}</strong>
      <ul>
        {imports.slice(0, 3).map((one) => (
          <li key={one.import_id}>
            <LinkTo to={`/intake/imports/${one.import_id}`}>{one.name}</LinkTo> · <When at={one.made_at} />
          </li>
        ))}
      </ul>
    </div>
  );
}
