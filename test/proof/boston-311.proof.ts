import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as rates from '../../src/shared/promises-rates.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { importFile } from '../support/import.ts';
import { bostonFile, lateShare, type Request, readRequests } from './boston-311.ts';

const mapping = readFileSync(new URL('../../examples/boston-311/mapping.yaml', import.meta.url), 'utf8');
const since = '2011-01-01';
const until = '2020-12-31';

describe('the requests of the City of Boston', () => {
  let house: TestHouse;
  let requests: Request[];
  beforeAll(async () => {
    requests = await readRequests();
    house = await openHouse();
  });
  afterAll(() => house?.close());

  it('become promises of their departments by the ordinary import', { timeout: 600_000 }, async () => {
    expect(requests).toHaveLength(121_245);
    const began = performance.now();
    const done = await importFile(house, 'Boston 311', readFileSync(bostonFile), { mapping });
    const imported = performance.now();
    await house.kept.delivery.settled();
    const heard = performance.now();
    console.info(
      `121 245 requests imported in ${((imported - began) / 1_000).toFixed(1)} s, the ledger settled ${((heard - imported) / 1_000).toFixed(1)} s later`,
    );
    expect(done).toMatchObject({ state: 'done', rows: 121_245, bad: 0 });
    const [parked] = await house.rows('select count(*)::int as n from platform.parked');
    expect(parked?.['n']).toBe(0);
  });

  it('late in all and by department as an independent count says, and as is published', async () => {
    const closed = lateShare(requests);
    expect(closed).toEqual({ closed: 79_247, late: '24.18' });
    const all = await house.ask(rates.overview, { since, until }, house.administrator);
    expect(all.kept + all.exceeded + all.broken).toBe(closed.closed);
    expect(((100 * all.broken) / closed.closed).toFixed(2)).toBe(closed.late);
    const published = { PWDx: '19.36', ISD: '43.02', BTDT: '21.47', PARK: '15.83' };
    const departments = [...Map.groupBy(requests, (one) => one.department)];
    const { rows } = await house.ask(rates.rates, { by: 'keeper', since, until }, house.administrator);
    const ours: Record<string, string> = {};
    for (const [department, own] of departments) {
      const share = lateShare(own);
      const row = rows.find((one) => one.name === department);
      const ended = (row?.kept ?? 0) + (row?.exceeded ?? 0) + (row?.broken ?? 0);
      expect([department, ended]).toEqual([department, share.closed]);
      if (ended > 0) ours[department] = ((100 * (row?.broken ?? 0)) / ended).toFixed(2);
      if (ended > 0) expect([department, ours[department]]).toEqual([department, share.late]);
    }
    expect(ours).toMatchObject(published);
    const open = requests.filter((one) => one.target !== '' && one.closed === '');
    expect(all.open).toBe(open.length);
    expect(all.late).toBe(open.length);
  });

  it('agrees with the city’s own mark in every case', async () => {
    const marks = new Map(
      requests.filter((one) => one.closed !== '' && one.mark !== '').map((one) => [one.id, one.mark]),
    );
    const rows = await house.rows(
      `select ref, state from promises.promise where state in ('kept', 'exceeded', 'broken')`,
    );
    let agreed = 0;
    const differ: unknown[] = [];
    for (const row of rows) {
      const mark = marks.get(String(row['ref']));
      if (mark === undefined) continue;
      if ((row['state'] === 'broken') === (mark === 'OVERDUE')) agreed += 1;
      else differ.push([row['ref'], row['state'], mark]);
    }
    expect(differ).toEqual([]);
    expect(agreed).toBe(79_165);
  });

  it('keeps each closing without a target as a result that nobody was told to expect', async () => {
    const [row] = await house.rows(
      `select count(*)::int as n from promises.promise where state = 'unexpected' and result_at is not null`,
    );
    expect(row?.['n']).toBe(requests.filter((one) => one.target === '' && one.closed !== '').length);
    const [alarms] = await house.rows('select count(*)::int as n from promises.alarm');
    expect(alarms?.['n']).toBe(0);
  });
});
