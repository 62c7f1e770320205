import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import * as today from '../../shared/today.ts';
import type { Call } from '../platform/area.ts';
import { instantOf } from '../platform/clock.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { secretOf } from '../platform/secret.ts';
import { requirePerson } from './list-service.ts';
import { nameSlots } from './name-service.ts';
import { countUnseen, listPreferences, listTellings, savePreferences, saveSeen } from './seen-store.ts';

const list = 'today.tellings';

/** What I was told. */
export async function tellings(
  call: Call,
  input: InputOf<typeof today.tellings>,
): Promise<ReplyOf<typeof today.tellings>> {
  const me = requirePerson(call);
  const secret = secretOf(call.house.config);
  const [at, tellingId] = input.cursor === undefined ? [] : openCursor(list, input.cursor, secret);
  const after = at === undefined || tellingId === undefined ? undefined : { at: instantOf(at), tellingId };
  const rows = await listTellings(call.tx, me, after, input.limit + 1);
  const shown = rows.slice(0, input.limit);
  call.use(shown.flatMap((row) => row.customer_id ?? []));
  const slots = await nameSlots(call.tx, shown);
  const last = shown.at(-1);
  return {
    tellings: shown.map((row, place) => ({
      ...row,
      slots: slots[place] ?? {},
      at: row.at.toISOString(),
    })),
    next:
      last !== undefined && rows.length > shown.length
        ? sealCursor(list, [last.at.toISOString(), last.telling_id], secret)
        : null,
    unseen: await countUnseen(call.tx, me),
  };
}

/** How much I have not seen. */
export async function unseen(call: Call): Promise<ReplyOf<typeof today.unseen>> {
  return { unseen: await countUnseen(call.tx, requirePerson(call)) };
}

/** Marks tellings as seen. */
export async function see(call: Call, input: InputOf<typeof today.see>): Promise<ReplyOf<typeof today.see>> {
  const me = requirePerson(call);
  const which = 'telling_id' in input ? { tellingId: input.telling_id } : { until: instantOf(input.until) };
  await saveSeen(call.tx, me, which, call.now);
  return { unseen: await countUnseen(call.tx, me) };
}

/** How I am told of each kind. */
export async function preferences(call: Call): Promise<ReplyOf<typeof today.preferences>> {
  const own = new Map((await listPreferences(call.tx, requirePerson(call))).map((row) => [row.kind, row]));
  return {
    preferences: Object.entries(today.kinds).map(([kind, itsClass]) => {
      const usual = today.isKind(kind) ? today.usualWay(kind) : { app: true, mail: 'now' as const };
      const { app, mail } = own.get(kind) ?? usual;
      return { kind, class: itsClass, app, mail };
    }),
    mail: call.house.mail.ready,
  };
}

/** Changes how I am told. */
export async function prefer(call: Call, input: InputOf<typeof today.prefer>): Promise<Record<string, never>> {
  const byKind = new Map(input.preferences.map((one) => [one.kind, one]));
  await savePreferences(call.tx, requirePerson(call), [...byKind.values()]);
  return {};
}
