import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AskOf, ReplyOf } from '../../shared/contract.ts';
import { listImports, previewImport, startImport } from '../../shared/imports.ts';
import { sources } from '../../shared/intake.ts';
import { Section } from '../parts/page.tsx';
import { Answer, Failed } from '../parts/states.tsx';
import { useGo } from '../platform/place.ts';
import { useShow } from '../platform/show.ts';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { MappingColumns } from './mapping-columns.tsx';
import { MappingText } from './mapping-text.tsx';
import { PreviewEvents } from './preview-events.tsx';
import { PreviewRows } from './preview-rows.tsx';
import { ReadAs } from './read-as.tsx';
import classes from './wizard.module.css';

export type Preview = ReplyOf<typeof previewImport>;
type Ask = AskOf<typeof previewImport>;
export type Read = NonNullable<Ask['read']>;
export type Roles = NonNullable<Ask['roles']>;

export interface ImportPreviewProps {
  readonly file: string;
  readonly name: string;
  readonly sourceId: string | undefined;
  /** The same bytes were imported before. */
  readonly known: boolean;
}

/** What a file would become, and every way to correct that before anything is written. */
export function ImportPreview({ file, name, sourceId, known }: ImportPreviewProps) {
  const { t } = useWords();
  const [read, setRead] = useState<Read>({});
  const [roles, setRoles] = useState<Roles>({});
  const [yaml, setYaml] = useState<string>();
  const asked = useAsk(previewImport, yaml === undefined ? { file, read, roles } : { file, mapping: yaml }, {
    keep: true,
  });
  const refused = asked.isError && asked.data !== undefined;
  return (
    <Answer of={asked}>
      {(preview) => (
        <div aria-busy={asked.isFetching}>
          <ReadAs
            preview={preview}
            byHand={yaml !== undefined}
            onChange={(change) => {
              setRead({ ...read, ...change });
              if (change.encoding !== undefined || change.delimiter !== undefined) setRoles({});
            }}
          />
          <Section title={t('importing.columns')} sentence={t('importing.columnsSentence')}>
            <MappingColumns
              columns={preview.columns}
              byHand={yaml !== undefined}
              onChange={(column, role) => setRoles({ ...roles, [column]: role })}
            />
          </Section>
          <Section title={t('importing.becomes')} sentence={t('importing.becomesSentence')}>
            <PreviewEvents preview={preview} />
          </Section>
          <Section title={t('importing.rows')} sentence={<RowsSentence preview={preview} />}>
            <PreviewRows preview={preview} />
          </Section>
          <Section title={t('importing.mapping')} sentence={t('importing.mappingSentence')}>
            <MappingText yaml={preview.yaml} {...(yaml === undefined ? {} : { byHand: yaml })} onChange={setYaml} />
          </Section>
          {refused ? <Failed error={asked.error} inline /> : null}
          <Start file={file} name={name} sourceId={sourceId} known={known} yaml={preview.yaml} ready={!refused} />
        </div>
      )}
    </Answer>
  );
}

function RowsSentence({ preview }: { readonly preview: Preview }) {
  const { t } = useWords();
  const show = useShow();
  const bad = preview.rows.filter((row) => row.code !== null).length;
  const about = t('importing.aboutRows', { count: preview.about_rows, looked: show.number(preview.looked_at) });
  return bad === 0 ? about : `${about} ${t('importing.badSeen', { count: bad })}`;
}

interface StartProps extends ImportPreviewProps {
  readonly yaml: string;
  readonly ready: boolean;
}

function Start({ file, name: given, sourceId, known, yaml, ready }: StartProps) {
  const { t } = useWords();
  const go = useGo();
  const all = useAsk(sources, {});
  const files = (all.data?.sources ?? []).filter((one) => one.kind === 'file' && one.closed_at === null);
  const [name, setName] = useState(given.replace(/\.(csv|tsv|txt)?(\.gz)?$/i, ''));
  const [source, setSource] = useState<string | null>(sourceId ?? null);
  const starting = useTell(startImport, {
    refresh: [listImports, sources],
    done: (reply) => go(`/intake/imports/${reply.import_id}`),
  });
  const start = (dry: boolean) =>
    starting.mutate({
      file,
      name: name.trim() === '' ? given : name,
      mapping: yaml,
      dry,
      again: known || starting.error?.code === 'import.same-file',
      ...(source === null ? {} : { source_id: source }),
    });
  return (
    <section className={classes.start} aria-label={t('importing.begin')}>
      <div className={classes.startFields}>
        <TextInput
          label={t('importing.name')}
          description={t('importing.nameHelp')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('intake.source.one')}
          description={t('importing.sourceHelp')}
          placeholder={t('importing.newSource')}
          data={files.map((one) => ({ value: one.source_id, label: one.name }))}
          clearable
          value={source}
          onChange={setSource}
        />
      </div>
      {starting.isError ? <Failed error={starting.error} inline /> : null}
      <div className={classes.startActs}>
        <Button variant="default" disabled={!ready} loading={starting.isPending} onClick={() => start(true)}>
          {t('importing.dryAct')}
        </Button>
        <Button disabled={!ready} loading={starting.isPending} onClick={() => start(false)}>
          {known || starting.error?.code === 'import.same-file' ? t('importing.startAgain') : t('importing.start')}
        </Button>
      </div>
    </section>
  );
}
