import { houseId } from '../../shared/staff.ts';
import { isKind, told, usualWay } from '../../shared/today.ts';
import type { Call } from '../platform/area.ts';
import { sha256 } from '../platform/ids.ts';
import { type Concern, listHearers } from './hearer-store.ts';
import { insertTellings, type Telling } from './telling-store.ts';

export type { Concern } from './hearer-store.ts';
export type { Telling } from './telling-store.ts';

/**
 * Tells people something, in the caller's transaction and one statement; at most 500 tellings a call. What was told
 * before (by its id) is not told again. Mail goes to those who want it at once, where mail is set up; pages hear of it.
 */
export async function tell(call: Call, tellings: readonly Telling[]): Promise<void> {
  const byId = new Map(tellings.map((telling) => [telling.tellingId, telling]));
  if (byId.size === 0) return;
  const rows = [...byId.values()].map((telling) => {
    const usual = isKind(telling.kind) ? usualWay(telling.kind) : { app: true, mail: 'now' as const };
    return { ...telling, usualApp: usual.app, usualMail: usual.mail };
  });
  const people = await insertTellings(call.tx, rows, call.house.mail.ready, call.now);
  if (people.length > 0) call.append(told, houseId, { person_ids: people });
}

/** The id of a telling: the same for the same parts, e.g. `tellingIdOf('promises.late', promiseId, personId)`. */
export function tellingIdOf(...parts: readonly [string, ...string[]]): string {
  const hex = sha256(parts.join('\n')).toString('hex');
  // A UUID of version 8 (RFC 9562, 5.8): made in our own way.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Who hears what concerns a person or a department: he himself; if he left (or has not come yet) his successor; else his
 * department's head, else everybody in it; else the administrators. Never nobody.
 */
export async function whoHears(call: Call, concern: Concern): Promise<string[]> {
  return (await whoHearEach(call, [concern]))[0] ?? [];
}

/** The same of many concerns at once, in their order. */
export async function whoHearEach(call: Call, concerns: readonly Concern[]): Promise<string[][]> {
  const heard = concerns.map((): string[] => []);
  if (concerns.length === 0) return heard;
  for (const { place, person_id } of await listHearers(call.tx, concerns)) heard[place]?.push(person_id);
  return heard;
}
