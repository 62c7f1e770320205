import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { find } from '../../src/shared/customers.ts';
import { merge, unmerge } from '../../src/shared/customers-merges.ts';
import { account, ofCustomer } from '../../src/shared/moments.ts';
import { openSegmentDoor, type SegmentDoor } from '../support/segment.ts';

// A single negative circumstance requires approximately five positive ones, and with a single negative it is erased.

let door: SegmentDoor;

beforeAll(async () => {
  door = await openSegmentDoor();
});
afterAll(async () => door?.house.close());

/** A rating as it is told: of which contact, when it was, by whom, how good. */
interface Rating {
  readonly contact: number;
  readonly day: number;
  readonly by: 'customer' | 'employee';
  readonly mark: number;
  readonly grave: boolean;
  /** It puts an earlier rating right. */
  readonly corrects?: number;
}

/** The account by the article’s words alone, over the contacts in the order of their days. */
function expected(told: readonly Rating[]): number {
  const standing = told.filter((_one, place) => !told.some((other) => other.corrects === place));
  const contacts = [...Map.groupBy(standing, (one) => one.contact).values()].map((own) => {
    const his = own.filter((one) => one.by === 'customer');
    const best = his.length > 0 ? his : own;
    // His last word serves; ratings of one contact are told a minute apart.
    const last = best.reduce((a, b) => (b.day * 10_000 + told.indexOf(b) > a.day * 10_000 + told.indexOf(a) ? b : a));
    const first = Math.min(...own.map((one) => one.day * 10_000 + told.indexOf(one)));
    const grave = own.some((one) => one.grave && one.mark <= 2);
    return { first, last, his: his.length > 0, grave };
  });
  let balance = 0;
  for (const { last, his, grave } of contacts.toSorted((a, b) => a.first - b.first)) {
    if (last.mark <= 2) balance = Math.min(balance, 0) - (grave ? 10 : 5);
    else if (last.mark >= 4 && his) balance += 1;
  }
  return balance;
}

/** The ratings as messages of a user (or of two, by turns), in the order in which they were written. */
function messagesOf(told: readonly Rating[], of: (place: number) => string, run: string) {
  return told.map((one, place) => ({
    type: 'track',
    event: 'Moment Rated',
    userId: of(place),
    messageId: `${run} ${place}`,
    // Every rating has its own minute.
    timestamp: new Date(Date.parse('2026-01-01T08:00:00Z') + one.day * 86_400_000 + place * 60_000).toISOString(),
    properties: {
      by: one.by,
      emotional: one.mark,
      conversation_id: `${run} contact ${one.contact}`,
      ...(one.grave ? { severity: 2 } : {}),
      ...(one.corrects === undefined ? {} : { corrects: `${run} ${one.corrects}` }),
    },
  }));
}

async function send(batch: readonly object[]): Promise<void> {
  if (batch.length === 0) return;
  const came = await door.post('/v1/batch', { batch });
  expect(came.body).toMatchObject({ remembered: batch.length });
}

async function customerOf(user: string): Promise<string> {
  const { customers } = await door.house.ask(find, { q: user }, door.house.administrator);
  return customers[0]?.customer_id ?? '';
}

async function accountOf(user: string) {
  return door.house.ask(account, { customer_id: await customerOf(user) }, door.house.administrator);
}

const rating = fc.record({
  contact: fc.integer({ min: 0, max: 9 }),
  day: fc.integer({ min: 0, max: 20 }),
  by: fc.constantFrom('customer' as const, 'customer' as const, 'employee' as const),
  mark: fc.integer({ min: 1, max: 5 }),
  grave: fc.boolean().map((yes) => yes),
});
const stories = fc
  .array(rating, { minLength: 1, maxLength: 16 })
  .chain((told) =>
    fc.record({
      told: fc.constant(told),
      // Each rating may put an earlier one of the same customer right.
      right: fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: told.length, maxLength: told.length }),
      keys: fc.array(fc.nat(1_000_000), { minLength: told.length, maxLength: told.length }),
      sides: fc.array(fc.boolean(), { minLength: told.length, maxLength: told.length }),
    }),
  )
  .map(({ told, right, keys, sides }) => ({
    keys,
    sides,
    told: told.map((one, place): Rating => {
      const [seed, yes] = right[place] ?? [0, false];
      return yes && place > 0 && seed % 4 === 0 ? { ...one, corrects: seed % place } : one;
    }),
  }));

/** A story told three times: as it happened, in another order and in two pieces, and for two records of one person. */
interface Story {
  readonly run: string;
  readonly told: readonly Rating[];
  readonly keys: readonly number[];
  readonly sides: readonly boolean[];
}

/** What puts another right must find it: it is told after it; all else in any order. */
function mixed({ run, told, keys }: Story): object[] {
  return messagesOf(told, () => `mixed-${run}`, `${run}b`)
    .map((message, place) => {
      const late = told[place]?.corrects === undefined ? 0 : 2_000_000 * (place + 1);
      return { message, key: late + (keys[place] ?? 0) };
    })
    .toSorted((a, b) => a.key - b.key)
    .map(({ message }) => message);
}

/** For one of two records each; a correction goes to the record of what it puts right. */
function halves({ run, told, sides }: Story): object[] {
  const sideOf = (place: number): string => {
    const of = told[place]?.corrects;
    if (of !== undefined) return sideOf(of);
    return `${sides[place] === true ? 'two' : 'one'}-${run}`;
  };
  const known = ['one', 'two'].map((side) => ({
    type: 'identify',
    userId: `${side}-${run}`,
    messageId: `${run} ${side}`,
    timestamp: '2025-12-01T00:00:00Z',
    traits: {},
  }));
  return [...known, ...messagesOf(told, sideOf, `${run}c`)];
}

/** Two records that were joined, and what each owed apart. */
interface Joined {
  readonly link_id: string;
  readonly ids: readonly string[];
  readonly apart: readonly number[];
}

/** Checks a story told straight and mixed, and joins the two records of the third telling. */
async function checkedAndJoined({ run, told }: Story): Promise<Joined> {
  const balance = expected(told);
  expect((await accountOf(`straight-${run}`)).balance, JSON.stringify(told)).toBe(balance);
  expect((await accountOf(`mixed-${run}`)).balance, JSON.stringify(told)).toBe(balance);
  const [one, two] = [await customerOf(`one-${run}`), await customerOf(`two-${run}`)];
  const apart = [(await accountOf(`one-${run}`)).balance, (await accountOf(`two-${run}`)).balance];
  const pair = { from_id: one, to_id: two, evidence: 'same person', reason: 'test' };
  const { link_id } = await door.house.ask(merge, pair, door.house.administrator);
  return { link_id, ids: [one, two], apart };
}

describe('the account of five to one', () => {
  it('in order, shuffled, late, corrected and over merges it is the same, as the article says', {
    timeout: 60_000,
  }, async () => {
    const { house } = door;
    // Corpora are drawn at random; a failure prints the story that shows it.
    const drawn = fc.sample(stories, 24).map((story, place): Story => ({ ...story, run: `r${place}` }));
    for (const story of drawn) await send(messagesOf(story.told, () => `straight-${story.run}`, `${story.run}a`));
    const pieces = drawn.map((story) => mixed(story));
    for (const piece of pieces) await send(piece.slice(0, Math.floor(piece.length / 2)));
    await house.kept.delivery.settled();
    for (const piece of pieces) await send(piece.slice(Math.floor(piece.length / 2)));
    for (const story of drawn) await send(halves(story));
    await house.kept.delivery.settled();
    const links = new Map<string, Joined>();
    for (const story of drawn) links.set(story.run, await checkedAndJoined(story));
    await house.kept.delivery.settled();
    for (const { run, told } of drawn) {
      const [together, other] = [await accountOf(`two-${run}`), await accountOf(`mixed-${run}`)];
      expect(together.balance, JSON.stringify(told)).toBe(expected(told));
      expect(together.strip.map((dot) => [dot.at, dot.sign, dot.balance])).toEqual(
        other.strip.map((dot) => [dot.at, dot.sign, dot.balance]),
      );
      const { link_id, ids } = links.get(run) ?? { link_id: '', ids: [] };
      await house.ask(unmerge, { customer_id: ids[1] ?? '', link_id, reason: 'test' }, house.administrator);
    }
    await house.kept.delivery.settled();
    for (const { ids, apart } of links.values()) {
      const again = await Promise.all(
        ids.map((customer_id) => house.ask(account, { customer_id }, house.administrator)),
      );
      expect(again.map((one) => one.balance)).toEqual(apart);
    }
  });

  it('shows the moments that made it, each with the balance after it', async () => {
    const told = [5, 4, 1, 5, 5, 3, 5].map(
      (mark, contact): Rating => ({ contact, day: contact, by: 'customer', mark, grave: false }),
    );
    await send(messagesOf(told, () => 'told-in-order', 'shown'));
    await door.house.kept.delivery.settled();
    const own = await accountOf('told-in-order');
    expect(own).toMatchObject({ balance: -2, owed: 2, credit: 0, positive: 5, indifferent: 1, negative: 1, five: 5 });
    expect(own.strip.map((dot) => dot.balance)).toEqual([1, 2, -5, -4, -3, -3, -2]);
    expect(own.may_offer).toBe('asked-or-saving');
    const { moments } = await door.house.ask(
      ofCustomer,
      { customer_id: await customerOf('told-in-order'), limit: '3' },
      door.house.administrator,
    );
    expect(moments.map((moment) => [moment.balance, moment.sign])).toEqual([
      [-2, 1],
      [-3, 0],
      [-3, 1],
    ]);
  });
});
