import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from '../../src/server/cli/ask.ts';
import { loadDemo } from '../../src/server/cli/demo-load.ts';
import { promiseInPublic } from '../../src/server/cli/demo-standing.ts';
import { demoMessages } from '../../src/server/demo/stream.ts';
import { makeLocalToken } from '../../src/server/staff/local-token.ts';
import { map } from '../../src/shared/moments-views.ts';
import { accountsOf } from '../support/account-checker.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { type CheckedMoment, checkMoments } from '../support/moment-checker.ts';

const run = { customers: 150, seed: 11, until: '2026-11-01T00:00:00.000Z', loaded: false, messages: 0 };
const period = { since: '2023-10-01', until: '2026-12-31' };
const silent = { json: true, line() {}, figures() {}, warn() {}, bar: () => ({ at() {}, end() {} }) };

let house: TestHouse;
let checked: readonly CheckedMoment[];

/** What a machine reads in words is a source of its own, and no rule: so contacts are told without their words here. */
function wordless(body: string): string {
  return JSON.stringify(JSON.parse(body), (name, value: unknown) =>
    (name === 'words' || name === 'body') && typeof value === 'string' ? undefined : value,
  );
}

beforeAll(async () => {
  house = await openHouse();
  const url = await house.kept.app.listen({ host: '127.0.0.1', port: 0 });
  makeLocalToken(house.config);
  const server = openServer(url, house.config);
  await promiseInPublic(server, run.until);
  const muted: typeof server = {
    ...server,
    send: (request) =>
      server.send(typeof request.body === 'string' ? { ...request, body: wordless(request.body) } : request),
  };
  await loadDemo(muted, run, silent, new AbortController().signal);
  server.close();
  await house.kept.delivery.settled();
  const ndjson = [...demoMessages(run)].map((message) => JSON.stringify(message)).join('\n');
  checked = checkMoments(ndjson);
});
afterAll(async () => house?.close());

const failingMarks = ['information', 'process', 'people', 'environment', 'feeling'];

interface Tallied {
  readonly sign: CheckedMoment['sign'];
  readonly failing: readonly string[];
}

function counted(of: readonly Tallied[]) {
  const by = (sign: CheckedMoment['sign']) => of.filter((one) => one.sign === sign).length;
  return {
    moments: of.length,
    positive: by(1),
    indifferent: by(0),
    negative: by(-1),
    unjudged: by(null),
    failing: Object.fromEntries(
      failingMarks.map((mark) => [mark, of.filter((one) => one.failing.includes(mark)).length]),
    ),
  };
}

describe('people, information and processes: if one fails, they all fail', () => {
  it('each account of the demo stands as a computation of its own says, out of the raw messages', async () => {
    const rows = await house.rows(`
      select k.value as user, a.balance, a.moments, a.positive, a.indifferent, a.negative
      from moments.account a join customers.public_customer c on c.face_id = a.customer_id
        join customers.identity_key k on k.customer_id = c.customer_id and k.kind = 'user'
      where a.moments > 0`);
    const expected = accountsOf(checked);
    const stands = new Map(rows.map(({ user, ...account }) => [String(user), account]));
    const wanted = [...expected].filter(([, account]) => account.moments > 0);
    expect(Object.fromEntries(wanted.map(([user]) => [user, stands.get(user)]))).toEqual(Object.fromEntries(wanted));
    expect(wanted.length).toBeGreaterThan(120);
    expect(wanted.filter(([, { balance }]) => balance < 0).length).toBeGreaterThan(20);
    expect(wanted.filter(([, { balance }]) => balance > 0).length).toBeGreaterThan(20);
  });

  it('the map: each touchpoint, stage and failing mark counts as many as the computation', async () => {
    expect(await house.rows("select 1 from moments.judgement where source = 'machine'")).toEqual([]);
    const shown = await house.ask(map, period, house.administrator);
    expect(shown.all).toEqual(counted(checked));
    const own = Map.groupBy(checked, (one) => one.touchpoint);
    const places = Object.fromEntries(shown.touchpoints.map((one) => [one.touchpoint, one.all]));
    expect(places).toEqual(Object.fromEntries([...own].map(([place, of]) => [place, counted(of)])));
    const stages = shown.touchpoints.flatMap(({ touchpoint, stages: all }) =>
      all.map(({ stage, ...counts }) => [`${touchpoint} ${stage}`, counts] as const),
    );
    const ownStages = Map.groupBy(
      checked.flatMap(({ touchpoint, stages: all }) =>
        all.map((one) => ({ ...one, key: `${touchpoint} ${one.stage}` })),
      ),
      (one) => one.key,
    );
    expect(Object.fromEntries(stages)).toEqual(
      Object.fromEntries([...ownStages].map(([key, of]) => [key, counted(of)])),
    );
  });

  it('the touchpoint and the mark that fail most are the same', async () => {
    const { worst } = await house.ask(map, period, house.administrator);
    const cells = [...Map.groupBy(checked, (one) => one.touchpoint)].flatMap(([touchpoint, of]) =>
      failingMarks.map((mark) => ({ touchpoint, mark, moments: counted(of).failing[mark] ?? 0 })),
    );
    const [most] = cells.toSorted((a, b) => b.moments - a.moments);
    expect(worst).toEqual(most);
    expect(most?.moments).toBeGreaterThan(10);
  });
});
