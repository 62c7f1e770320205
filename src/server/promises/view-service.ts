import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/promises-views.ts';
import { type Language, language as languages } from '../../shared/scalars.ts';
import { members } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { refuse } from '../platform/refuse.ts';
import { secretOf } from '../platform/secret.ts';
import { sidesOf } from './act-service.ts';
import type { Entry } from './entry.ts';
import { listAlarms, listInner, listSteps } from './history-store.ts';
import { shown } from './shown.ts';
import { listNamed, listOfCustomer, listPromises } from './view-store.ts';

function languageOf(call: Call): Language {
  return languages.catch('en').parse(call.actor.language);
}

/** One promise with its history. Refuses `record.not-found`. */
export async function show(call: Call, input: InputOf<typeof contract.show>): Promise<ReplyOf<typeof contract.show>> {
  const ids = await members(call, input.customer_id);
  const keys = ids.all.map((customerId) => ({ customerId, promiseId: input.promise_id }));
  const [entry] = await listNamed(call.tx, keys, languageOf(call));
  if (entry === undefined) refuse('record.not-found');
  const key = { customerId: entry.customer_id, promiseId: entry.promise_id };
  const inner = await listNamed(call.tx, await listInner(call.tx, key), languageOf(call));
  const [outer] =
    entry.outer_id === null ? [] : await listNamed(call.tx, [{ ...key, promiseId: entry.outer_id }], languageOf(call));
  return {
    promise: shown(entry, call.now),
    steps: await listSteps(call.tx, key),
    alarms: await listAlarms(call.tx, key),
    inner: inner.map((one) => shown(one, call.now)),
    outer: outer === undefined ? null : shown(outer, call.now),
    may: mayOf(call, entry),
  };
}

const slipMs = 600_000;

type May = ReplyOf<typeof contract.show>['may'];

function mayOf(call: Call, entry: Entry): May {
  if (!call.actor.rights.has('promises.make')) return [];
  const sides = sidesOf(call, entry);
  if (entry.state === 'open') return openMay(entry, sides);
  return settledMay(call, entry, sides.keeper || sides.maker || entry.origin === 'expectation');
}

function openMay(entry: Entry, { keeper, maker }: ReturnType<typeof sidesOf>): May {
  // Nobody gave his word: whoever heard what came of it writes it down, and there is nothing to agree anew or to release.
  if (entry.origin === 'expectation') return ['settle'];
  const ours = entry.owed_by === 'company';
  const may: May = keeper && ours && entry.acceptance !== 'unasked' ? ['accept'] : [];
  if (keeper || maker) may.push('settle', 'renegotiate', 'reassign');
  return ours ? [...may, 'release'] : may;
}

function settledMay(call: Call, entry: Entry, isOurs: boolean): May {
  if (!isOurs) return [];
  const may: May = entry.state === 'broken' && entry.origin !== 'expectation' ? ['explain'] : [];
  if (entry.result_event_id === null || !['kept', 'exceeded', 'broken'].includes(entry.state)) return may;
  const own = entry.settled_by === call.actor.name;
  if (!own) return [...may, 'correct'];
  const fresh = (entry.settled_at?.getTime() ?? 0) > call.now.getTime() - slipMs;
  return fresh ? [...may, 'unsettle'] : may;
}

/** What stands between a customer and us. Refuses `record.not-found`, `request.bad-cursor`. */
export async function ofCustomer(
  call: Call,
  input: InputOf<typeof contract.ofCustomer>,
): Promise<ReplyOf<typeof contract.ofCustomer>> {
  const ids = await members(call, input.customer_id);
  const secret = secretOf(call.house.config);
  const offset =
    input.cursor === undefined ? 0 : Number(openCursor('promises.of-customer', input.cursor, secret)[0] ?? 0);
  const page = { offset, limit: input.limit + 1 };
  const rows = await listOfCustomer(call.tx, ids.all, languageOf(call), page);
  const more = rows.length > input.limit;
  return {
    promises: rows.slice(0, input.limit).map((row) => shown(row, call.now)),
    next: more ? sealCursor('promises.of-customer', [String(offset + input.limit)], secret) : null,
  };
}

/** A page of promises. Refuses `request.bad-cursor`. */
export async function list(call: Call, input: InputOf<typeof contract.list>): Promise<ReplyOf<typeof contract.list>> {
  const { cursor, limit, mine, ...filter } = input;
  const secret = secretOf(call.house.config);
  const [at, promiseId] = cursor === undefined ? [] : openCursor(`promises.list.${input.which}`, cursor, secret);
  const own =
    mine === true && call.actor.id !== undefined
      ? { personId: call.actor.id, departmentId: call.actor.departmentId }
      : undefined;
  const rows = await listPromises(call.tx, { ...filter, mine: own }, languageOf(call), {
    after: at === undefined || promiseId === undefined ? undefined : { at, promiseId },
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  call.use([...new Set(page.map((row) => row.customer_id))]);
  const last = page.at(-1);
  const next =
    rows.length > limit && last !== undefined
      ? sealCursor(`promises.list.${input.which}`, [last.place_at, last.promise_id], secret)
      : null;
  return { promises: page.map((row) => shown(row, call.now)), next };
}
