import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHouse } from '../../../test/support/call.ts';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import type { AskOf } from '../../shared/contract.ts';
import * as customers from '../../shared/customers.ts';
import * as agreements from '../../shared/customers-agreements.ts';
import { newId } from '../platform/ids.ts';
import { type IdentityKey, keyOf } from './identity-rules.ts';
import { resolve } from './resolve-service.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

async function make(input: Partial<AskOf<typeof customers.make>> = {}): Promise<string> {
  const reply = await house.ask(customers.make, { kind: 'person', name: 'Somebody', ...input }, house.administrator);
  return reply.customer_id;
}
const show = (customer_id: string) => house.ask(customers.show, { customer_id }, house.administrator);
const addKey = (customer_id: string, key: customers.Profile['keys'][number]['kind'], value: string) =>
  house.send(
    customers.addKey,
    { customer_id, key: { kind: key, value }, evidence: 'identity card' },
    house.administrator,
  );

function key(kind: string, value: string): IdentityKey {
  const made = keyOf(kind, value, 'ES');
  if (made === undefined) throw new Error(`no key: ${value}`);
  return made;
}

/** Somebody who came with a browser and says that these keys are his. */
async function claimer(device: string, ...claimed: IdentityKey[]): Promise<string> {
  const approach = {
    verified: [],
    claimed,
    anonymous: key('anonymous', device),
    told: undefined,
    sourceId: newId(),
    madeBy: 'source:web',
  };
  const { customerIds } = await asHouse(house.kept, (call) => resolve(call, [approach]));
  return customerIds[0] ?? '';
}

describe('keys', () => {
  it('are written in one form and found by it', async () => {
    const id = await make({ keys: [{ kind: 'phone', value: '600 200 001' }] });
    expect((await show(id)).keys).toMatchObject([{ kind: 'phone', value: '+34600200001', evidence: 'by-hand' }]);
  });

  it('held by another, blocked, or no key at all are refused, and nothing is made', async () => {
    const holder = await make({ keys: [{ kind: 'email', value: 'held@example.org' }] });
    const other = await make();
    expect(await addKey(other, 'email', 'HELD@example.org')).toMatchObject({
      status: 409,
      code: 'key.held-by-another',
    });
    expect(await addKey(holder, 'email', 'held@example.org')).toMatchObject({ status: 200 });
    expect(await addKey(other, 'phone', '0000000000')).toMatchObject({ status: 422, code: 'key.no-key' });
    const before = await house.rows('select count(*) as n from customers.customer');
    const keys = [
      { kind: 'user' as const, value: 'fresh-1' },
      { kind: 'email' as const, value: 'held@example.org' },
    ];
    const came = await house.send(customers.make, { kind: 'person', name: 'Thief', keys }, house.administrator);
    expect(came).toMatchObject({ status: 409, code: 'key.held-by-another' });
    expect(await house.rows('select count(*) as n from customers.customer')).toEqual(before);
    expect(await house.rows(`select 1 from customers.identity_key where value = 'fresh-1'`)).toEqual([]);
  });

  it('blocked ones end everywhere and never come back', async () => {
    const shop = await make({ keys: [{ kind: 'phone', value: '912 000 111' }] });
    const blocked = { key: { kind: 'phone' as const, value: '912000111' }, reason: 'call centre trunk' };
    await house.ask(customers.blockKey, blocked, house.administrator);
    expect((await show(shop)).keys).toEqual([]);
    expect(await addKey(shop, 'phone', '+34912000111')).toMatchObject({ status: 409, code: 'key.blocked' });
    const found = await house.ask(customers.find, { q: '912000111' }, house.administrator);
    expect(found.customers).toEqual([]);
    const listed = await house.ask(customers.blockedKeys, {}, house.administrator);
    expect(listed.keys).toMatchObject([{ value: '+34912000111', reason: 'call centre trunk' }]);
  });

  it('given back by one owner, start anew with the next', async () => {
    const old = await make({ keys: [{ kind: 'phone', value: '600200777' }] });
    const next = await make();
    const ended = {
      customer_id: old,
      key: { kind: 'phone' as const, value: '600200777' },
      reason: 'number given back',
    };
    await house.ask(customers.endKey, ended, house.administrator);
    expect(await house.send(customers.endKey, ended, house.administrator)).toMatchObject({ status: 404 });
    expect(await addKey(next, 'phone', '600200777')).toMatchObject({ status: 200 });
    expect((await show(old)).keys).toEqual([]);
    expect((await show(next)).keys).toMatchObject([{ value: '+34600200777', evidence: 'identity card' }]);
    expect((await show(next)).members).toHaveLength(1);
  });
});

describe('a claim', () => {
  it('that is verified becomes his key, and he becomes known', async () => {
    const who = await claimer('tab-9', key('email', 'claimed@example.org'));
    const open = await house.ask(customers.claims, {}, house.administrator);
    const claim = open.claims.find((one) => one.customer_id === who);
    expect(claim).toMatchObject({ kind: 'email', value: 'claimed@example.org', holder: null });
    const settled = {
      customer_id: who,
      claim_id: claim?.claim_id ?? '',
      outcome: 'verified' as const,
      evidence: 'answered mail',
    };
    await house.ask(customers.settleClaim, settled, house.administrator);
    expect(await show(who)).toMatchObject({
      state: 'known',
      claims: [],
      keys: [{}, { value: 'claimed@example.org' }].reverse(),
    });
    expect(await house.send(customers.settleClaim, settled, house.administrator)).toMatchObject({ status: 404 });
  });

  it('on a key that another holds cannot be verified; it can be refused, and then is gone', async () => {
    const holder = await make({ keys: [{ kind: 'email', value: 'mine@example.org' }] });
    const who = await claimer('tab-10', key('email', 'mine@example.org'));
    const claim_id = (await show(holder)).claims[0]?.claim_id ?? '';
    const settle = (outcome: 'verified' | 'refused') =>
      house.send(
        customers.settleClaim,
        { customer_id: who, claim_id, outcome, evidence: 'asked' },
        house.administrator,
      );
    expect(await settle('verified')).toMatchObject({ status: 409, code: 'key.held-by-another' });
    expect((await show(holder)).claims).toHaveLength(1);
    expect(await settle('refused')).toMatchObject({ status: 200 });
    expect((await show(holder)).claims).toEqual([]);
    expect((await show(holder)).keys).toMatchObject([{ value: 'mine@example.org' }]);
  });
});

describe('editing', () => {
  it('of two editors the second is told, with the version that stands', async () => {
    const id = await make({ name: 'First', city: 'Gijón' });
    const edit = (name: string, version: number) =>
      house.send(customers.edit, { customer_id: id, version, kind: 'person', name }, house.administrator);
    const came = await Promise.all([edit('Second', 1), edit('Third', 1)]);
    expect(came.map((one) => one.status).sort()).toEqual([200, 412]);
    const winner = came[0]?.status === 200 ? 'Second' : 'Third';
    const stale = came.find((one) => one.status === 412);
    expect(stale).toMatchObject({
      code: 'record.stale',
      body: { current: { name: winner, version: 2, city: 'Gijón' } },
    });
  });

  it('clears what is null and leaves what is left out', async () => {
    const id = await make({ name: 'Ana', city: 'Gijón', note: 'calls late' });
    await house.ask(
      customers.edit,
      { customer_id: id, version: 1, kind: 'organisation', name: 'Ana S.L.', note: null },
      house.administrator,
    );
    expect(await show(id)).toMatchObject({ kind: 'organisation', name: 'Ana S.L.', city: 'Gijón', note: null });
  });

  it.each(['id', 'role', 'verified', 'created_at', 'kept_at', 'score', 'state', 'face_id', 'made_by'])(
    'a field that is not to be written is refused: %s',
    async (field) => {
      const input = { kind: 'person', name: 'X', [field]: 'x' };
      expect(await house.send(customers.make, input, house.administrator)).toMatchObject({
        status: 422,
        code: 'request.unknown-field',
      });
    },
  );

  it('every verb refuses an id that never was with the same body', async () => {
    const never = newId();
    const aKey = { kind: 'email' as const, value: 'x@example.org' };
    const agreement = { number: 'AG-9', kind: 'contract' as const };
    const known = await make();
    const came = await Promise.all([
      house.send(customers.show, { customer_id: never }, house.administrator),
      house.send(customers.edit, { customer_id: never, version: 1, kind: 'person', name: 'X' }, house.administrator),
      house.send(customers.addKey, { customer_id: never, key: aKey, evidence: 'x' }, house.administrator),
      house.send(customers.endKey, { customer_id: known, key: aKey, reason: 'x' }, house.administrator),
      house.send(
        customers.settleClaim,
        { customer_id: known, claim_id: '0'.repeat(64), outcome: 'refused', evidence: 'x' },
        house.administrator,
      ),
      house.send(agreements.makeAgreement, { customer_id: never, ...agreement }, house.administrator),
      house.send(
        agreements.editAgreement,
        { customer_id: known, agreement_id: never, version: 1, ...agreement },
        house.administrator,
      ),
      house.send(
        agreements.setRole,
        { owner_id: known, agreement_id: never, customer_id: known, role: 'payer' },
        house.administrator,
      ),
    ]);
    const bodies = came.map((one) => JSON.stringify({ ...Object(one.body), request_id: '' }));
    expect(came.map((one) => one.status)).toEqual(came.map(() => 404));
    expect(new Set(bodies).size).toBe(1);
  });
});
