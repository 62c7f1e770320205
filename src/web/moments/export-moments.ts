import type { ShownMoment } from '../../shared/moments-shown.ts';
import { handOver } from '../parts/hand-over.ts';
import { type Saying, signName } from './moment-words.ts';

/** Hands the moments that are shown over as a CSV file, made in the browser. */
export function exportMoments(moments: readonly ShownMoment[], { t, place, department, failing, by }: Saying): void {
  const head = [
    t('moments.list.column.customer'),
    t('moments.list.column.words'),
    t('moments.list.column.at'),
    t('moments.list.column.sign'),
    t('moments.list.column.source'),
    t('moments.list.column.failing'),
    t('moments.list.column.kind'),
    t('moments.page.touchpoint'),
    t('moments.list.column.channel'),
    t('moments.page.department'),
    t('moments.marks.people'),
    t('moments.marks.information'),
    t('moments.marks.process'),
    t('moments.marks.environment'),
    t('moments.marks.functional'),
    t('moments.marks.emotional'),
    'customer_id',
    'moment_id',
  ];
  const rows = moments.map((one) => [
    one.customer,
    one.words,
    one.at,
    t(`moments.sign.${signName(one.sign)}`),
    one.source === null ? null : t(`moments.source.${one.source}`),
    failing(one.failing),
    one.kind === null ? null : t(`moments.kind.${one.kind}`),
    place(one.touchpoint),
    by(one.channel),
    one.departments.map(department).join('; '),
    one.people,
    one.information,
    one.process,
    one.environment,
    one.functional,
    one.emotional,
    one.customer_id,
    one.moment_id,
  ]);
  handOver(head, rows);
}
