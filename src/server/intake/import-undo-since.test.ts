import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFile, settleImports } from '../../../test/support/import.ts';
import { openSegmentDoor, type SegmentDoor } from '../../../test/support/segment.ts';
import { edit, show } from '../../shared/customers.ts';
import { undoImport } from '../../shared/imports.ts';

// What came since an import is not the import's to take back.
const mapping = `
zone: Europe/Madrid
row:
  - type: identify
    keys: { user: "{id}" }
    message_id: "customer:{id}:{name}"
    traits: { name: name, city: city }
`;

let door: SegmentDoor;
beforeAll(async () => {
  door = await openSegmentDoor();
});
afterAll(() => door.house.close());

async function undo(importId: string): Promise<void> {
  await door.house.ask(undoImport, { import_id: importId }, door.house.administrator);
  await settleImports(door.house);
}

it('who was heard of since stays, with what he said', async () => {
  const done = await importFile(door.house, 'since', 'id,name,city\ns1,Heard,Vigo\ns2,Silent,Lugo\n', { mapping });
  await door.post('/v1/track', { userId: 's1', messageId: 'since-1', event: 'Said Later' });
  await undo(done.import_id);
  expect((await door.timelineOf('s1')).map((event) => event.name)).toEqual(['Said Later']);
  expect(await door.customerOf('s2')).toBeUndefined();
});

it('what somebody wrote by hand since stays, what nobody touched is as before', async () => {
  const { house } = door;
  await importFile(house, 'first', 'id,name,city\nh1,One,Vigo\nh2,Two,Lugo\n', { mapping });
  const again = { mapping, source: 'first' };
  const done = await importFile(house, 'second', 'id,name,city\nh1,Uno,Vigo\nh2,Dos,Lugo\n', again);
  const customer_id = (await door.customerOf('h1'))?.customer_id ?? '';
  const { version } = await house.ask(show, { customer_id }, house.administrator);
  await house.ask(edit, { customer_id, kind: 'person', name: 'By Hand', version }, house.administrator);
  await undo(done.import_id);
  expect([(await door.customerOf('h1'))?.name, (await door.customerOf('h2'))?.name]).toEqual(['By Hand', 'Two']);
});
