import { Modal, Switch } from '@mantine/core';
import { KeyHint } from '../parts/key-hint.tsx';
import { cell, useCell } from '../platform/cell.ts';
import { type KeyAct, keyCaps, liveKeys, useKeys } from '../platform/keys.ts';
import { useGo } from '../platform/place.ts';
import { usePreference } from '../platform/prefer.ts';
import { useWords } from '../platform/words.ts';
import classes from './keys-sheet.module.css';
import { openPalette } from './palette-store.ts';

/** Whether the sheet of keys is open. */
export const keysSheet = cell(false);

/** The keys that work everywhere, and the sheet that lists every key that works now. */
export function KeysSheet() {
  const { t } = useWords();
  const go = useGo();
  const open = useCell(keysSheet);
  const all = useCell(liveKeys);
  const [single, setSingle] = usePreference('keys');
  useKeys([
    { keys: 'mod+k', label: t('shell.keys.palette'), everywhere: true, run: openPalette },
    { keys: '/', label: t('shell.keys.search'), everywhere: true, run: search },
    { keys: 'g t', label: t('shell.keys.home'), everywhere: true, run: () => go('/') },
    { keys: '?', label: t('shell.keys.sheet'), everywhere: true, run: () => keysSheet.set(true) },
  ]);
  const here = unique(all.filter((act) => act.everywhere !== true));
  return (
    <Modal
      opened={open}
      onClose={() => keysSheet.set(false)}
      title={t('shell.keys.title')}
      closeButtonProps={{ 'aria-label': t('parts.act.close') }}
    >
      <p className={classes.sentence}>{t('shell.keys.sentence')}</p>
      {here.length > 0 ? <Group title={t('shell.keys.here')} acts={here} /> : null}
      <Group title={t('shell.keys.everywhere')} acts={unique(all.filter((act) => act.everywhere === true))} />
      <Switch
        mt="lg"
        label={t('shell.keys.single')}
        description={t('shell.keys.singleHelp')}
        checked={single === 'on'}
        onChange={(event) => setSingle(event.currentTarget.checked ? 'on' : 'off')}
      />
    </Modal>
  );
}

function Group({ title, acts }: { readonly title: string; readonly acts: readonly KeyAct[] }) {
  return (
    <section>
      <h3 className={classes.group}>{title}</h3>
      <dl className={classes.list}>
        {acts.map((act) => (
          <div key={act.keys} className={classes.line}>
            <dt>{act.label}</dt>
            <dd>
              <span className={classes.said}>{keyCaps(act.keys).join(' ')}</span>
              <KeyHint keys={act.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A page's own search field if it has one (`data-search`), else the palette. */
function search(): void {
  const field = document.querySelector('main [data-search]');
  if (field instanceof HTMLElement) field.focus();
  else openPalette();
}

function unique(acts: readonly KeyAct[]): readonly KeyAct[] {
  return [...new Map(acts.map((act) => [act.keys, act])).values()];
}
