import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { showImport, undoImport } from '../../src/shared/imports.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { importFile, settleImports } from '../support/import.ts';
import { countsIn, ledgerOf, untrueIn } from '../support/ledger.ts';
import { picture } from '../support/picture.ts';

const mapping = `
dates: [yyyy-MM-dd]
zone: Europe/Madrid
row:
  - type: track
    event: Promise Made
    when: [{ column: due, empty: false }]
    keys: { user: "{who}" }
    message_id: "made:{number}:{day}"
    time: day
    properties: { promise_id: number, due: due, keeper_department: keeper, maker_department: keeper, words: words }
  - type: track
    event: Promise Result
    when: [{ column: result, empty: false }]
    keys: { user: "{who}" }
    message_id: "result:{number}:{day}"
    time: day
    properties: { promise_id: number, result: result }
`;
const first = `who,number,day,due,result,keeper,words
ana,P-1,2026-03-01,2028-06-01,,logistics,It will be there
ana,P-2,2026-03-01,2026-03-10,2026-03-09,logistics,By Tuesday
ana,P-3,2026-03-01,2028-07-01,,quality,We will look
`;
/** More of ana: results, another making of the same number, one that cannot be read; and somebody who was not known. */
const second = `who,number,day,due,result,keeper,words
ana,P-1,2026-04-01,,2026-04-01,,
ana,P-2,2026-02-01,2026-02-20,,quality,Earlier
ana,P-4,2026-04-01,2028-01-01,,logistics,One more
ana,P-5,2026-04-01,whenever,,logistics,Some day
ana,P-9,2026-04-01,,2026-04-01,,
leo,Q-1,2026-04-01,2028-01-01,,logistics,To you as well
leo,Q-2,2026-04-01,2026-04-03,2026-04-09,logistics,Soon
`;

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

async function standing() {
  await house.kept.delivery.settled();
  const { 'platform.outbox': _moves, ...views } = await picture(house);
  const { rows, timers, lines, briefs, unread } = {
    rows: await ledgerOf(house, 'ana'),
    timers: await house.rows("select customer_id, ring_at from platform.timer where room = 'promises' order by 1, 2"),
    lines: await house.rows(
      "select customer_id, kind from today.line where room = 'promises' and settled_at is null order by 1, 2",
    ),
    briefs: await house.rows("select customer_id, line_id, slots from memory.brief_line where room = 'promises'"),
    unread: await house.rows('select customer_id, code from promises.unread'),
  };
  return { views, counts: await countsIn(house), rows, timers, lines, briefs, unread };
}

it('an import that is undone takes its promises with it: ledger, counts, Today, timers and briefs are as before', async () => {
  await importFile(house, 'first', first, { mapping, source: 'crm' });
  const before = await standing();
  expect(before.timers).toHaveLength(2);
  expect(before.rows['promises']).toHaveLength(3);
  const done = await importFile(house, 'second', second, { mapping, source: 'crm' });
  expect(done.state).toBe('done');
  const during = await standing();
  expect(during.unread).toHaveLength(1);
  expect(during.timers).toHaveLength(3);
  expect(await untrueIn(house)).toEqual([]);
  await house.ask(undoImport, { import_id: done.import_id }, house.administrator);
  for (let tries = 0; tries < 20; tries++) {
    await settleImports(house);
    const { state } = await house.ask(showImport, { import_id: done.import_id }, house.administrator);
    if (state === 'undone') break;
    await pause(100);
  }
  expect(await standing()).toEqual(before);
  expect(await untrueIn(house)).toEqual([]);
});
