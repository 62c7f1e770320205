import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHouse } from '../../../test/support/call.ts';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import * as customers from '../../shared/customers.ts';
import * as agreements from '../../shared/customers-agreements.ts';
import * as merges from '../../shared/customers-merges.ts';
import { newId } from '../platform/ids.ts';
import { type AgreementNote, findAgreements, noteAgreements } from './agreement-service.ts';

let house: TestHouse;
const sourceId = newId();
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

async function person(name = 'Somebody'): Promise<string> {
  return (await house.ask(customers.make, { kind: 'person', name }, house.administrator)).customer_id;
}
const show = (customer_id: string) => house.ask(customers.show, { customer_id }, house.administrator);
const note = (customerId: string, number: string, more: Partial<AgreementNote> = {}): AgreementNote => ({
  customerId,
  sourceId,
  number,
  kind: 'contract',
  line: undefined,
  place: undefined,
  asset: undefined,
  since: undefined,
  until: undefined,
  termsVersion: undefined,
  ...more,
});
const tell = (...notes: AgreementNote[]) => asHouse(house.kept, (call) => noteAgreements(call, notes));
const find = (...asked: { customerId: string; number: string | undefined }[]) =>
  asHouse(house.kept, (call) => findAgreements(call, asked));

describe('agreements by hand', () => {
  it('have their holder, other roles, and a version', async () => {
    const [holder, payer] = [await person('Holder'), await person('Payer')];
    const { agreement_id } = await house.ask(
      agreements.makeAgreement,
      { customer_id: holder, number: 'H-1', kind: 'subscription', line: 'gas', since: '2025-01-31' },
      house.administrator,
    );
    const role = { owner_id: holder, agreement_id, customer_id: payer, role: 'payer' as const };
    await house.ask(agreements.setRole, { ...role, since: '2025-02-01' }, house.administrator);
    const edited = await house.ask(
      agreements.editAgreement,
      { customer_id: holder, agreement_id, version: 1, number: 'H-1', kind: 'subscription', until: '2027-12-31' },
      house.administrator,
    );
    expect(edited.version).toBe(2);
    expect((await show(payer)).agreements).toMatchObject([
      {
        customer_id: holder,
        number: 'H-1',
        line: 'gas',
        since: '2025-01-31',
        until: '2027-12-31',
        roles: [
          { name: 'Holder', role: 'holder' },
          { name: 'Payer', role: 'payer', since: '2025-02-01' },
        ],
      },
    ]);
    const stale = await house.send(
      agreements.editAgreement,
      { customer_id: holder, agreement_id, version: 1, number: 'H-1', kind: 'subscription' },
      house.administrator,
    );
    expect(stale).toMatchObject({ status: 412, body: { current: { version: 2, until: '2027-12-31' } } });
  });

  it('a number twice, or an end before the beginning, are refused', async () => {
    const holder = await person();
    const make = (more: object) =>
      house.send(
        agreements.makeAgreement,
        { customer_id: holder, number: 'D-1', kind: 'contract', ...more },
        house.administrator,
      );
    expect(await make({ since: '2026-02-01', until: '2026-01-31' })).toMatchObject({ status: 422 });
    expect(await make({ since: '2026-02-30' })).toMatchObject({ status: 422 });
    expect(await make({})).toMatchObject({ status: 200 });
    expect(await make({})).toMatchObject({ status: 409, code: 'record.conflict' });
  });
});

describe('agreements told by events', () => {
  it('start, change and end; in any order the same', async () => {
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ];
    const seen: unknown[] = [];
    for (const order of orders) {
      const holder = await person();
      const told = [
        note(holder, 'E-1', {
          line: 'electricity',
          termsVersion: '2024.1',
          since: '2024-03-01',
          toldAt: new Date('2024-03-01'),
        }),
        note(holder, 'E-1', { termsVersion: '2025.1', place: 'Calle Corrida 4', toldAt: new Date('2025-03-01') }),
        note(holder, 'E-1', { until: '2026-03-01', toldAt: new Date('2026-03-01') }),
      ];
      for (const at of order) await tell(told[at] ?? note(holder, 'E-1'));
      const [
        { agreement_id: _id, customer_id: _customer, roles, ...agreement } = {
          agreement_id: '',
          customer_id: '',
          roles: [],
        },
      ] = (await show(holder)).agreements;
      expect(roles).toMatchObject([{ customer_id: holder, role: 'holder' }]);
      seen.push(agreement);
    }
    expect(seen[0]).toMatchObject({
      line: 'electricity',
      place: 'Calle Corrida 4',
      terms_version: '2025.1',
      since: '2024-03-01',
      until: '2026-03-01',
    });
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it('told twice, or many at once, are one; ids come back as told', async () => {
    const holder = await person();
    const rounds = await Promise.all(
      [1, 2, 3, 4].map(() => tell(note(holder, 'M-2'), note(holder, 'M-1'), note(holder, 'M-2'))),
    );
    const ids = rounds.map((round) => round.agreementIds);
    expect(new Set(ids.map(String)).size).toBe(1);
    expect(ids[0]?.[0]).toBe(ids[0]?.[2]);
    expect(rounds.flatMap((round) => round.made.agreements)).toHaveLength(2);
    expect((await show(holder)).agreements.map((one) => one.number)).toEqual(['M-1', 'M-2']);
  });

  it('what a person edited stays; an end is taken', async () => {
    const holder = await person();
    const { agreementIds } = await tell(note(holder, 'P-1', { line: 'gas', place: 'told' }));
    const edit = {
      customer_id: holder,
      agreement_id: agreementIds[0] ?? '',
      version: 1,
      number: 'P-1',
      kind: 'contract' as const,
    };
    await house.ask(agreements.editAgreement, { ...edit, place: 'by hand' }, house.administrator);
    await tell(note(holder, 'P-1', { place: 'told again', termsVersion: '3', until: '2026-05-01' }));
    expect((await show(holder)).agreements).toMatchObject([
      { place: 'by hand', line: 'gas', terms_version: '3', until: '2026-05-01' },
    ]);
  });
});

describe('the agreement that an event stands on', () => {
  it('is his own, that of his face, or one on which he is something', async () => {
    const [holder, payer, merged, stranger] = [await person(), await person(), await person(), await person()];
    const { agreementIds } = await tell(
      note(holder, 'F-1', { roles: [{ customerId: payer, role: 'payer' }] }),
      note(stranger, 'F-2'),
    );
    await house.ask(merges.merge, { from_id: merged, to_id: holder, evidence: 'x', reason: 'y' }, house.administrator);
    const found = await find(
      { customerId: holder, number: 'F-1' },
      { customerId: payer, number: 'F-1' },
      { customerId: merged, number: 'F-1' },
      { customerId: stranger, number: 'F-1' },
      { customerId: holder, number: undefined },
      { customerId: stranger, number: 'F-2' },
    );
    const [first, second] = agreementIds;
    expect(found).toEqual([first, first, first, undefined, undefined, second]);
    const again = await tell(note(merged, 'F-1', { line: 'solar' }));
    expect(again.agreementIds).toEqual([first]);
  });
});
