import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from '../../src/server/cli/ask.ts';
import { loadDemo } from '../../src/server/cli/demo-load.ts';
import { promiseInPublic } from '../../src/server/cli/demo-standing.ts';
import { demoMessages } from '../../src/server/demo/stream.ts';
import { makeLocalToken } from '../../src/server/staff/local-token.ts';
import { overview, rates } from '../../src/shared/promises-rates.ts';
import { calendar } from '../../src/shared/staff-calendar.ts';
import { departments } from '../../src/shared/staff-house.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { type Checked, type Counted, checkPromises, countBy, holidays } from '../support/promise-checker.ts';

const run = { customers: 240, seed: 11, until: '2026-11-01T00:00:00.000Z', loaded: false, messages: 0 };
const period = { since: '2023-10-01', until: '2026-12-31' };
const silent = { json: true, line() {}, figures() {}, warn() {}, bar: () => ({ at() {}, end() {} }) };

let house: TestHouse;
let checked: readonly Checked[];
let standingId: string;

beforeAll(async () => {
  house = await openHouse();
  const url = await house.kept.app.listen({ host: '127.0.0.1', port: 0 });
  makeLocalToken(house.config);
  const server = openServer(url, house.config);
  standingId = await promiseInPublic(server, run.until);
  expect(await promiseInPublic(server, run.until)).toBe(standingId);
  await loadDemo(server, run, silent, new AbortController().signal);
  server.close();
  await house.kept.delivery.settled();
  const ndjson = [...demoMessages(run)].map((message) => JSON.stringify(message)).join('\n');
  checked = checkPromises(ndjson);
});
afterAll(async () => house?.close());

const ended = ({ kept, exceeded, broken }: Counted) => ({ kept, exceeded, broken });
const rateOf = ({ kept, exceeded, broken }: Counted) => (kept + exceeded) / (kept + exceeded + broken);

it('the working days of the house are those of the official calendar', async () => {
  const years = await Promise.all(
    [2023, 2024, 2025, 2026].map((year) => house.ask(calendar, { year }, house.administrator)),
  );
  const weekday = (date: string) => new Date(`${date}T12:00:00Z`).getUTCDay();
  const known = years.flatMap((year) => year.holidays.map((one) => one.date));
  expect(known.filter((date) => weekday(date) % 6 !== 0)).toEqual([...holidays].toSorted());
});

describe('a company that simply kept all its promises would have an advantage', () => {
  it('each promise of the demo stands as a computation of its own says, out of the raw messages', async () => {
    const rows = await house.rows(
      "select coalesce(nullif(ref, ''), promise_id::text) as ref, subject, origin, state from promises.promise where origin <> 'expectation'",
    );
    const stands = rows.map((row) =>
      row['origin'] === 'standing' ? `order ${row['subject']} ${row['state']}` : `${row['ref']} ${row['state']}`,
    );
    const expected = checked.map((one) => `${one.standing ? 'order ' : ''}${one.ref} ${one.state}`);
    expect(stands.toSorted()).toEqual(expected.toSorted());
    const states = new Set(checked.filter((one) => one.standing).map((one) => one.state));
    expect([...states].toSorted()).toEqual(['broken', 'exceeded', 'kept', 'open']);
    expect(checked.length).toBeGreaterThan(700);
  });

  it('the keeping rate in all, by keeper, by kind and of the standing promise is that of the computation', async () => {
    const all = countBy(checked, () => 'all').get('all');
    const shown = await house.ask(overview, period, house.administrator);
    if (all === undefined) throw new Error('nothing was counted');
    expect({ ...ended(shown), open: shown.open, renegotiated: shown.renegotiated }).toEqual(all);
    expect(shown.rate?.rate).toBe(rateOf(all));
    const now = house.clock.now();
    const late = checked.filter(
      (one) => one.state === 'open' && one.owedBy === 'company' && endOf(one.due ?? '') <= now.getTime(),
    );
    expect(shown.late).toBe(late.length);
    expect(shown.unread).toBe(0);

    const names = (await house.ask(departments, {}, house.administrator)).departments;
    const keyOf = (id: string) => names.find((one) => one.department_id === id)?.key ?? id;
    const by = async (dimension: 'keeper' | 'kind' | 'standing') => {
      const { rows } = await house.ask(rates, { by: dimension, ...period }, house.administrator);
      return new Map(rows.map((row) => [keyOf(row.value), { ...ended({ ...row, renegotiated: 0 }), open: row.open }]));
    };
    const own = (counts: ReadonlyMap<string, Counted>) =>
      new Map([...counts].map(([value, { renegotiated, ...rest }]) => [value, rest]));
    expect(await by('keeper')).toEqual(own(countBy(checked, (one) => one.keeper)));
    expect(await by('kind')).toEqual(own(countBy(checked, (one) => one.kind)));
    const standing = countBy(
      checked.filter((one) => one.standing),
      () => standingId,
    );
    expect(await by('standing')).toEqual(own(standing));
    for (const [keeper, { rate }] of (
      await house.ask(rates, { by: 'keeper', ...period }, house.administrator)
    ).rows.map((row) => [keyOf(row.value), row] as const)) {
      const counted = countBy(checked, (one) => one.keeper).get(keeper);
      expect(rate?.rate, keeper).toBe(counted === undefined ? undefined : rateOf(counted));
    }
  });
});

/** When a day is over in Madrid, which is an hour or two before it is over in Greenwich. */
function endOf(due: string): number {
  const over = Date.parse(`${due}T00:00:00Z`) + 86_400_000;
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Madrid', hour: '2-digit', hourCycle: 'h23' }).format(over),
  );
  return over - hour * 3_600_000;
}
