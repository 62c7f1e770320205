import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Entry, Made, Telling } from './entry.ts';
import { emptyEntry, toldAnew, toldTo } from './ledger-rules.ts';
import { momentOf } from './said-rules.ts';

const zone = 'Europe/Madrid';
const hourMs = 3_600_000;
const begin = Date.parse('2027-03-01T09:00:00Z');

/** Event ids are in the order in which events happened. */
const idAt = (hour: number, more = 0) => `0199-${String(hour).padStart(6, '0')}-${more}`;

function told(hour: number, more = 0) {
  const at = new Date(begin + hour * hourMs);
  return { customerId: 'c', eventId: idAt(hour, more), at, heardAt: at, sourceId: 's', ref: 'P-1', by: 'crm' };
}

function day(text: string | undefined) {
  const moment = momentOf(text, zone);
  return moment === 'bad' ? undefined : moment;
}

function made(hour: number, due: string, more: Partial<Made> = {}): Telling {
  return {
    ...told(hour),
    what: 'made',
    origin: 'made',
    owed_by: 'company',
    maker_person: null,
    maker_department: 'marketing-sales',
    keeper_person: null,
    keeper_department: 'logistics',
    keeper_partner: null,
    kind: 'delivery',
    channel: 'phone',
    touchpoint: null,
    product: null,
    subject: null,
    agreement_id: null,
    conversation_id: null,
    outer_id: null,
    standing_id: null,
    standing_version: null,
    expected_from: null,
    words: 'On Friday.',
    language: 'en',
    unit: 'date',
    measure: null,
    better: 'earlier',
    adequate: null,
    desired: null,
    zone,
    visible: true,
    adequateOn: day(due),
    desiredOn: day('2027-03-04'),
    due: day(due),
    replacesRef: null,
    ...more,
  };
}

function result(hour: number, on: string, ticks: Entry['ticks'] = null, more = 0): Telling {
  const moment = day(on);
  if (moment === undefined) throw new Error(on);
  return { ...told(hour, more), what: 'result', alone: true, result: { on: moment, amount: null, words: null, ticks } };
}

const released = (hour: number): Telling => ({ ...told(hour), what: 'released' });
const changed = (hour: number, replacedBy: string | null): Telling => ({
  ...told(hour),
  what: 'renegotiated',
  replacedBy,
  agreed: true,
});
const felt = (hour: number, how: Entry['felt']): Telling => ({ ...told(hour), what: 'felt', felt: how });

const first = made(0, '2027-03-10');
const blank = emptyEntry(first, 'p');
const standsAfter = (tellings: readonly Telling[], from: Entry = blank) =>
  tellings.reduce((entry, telling) => toldTo(entry, telling, (ref) => `id of ${ref}`), from);
/** Without how often it was written, and when it was heard of. */
const essence = ({ version, heard_at, ...entry }: Entry) => entry;

describe('what was told of a promise is told in any order, and twice, and it is the same promise', () => {
  const all: readonly Telling[] = [
    first,
    made(5, '2027-03-20', { words: 'Another time.' }),
    result(100, '2027-03-05', { complete: true, in_spec: null }),
    result(120, '2027-03-06', { complete: false, on_time: true }),
    result(120, '2027-03-06', { colour: false, complete: true }, 1),
    released(90),
    released(200),
    changed(95, 'P-2'),
    changed(150, null),
    felt(300, 'better'),
    felt(310, null),
    felt(305, 'worse'),
  ];

  test('any of them, shuffled, each up to three times', () => {
    fc.assert(
      fc.property(
        fc.subarray([...all], { minLength: 1 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (some, again, keys) => {
          const inOrder = some.toSorted((a, b) => (a.eventId < b.eventId ? -1 : 1));
          const repeated = [...some, ...again.map((place) => some[place % some.length] ?? first)];
          const shuffled = repeated
            .map((telling) => ({ telling, key: keys.next().value }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ telling }) => telling);
          expect(essence(standsAfter(shuffled))).toEqual(essence(standsAfter(inOrder)));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('what says nothing new leaves the very same entry', () => {
    const entry = standsAfter(all);
    for (const telling of all) expect(toldTo(entry, telling, (ref) => `id of ${ref}`)).toBe(entry);
  });

  it('a result that was taken back is none; told again it is one', () => {
    const back: Telling = { ...told(130), what: 'withdrawn', resultEventId: idAt(120) };
    const entry = standsAfter([first, result(120, '2027-03-06', { complete: true }), back]);
    expect(entry).toMatchObject({ state: 'open', result_at: null, ticks: { complete: null }, settled_at: null });
    expect(toldTo(entry, back, String)).toBe(entry);
    expect(standsAfter([result(140, '2027-03-12')], entry)).toMatchObject({
      state: 'broken',
      ticks: { complete: null },
    });
  });
});

describe('the two halves of a promise', () => {
  it('come each alone: a result first is unexpected until its promise is told', () => {
    const alone = standsAfter([result(50, '2027-03-05')]);
    expect(alone).toMatchObject({ state: 'unexpected', made_at: null });
    expect(standsAfter([first], alone)).toMatchObject({ state: 'kept', settled_at: new Date(begin + 50 * hourMs) });
  });

  it('of two makings the first that happened stands, of two results the first, of two words of his the last', () => {
    const entry = standsAfter([made(5, '2027-03-20'), first, felt(9, 'worse'), felt(8, 'better')]);
    expect(entry).toMatchObject({ due_local: '2027-03-10', felt: 'worse' });
    expect(standsAfter([result(60, '2027-03-12'), result(50, '2027-03-05')], entry).state).toBe('kept');
  });

  it('a change that the customer did not agree to is no change', () => {
    const entry = standsAfter([first]);
    const alone: Telling = { ...told(3), what: 'renegotiated', replacedBy: 'P-2', agreed: false };
    expect(toldTo(entry, alone, String)).toBe(entry);
    expect(standsAfter([changed(3, 'P-2')], entry)).toMatchObject({ state: 'renegotiated', replaced_by: 'id of P-2' });
  });

  it('what was missing by any telling is missing, and one parcel more does not mend it', () => {
    const entry = standsAfter([
      first,
      result(60, '2027-03-05', { complete: false }),
      result(70, '2027-03-06', { complete: true }),
    ]);
    expect(entry).toMatchObject({ state: 'broken', ticks: { complete: false }, result_local: '2027-03-05' });
  });
});

describe('maker and keeper are apart', () => {
  it('told anew, a promise keeps what was done by hand: who keeps it, whether he accepted, why it broke', () => {
    const entry: Entry = {
      ...standsAfter([first, result(300, '2027-03-12')]),
      acceptance: 'accepted',
      keeper_person: 'paco',
      keeper_department: 'maintenance',
      reason: 'no-capacity',
    };
    const again = standsAfter([first, result(300, '2027-03-12')], toldAnew(entry, true));
    expect(essence(again)).toEqual(essence(entry));
  });

  it('a promise that nobody was asked to keep is its teller’s to say', () => {
    const again = standsAfter(
      [made(0, '2027-03-10', { keeper_department: 'quality' })],
      toldAnew(standsAfter([first]), true),
    );
    expect(again.keeper_department).toBe('quality');
  });

  it('what was only found in words is not told anew', () => {
    const found: Entry = { ...blank, state: 'found', words: 'We will call you.' };
    expect(toldAnew(found, true)).toBe(found);
    expect(toldAnew(found, false).state).toBe('unexpected');
  });
});
