import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSegmentDoor, type SegmentDoor } from '../../../test/support/segment.ts';
import * as contract from '../../shared/moments-replay.ts';
import { addHistories, balanceAfter, type History, noSums, shareOf, tried } from './replay-rules.ts';
import { goOnReplaying } from './replay-service.ts';

const none: History = { fate: 'none', steps: [], badInLastYear: 0 };
const five = { five: 5, cap: null };

describe('what each setting would have said', () => {
  it.each([
    [[1, 1, 1, -1, 1, 1, 1, 1], five, -1],
    [[1, 1, 1, -1, 1, 1, 1, 1, 1], five, 0],
    [[1, 1, 1, -2], five, -10],
    [[-1, 1], { five: 1, cap: null }, 0],
    [[1, 1, 1, 1, 1, 1, 1, -1], { five: 3, cap: 5 }, -3],
    [[1, 1, 1, 1, 1, 1, 1], { five: 3, cap: 5 }, 5],
  ])('%j with %j stands at %i', (steps, weights, balance) => {
    expect(balanceAfter(steps, weights)).toBe(balance);
  });

  it('counts who left and who stayed apart, and who never had an agreement in neither', () => {
    const histories: History[] = [
      { fate: 'left', steps: [-1, 1, 1], badInLastYear: 1 },
      { fate: 'left', steps: [1], badInLastYear: 0 },
      { fate: 'stayed', steps: [-1], badInLastYear: 0 },
      none,
    ];
    const half = addHistories(noSums(4), histories.slice(0, 2), 'x');
    const sums = addHistories(half, histories.slice(2), 'y');
    expect(sums).toMatchObject({ done: 4, left: 2, stayed: 1, without: 1, lostAfterOne: 1, after: 'y' });
    const owedBy = Object.fromEntries(tried.map(({ five: f, cap }, at) => [`${f} ${cap}`, sums.owed[at]]));
    expect(owedBy['1 null']).toEqual({ left: 0, stayed: 1 });
    expect(owedBy['5 null']).toEqual({ left: 1, stayed: 1 });
  });

  it('says nothing of fewer than thirty, and the interval of Wilson of more', () => {
    expect(shareOf(10, 29)).toBeNull();
    // Newcombe 1998, table I: 81 of 263.
    const share = shareOf(81, 263);
    expect([share?.low.toFixed(4), share?.high.toFixed(4)]).toEqual(['0.2553', '0.3662']);
  });
});

describe('a replay over the own history', () => {
  let door: SegmentDoor;
  beforeAll(async () => {
    door = await openSegmentDoor();
  });
  afterAll(async () => door?.house.close());

  it('is counted as of the day each left; begun twice it is one; what it says is for whoever reads customers', async () => {
    const { house } = door;
    const at = (day: string, event: string, userId: string, properties: object) => ({
      type: 'track',
      event,
      userId,
      messageId: `${userId} ${day} ${event}`,
      timestamp: `${day}T10:00:00Z`,
      properties,
    });
    const batch = Array.from({ length: 70 }, (_none, n) => {
      const user = `u${n}`;
      const agreement_number = `A${n}`;
      const bad = (day: string) => at(day, 'Moment Rated', user, { by: 'customer', emotional: 1 });
      return [
        at('2024-01-10', 'Agreement Started', user, { agreement_number, line: 'gas', since: '2024-01-10' }),
        ...(n < 20 ? [bad('2025-03-01')] : []),
        // Only after he had left: it says nothing of why.
        ...(n === 30 ? [bad('2025-12-01')] : []),
        ...(n < 40 ? [at('2025-06-30', 'Agreement Ended', user, { agreement_number, until: '2025-06-30' })] : []),
      ];
    }).flat();
    const came = await door.post('/v1/batch', { batch });
    expect(came.body).toMatchObject({ remembered: batch.length });
    await house.kept.delivery.settled();
    const first = await house.ask(contract.replay, {}, house.administrator);
    const again = await house.ask(contract.replay, {}, house.administrator);
    expect(again.replay.replay_id).toBe(first.replay.replay_id);
    expect(first.replay).toMatchObject({ finished_at: null, done: 0, all: 70 });
    await goOnReplaying(house.kept.house);
    const employee = await house.person('employee');
    expect((await house.send(contract.replay, {}, employee)).status).toBe(403);
    const { replay } = await house.ask(contract.replays, {}, employee);
    expect(replay).toMatchObject({ done: 70, all: 70, left: 40, stayed: 30, without_agreement: 0 });
    expect(replay?.finished_at).not.toBeNull();
    expect(replay?.lost_after_one).toMatchObject({ count: 20, of: 40, rate: 0.5 });
    const own = replay?.settings.filter((one) => one.current);
    expect(own).toMatchObject([
      { five: 5, cap: null, owed_left: { count: 20, of: 40 }, owed_stayed: { count: 0, of: 30 } },
    ]);
    expect(replay?.settings).toHaveLength(15);
  });
});
