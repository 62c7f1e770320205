import type { ReplyOf } from '../../shared/contract.ts';
import { importErrors } from '../../shared/imports.ts';
import { List } from '../parts/list.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Failed } from '../parts/states.tsx';
import { useAskPages } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { sayReason } from './reason-words.ts';

type BadRow = ReplyOf<typeof importErrors>['errors'][number];

/** Rows that were not taken, or were read otherwise, by their line in the file. */
export function ImportErrors({ importId, warnings }: { readonly importId: string; readonly warnings: boolean }) {
  const { t } = useWords();
  const level = warnings ? ('true' as const) : ('false' as const);
  const asked = useAskPages(
    importErrors,
    (cursor) => ({
      import_id: importId,
      warnings: level,
      after: cursor === undefined ? 0 : Number(cursor),
      limit: 50,
    }),
    (reply) => (reply.next === null ? undefined : String(reply.next)),
  );
  const rows = asked.data?.pages.flatMap((page) => page.errors);
  if (rows === undefined) {
    return asked.error ? <Failed error={asked.error} retry={() => void asked.refetch()} /> : <ListSkeleton rows={3} />;
  }
  return (
    <List
      label={t('importing.badRows')}
      items={rows}
      keyOf={(row) => `${row.row_no}${row.level}${row.code}${row.detail}`}
      row={(row) => <Line row={row} />}
      more={{ has: asked.hasNextPage, busy: asked.isFetchingNextPage, load: () => void asked.fetchNextPage() }}
    />
  );
}

function Line({ row }: { readonly row: BadRow }) {
  const { t } = useWords();
  return (
    <RowLine
      name={
        <>
          {sayReason(t, row.code)} {row.detail === '' ? null : <code>{row.detail}</code>}
        </>
      }
      detail={row.cells.join(' · ').slice(0, 240)}
      end={t('importing.line', { line: row.line_no })}
    />
  );
}
