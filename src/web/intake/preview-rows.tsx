import { ScrollArea } from '@mantine/core';
import { useWords } from '../platform/words.ts';
import type { Preview } from './import-preview.tsx';
import { sayReason } from './reason-words.ts';
import classes from './wizard.module.css';

/** The first rows as they stand in the file; those that cannot be taken say why. */
export function PreviewRows({ preview }: { readonly preview: Preview }) {
  const { t } = useWords();
  const label = t('importing.rows');
  return (
    <ScrollArea.Autosize mah={320} type="auto" viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}>
      <table className={classes.rows} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('importing.lineHead')}</th>
            {preview.columns.map((column) => (
              <th key={column.name} scope="col">
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={row.row_no} data-bad={row.code !== null}>
              <th scope="row">
                {row.line_no}
                {row.code === null ? null : <small>{sayReason(t, row.code)}</small>}
              </th>
              {preview.columns.map((column, at) => (
                <td key={column.name}>{row.cells[at] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea.Autosize>
  );
}
