import { promiseRang } from '../../shared/promises.ts';
import type { Call } from '../platform/area.ts';
import type { Rung } from '../platform/database/timer-store.ts';
import { ringing } from './alarm-rules.ts';
import { calendarsFor } from './calendar-service.ts';
import { lockEntries } from './entry-store.ts';
import { enter } from './ledger-service.ts';
import { settingOf } from './setting-service.ts';
import { type AlarmRow, insertAlarms } from './side-store.ts';

/**
 * Rings the alarms of promises whose timers ran out: one row each, what awaits whom, and who is told, in the transaction
 * that takes the timers away. A promise that was settled meanwhile does not ring. By the database's clock.
 */
export async function ring(call: Call, rung: readonly Rung[]): Promise<void> {
  const entries = await lockEntries(
    call.tx,
    rung.map((one) => ({ customerId: one.customerId, promiseId: one.recordId })),
  );
  const { alarm_shares } = await settingOf(call);
  const calendars = await calendarsFor(call, entries);
  const now = rung.at(-1)?.now ?? call.now;
  const alarms: AlarmRow[] = [];
  const changes = entries.map((entry) => {
    const { due } = ringing(entry, alarm_shares, entry.rung, now, calendars(entry));
    const key = { customerId: entry.customer_id, promiseId: entry.promise_id };
    alarms.push(...due.map(({ kind, at }) => ({ ...key, kind, ringAt: at })));
    return { before: entry, after: entry, rung: [...entry.rung, ...due.map((alarm) => alarm.kind)] };
  });
  await insertAlarms(call.tx, alarms, now);
  await enter(call, changes, { rangAt: new Map(alarms.map((alarm) => [alarm.promiseId, alarm.ringAt])) });
  for (const alarm of alarms) {
    call.append(promiseRang, alarm.customerId, { promise_id: alarm.promiseId, kind: alarm.kind });
  }
}
