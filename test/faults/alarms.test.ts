import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AlarmHouse, openAlarmHouse, runAlarmDrill, runLetterDrill } from './alarm-drill.ts';
import { findFakeTime, runClockDrill } from './clock-drill.ts';
import { runHammerDrill } from './hammer-drill.ts';

// A few rounds of what `npm run drills -- --only alarms|letters|clocks` does at length.
const minutes = 3 * 60_000;
const brief = { kills: 0, leadMs: 2_500, spanMs: 1_000, hurry: true };
let house: AlarmHouse;

beforeAll(async () => {
  house = await openAlarmHouse(2);
}, minutes);

afterAll(async () => house?.close(), minutes);

test('promises that fall due while two servers are killed: one alarm each, none early, each hearer told once, mailed under one id', {
  timeout: minutes,
}, async () => {
  const drill = { ...brief, name: 'alarms', promises: 150, kills: 2, leadMs: 3_000, spanMs: 2_000 };
  expect(await runAlarmDrill(house, drill)).toMatchObject({ promises: 150, alarms: 150, faults: [] });
});

test('promises settled in the second in which they fall due: no alarm after the acknowledgement, no deadlock', {
  timeout: minutes,
}, async () => {
  const shares = [50, 80, 95, 97, 98, 99];
  const { faults } = await runHammerDrill(house, {
    name: 'hammer',
    promises: 100,
    leadMs: 2_500,
    spanMs: 800,
    shares,
  });
  expect(faults).toEqual([]);
});

test('a server that dies before, between and after sending and marking: each letter at least once, under one id', {
  timeout: minutes,
}, async () => {
  const drill = { ...brief, name: 'letters', promises: 60, kills: 3 };
  const [first, ...others] = house.servers;
  // From here on one is enough: each start of a server takes seconds.
  for (const other of others) await other.end('SIGKILL');
  expect(await runLetterDrill({ ...house, servers: first === undefined ? [] : [first] }, drill)).toMatchObject({
    alarms: 60,
    faults: [],
  });
});

const library = findFakeTime();
test.skipIf(library === undefined)(
  'servers whose clock is a year ahead: none early, none twice, none missing',
  {
    timeout: minutes,
  },
  async () => {
    const drill = { ...brief, name: 'clocks', promises: 60 };
    expect(await runClockDrill(house, library ?? '', ['+1y'], drill)).toMatchObject({ alarms: 60, faults: [] });
  },
);
