import type { AskOf } from '../../shared/contract.ts';
import { channels } from '../../shared/memory.ts';
import type { expect, make } from '../../shared/promises.ts';
import { expectedFrom, type Keeper, type Party, type units } from '../../shared/promises-shown.ts';
import type { Making, Side } from './making.ts';

/** A promise while it is being written down; every field as it stands in the form. */
export interface Draft {
  readonly customer: { readonly id: string; readonly name: string | null } | undefined;
  readonly side: Side;
  readonly words: string;
  readonly day: string;
  readonly time: string;
  /** `person:id`, `department:id` or `partner:id`. */
  readonly keeper: string;
  readonly kind: string;
  readonly unit: (typeof units)[number];
  readonly measure: string;
  readonly better: 'more' | 'less';
  readonly adequate: string;
  readonly desired: string;
  readonly channel: (typeof channels)[number];
  readonly visible: boolean;
  readonly from: (typeof expectedFrom)[number];
}

/** What stands in the form at first. */
export function draftOf(start: Making, personId: string): Draft {
  return {
    customer: start.customer,
    side: start.side ?? 'company',
    words: start.words ?? '',
    ...splitDue(start.due ?? ''),
    keeper: `person:${personId}`,
    kind: 'other',
    unit: 'date',
    measure: '',
    better: 'more',
    adequate: start.side === 'expectation' ? '5' : '',
    desired: '',
    channel: channels.find((one) => one === start.channel) ?? 'phone',
    visible: start.outer === undefined,
    from: 'past',
  };
}

/** A due as a day and a time, for two fields. */
export function splitDue(due: string): { readonly day: string; readonly time: string } {
  return { day: due.slice(0, 10), time: due.slice(11, 16) };
}

/** A day and a time as one due; empty where no day is chosen. */
export function dueOf(day: string, time: string): string {
  return day === '' || time === '' ? day : `${day}T${time}`;
}

/** A party as the value of a choice; undefined for one known by name alone. */
export function choiceOf(party: Party): string | undefined {
  return party.id === null || party.kind === 'told' ? undefined : `${party.kind}:${party.id}`;
}

/** The keeper that a choice names. */
export function keeperOf(choice: string): Keeper | undefined {
  const [kind, id] = choice.split(':');
  if (id === undefined) return undefined;
  if (kind === 'person') return { person_id: id };
  if (kind === 'department') return { department_id: id };
  return kind === 'partner' ? { partner_id: id } : undefined;
}

/** Numbers as people type them: a comma is a point, spaces are nothing. */
export function numberText(typed: string): string {
  return typed.replaceAll(/[\s\u00a0]/g, '').replace(',', '.');
}

type Expected = NonNullable<AskOf<typeof make>['expected']>;

function expectedIn(draft: Draft): Expected {
  const { unit, measure, better } = draft;
  const desired = draft.desired.trim();
  if (unit === 'date') return { unit, ...(desired === '' ? {} : { desired }) };
  if (unit === 'amount') {
    const wanted = desired === '' ? {} : { desired: numberText(desired) };
    return { unit, measure, better, adequate: numberText(draft.adequate), ...wanted };
  }
  return { unit, adequate: Number(draft.adequate), ...(desired === '' ? {} : { desired: Number(desired) }) };
}

/** What `promises.make` is asked for a draft. */
export function makeInput(draft: Draft, customerId: string, outerId: string | undefined): AskOf<typeof make> {
  const keeper = draft.side === 'company' ? keeperOf(draft.keeper) : undefined;
  return {
    customer_id: customerId,
    words: draft.words.trim(),
    due: dueOf(draft.day, draft.time),
    kind: draft.kind.trim() || 'other',
    owed_by: draft.side === 'customer' ? 'customer' : 'company',
    expected: expectedIn(draft),
    channel: draft.channel,
    visible: draft.visible,
    ...(keeper === undefined ? {} : { keeper }),
    ...(outerId === undefined ? {} : { outer_id: outerId }),
  };
}

/** What `promises.expect` is asked for a draft. */
export function expectInput(draft: Draft, customerId: string): AskOf<typeof expect> {
  const due = dueOf(draft.day, draft.time);
  return {
    customer_id: customerId,
    words: draft.words.trim(),
    level: Number(draft.adequate),
    from: expectedFrom.find((one) => one === draft.from) ?? 'other',
    kind: draft.kind.trim() || 'other',
    channel: draft.channel,
    ...(due === '' ? {} : { due }),
  };
}
