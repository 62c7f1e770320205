import type { ShownPromise } from '../../shared/promises-shown.ts';
import { handOver } from '../parts/hand-over.ts';
import type { Say } from '../platform/words.ts';
import { sayKind } from './promise-words.ts';
import { standingOf } from './state-mark.tsx';

/** Hands the promises that are shown over as a CSV file, made in the browser. */
export function exportPromises(promises: readonly ShownPromise[], t: Say): void {
  const head = [
    t('promises.export.customer'),
    t('promises.export.words'),
    t('promises.make.kind'),
    t('promises.export.standing'),
    t('promises.export.maker'),
    t('promises.make.keeper'),
    t('promises.export.made'),
    t('promises.export.due'),
    t('promises.level.adequate'),
    t('promises.level.desired'),
    t('promises.level.result'),
    t('promises.make.unit'),
    t('promises.level.reason'),
    t('promises.felt.title'),
    'customer_id',
    'promise_id',
  ];
  const rows = promises.map((one) => [
    one.customer,
    one.words,
    sayKind(t, one.kind),
    t(`promises.standing.${standingOf(one)}`),
    one.maker?.name ?? null,
    one.keeper?.name ?? null,
    one.made_at,
    one.due_local ?? one.due_at,
    one.adequate,
    one.desired,
    one.result,
    one.measure ?? t(`promises.unit.${one.unit}`),
    one.reason === null ? null : t(`promises.reason.${one.reason}`),
    one.felt === null ? null : t(`promises.felt.${one.felt}`),
    one.customer_id,
    one.promise_id,
  ]);
  handOver(head, rows);
}
