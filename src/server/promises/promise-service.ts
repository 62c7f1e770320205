import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/promises.ts';
import { membersHeld } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { finish, rememberOwn, requirePromise, requireSide, showOne, stepOf, toldBy } from './act-service.ts';
import { dueOf, zoneFor } from './due-service.ts';
import type { Entry } from './entry.ts';
import { settleFound } from './found-service.ts';
import { askingOf, type Keeping, keepingOf } from './keeper-service.ts';
import { emptyEntry, standing } from './ledger-rules.ts';
import { enter } from './ledger-service.ts';
import { findPlaceOfOuter } from './outer-store.ts';
import type { LedgerEvent } from './said-rules.ts';

/** An entry that nothing was told of yet, for a promise made by hand. */
function blank(call: Call, customerId: string, promiseId: string): Entry {
  const telling = {
    customerId,
    eventId: promiseId,
    at: call.now,
    heardAt: call.now,
    sourceId: promiseId,
    ref: promiseId,
  };
  return emptyEntry({ ...telling, by: call.actor.name, what: 'released' }, promiseId);
}

function keeperFields(keeping: Keeping) {
  return {
    keeper_person: keeping.keeper_person ?? undefined,
    keeper_department: keeping.keeper_department ?? undefined,
    keeper_partner_id: keeping.keeper_partner ?? undefined,
  };
}

/**
 * Gives the company's word, or writes down the customer's, and asks its keeper. Refuses `record.not-found`,
 * `promise.due-in-past`, `promise.keeper-unfit`, `promise.outer-unfit`.
 */
export async function make(call: Call, input: InputOf<typeof contract.make>): Promise<ReplyOf<typeof contract.make>> {
  const ids = await membersHeld(call, input.customer_id);
  const zone = await zoneFor(call, input.zone);
  const due = dueOf(call, input.due, zone);
  const ours = input.owed_by === 'company';
  const keeping = ours
    ? await keepingOf(call, input.keeper)
    : { keeper_person: null, keeper_department: null, keeper_partner: null };
  const outer = input.outer_id === undefined ? undefined : await findPlaceOfOuter(call.tx, ids.all, input.outer_id);
  if (input.outer_id !== undefined && outer === undefined) refuse('promise.outer-unfit');
  // An inner step stands with the customer of the promise that waits for it.
  const customerId = outer?.customer_id ?? input.customer_id;
  const promiseId = newId();
  const person = call.actor.kind === 'person' ? call.actor.id : undefined;
  const [event] = await rememberOwn(call, [
    {
      name: 'Promise Made',
      customerId,
      direction: outer !== undefined ? 'inside' : ours ? 'out' : 'in',
      channel: input.channel,
      words: input.words,
      language: input.language,
      touchpoint: input.touchpoint,
      agreementId: input.agreement_id,
      properties: {
        promise_id: promiseId,
        maker: input.owed_by,
        maker_person_id: person,
        maker_department: call.actor.departmentId,
        ...keeperFields(keeping),
        ...levelsOf(input.expected, input.due),
        due: input.due,
        zone,
        kind: input.kind,
        product: input.product,
        subject_number: input.subject,
        outer_promise_id: input.outer_id,
        visible: input.visible && outer === undefined,
      },
    },
  ]);
  const made = withKeeping(entryOf(call, customerId, promiseId, event), keeping);
  const asking = ours ? await askingOf(call, keeping, due.at) : {};
  await settleFound(call, made);
  return finish(call, undefined, { ...made, ...asking }, stepOf(call, made, 'made'));
}

function entryOf(call: Call, customerId: string, promiseId: string, event: LedgerEvent | undefined): Entry {
  if (event === undefined) throw new Error('nothing was remembered');
  return toldBy(blank(call, customerId, promiseId), event);
}

/** Where a person alone keeps, no department was told; nothing else may stand in for it. */
function withKeeping(entry: Entry, keeping: Keeping): Entry {
  return { ...entry, ...keeping };
}

function levelsOf(expected: InputOf<typeof contract.make>['expected'], due: string) {
  if (expected.unit === 'date') return { unit: 'date', better: 'earlier', adequate: due, desired: expected.desired };
  if (expected.unit === 'amount') {
    const { measure, better, adequate, desired } = expected;
    return { unit: measure, better, adequate, desired };
  }
  return { unit: expected.unit, better: 'more', adequate: expected.adequate, desired: expected.desired };
}

/**
 * Agrees another due with the customer. The old promise is replaced, or broken where it was due already; the new one is
 * asked of the same keeper, unless it is the date that he himself proposed.
 */
export async function renegotiate(
  call: Call,
  input: InputOf<typeof contract.renegotiate>,
): Promise<ReplyOf<typeof contract.renegotiate>> {
  const before = await requirePromise(call, input, ['open']);
  requireSide(call, before, 'maker', 'keeper');
  const due = dueOf(call, input.due, before.zone);
  const nextId = newId();
  const [changed, made] = await rememberOwn(call, [
    {
      name: 'Promise Renegotiated',
      customerId: before.customer_id,
      direction: 'out',
      channel: input.channel,
      words: input.words,
      properties: {
        promise_id: before.promise_id,
        replaced_by: nextId,
        due_from: before.due_local ?? before.due_at?.toISOString(),
        due_to: input.due,
        agreed_by_customer: true,
      },
    },
    {
      name: 'Promise Made',
      customerId: before.customer_id,
      direction: 'out',
      channel: input.channel,
      words: before.words ?? input.words,
      touchpoint: before.touchpoint ?? undefined,
      agreementId: before.agreement_id ?? undefined,
      properties: { promise_id: nextId, ...again(before), due: input.due, replaces: before.promise_id },
    },
  ]);
  if (changed === undefined) throw new Error('nothing was remembered');
  const old = toldBy(before, changed);
  const keeping = {
    keeper_person: before.keeper_person,
    keeper_department: before.keeper_department,
    keeper_partner: before.keeper_partner,
  };
  const next = withKeeping(entryOf(call, before.customer_id, nextId, made), keeping);
  const own =
    before.counter_local === input.due
      ? { acceptance: 'accepted' as const, answered_at: before.answered_at, answered_by: before.answered_by }
      : await askingOf(call, keeping, due.at);
  const fresh = { ...next, ...own, version: 1 };
  await enter(
    call,
    [
      { before, after: { ...old, version: before.version + 1 }, rung: before.rung },
      { before: undefined, after: fresh, rung: [] },
    ],
    {
      steps: [
        stepOf(call, before, 'renegotiated', { due: input.due, replaced_by: nextId, words: input.words }),
        stepOf(call, fresh, 'made', { replaces: before.promise_id }),
      ],
    },
  );
  return { before: await showOne(call, old), promise: await showOne(call, fresh) };
}

/** What a promise said, to be said again with another due. */
function again(entry: Entry) {
  const isDate = entry.unit === 'date';
  return {
    maker: entry.owed_by,
    maker_person_id: entry.maker_person ?? undefined,
    maker_department: entry.maker_department ?? undefined,
    keeper_person: entry.keeper_person ?? undefined,
    keeper_department: entry.keeper_department ?? undefined,
    keeper_partner_id: entry.keeper_partner ?? undefined,
    unit: entry.unit === 'amount' ? (entry.measure ?? 'amount') : entry.unit,
    better: entry.better,
    adequate: isDate ? undefined : (entry.adequate ?? undefined),
    desired: isDate ? undefined : (entry.desired ?? undefined),
    zone: entry.zone,
    kind: entry.kind,
    product: entry.product ?? undefined,
    subject_number: entry.subject ?? undefined,
    outer_promise_id: entry.outer_id ?? undefined,
    visible: entry.visible,
  };
}

/** What he expects though nobody promised it. */
export async function expect(
  call: Call,
  input: InputOf<typeof contract.expect>,
): Promise<ReplyOf<typeof contract.expect>> {
  await membersHeld(call, input.customer_id);
  const promiseId = newId();
  const zone = await zoneFor(call, undefined);
  if (input.due !== undefined) dueOf(call, input.due, zone);
  const [event] = await rememberOwn(call, [
    {
      name: 'Expectation Told',
      customerId: input.customer_id,
      direction: 'in',
      channel: input.channel,
      words: input.words,
      properties: {
        promise_id: promiseId,
        expectation_id: promiseId,
        level: input.level,
        scale: 7,
        source: input.from,
        kind: input.kind,
        due: input.due,
        zone,
      },
    },
  ]);
  const made = entryOf(call, input.customer_id, promiseId, event);
  return finish(call, undefined, made, stepOf(call, made, 'expected'));
}

/** Makes what was found in words a promise. Refuses `promise.no-due`, `promise.due-in-past`, `promise.keeper-unfit`. */
export async function confirm(
  call: Call,
  input: InputOf<typeof contract.confirm>,
): Promise<ReplyOf<typeof contract.confirm>> {
  const before = await requirePromise(call, input, ['found']);
  const local = input.due ?? before.due_local ?? undefined;
  if (local === undefined) refuse('promise.no-due');
  const due = dueOf(call, local, before.zone);
  const keeping = await keepingOf(call, input.keeper);
  const [event] = await rememberOwn(call, [
    {
      name: 'Promise Made',
      customerId: before.customer_id,
      direction: 'out',
      channel: before.channel,
      words: before.words ?? '',
      properties: {
        promise_id: before.promise_id,
        maker: 'company',
        maker_person_id: call.actor.kind === 'person' ? call.actor.id : undefined,
        maker_department: call.actor.departmentId,
        ...keeperFields(keeping),
        unit: 'date',
        due: local,
        zone: before.zone,
        kind: before.kind,
      },
    },
  ]);
  if (event === undefined) throw new Error('nothing was remembered');
  const made = withKeeping(toldBy({ ...before, made_at: null, made_event_id: null }, event), keeping);
  const asking = await askingOf(call, keeping, due.at);
  return finish(call, before, { ...made, ...asking }, stepOf(call, made, 'confirmed', { quote: before.words }));
}

/** Says that what was found is no promise, or that it may be one after all. */
export async function dismiss(
  call: Call,
  input: InputOf<typeof contract.dismiss>,
): Promise<ReplyOf<typeof contract.dismiss>> {
  const before = await requirePromise(call, input, input.undo ? ['dismissed'] : ['found']);
  const after = standing({ ...before, state: input.undo ? 'found' : 'dismissed' });
  return finish(call, before, after, stepOf(call, before, input.undo ? 'found' : 'dismissed'));
}
