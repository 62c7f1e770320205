import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHouse } from '../../../test/support/call.ts';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import * as customers from '../../shared/customers.ts';
import { newId } from '../platform/ids.ts';
import { noteContacts } from './contact-service.ts';
import { type IdentityKey, keyOf } from './identity-rules.ts';
import { type Approach, resolve, type Told } from './resolve-service.ts';

const sourceId = newId();
let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

function key(kind: string, value: string): IdentityKey {
  const made = keyOf(kind, value, 'ES');
  if (made === undefined) throw new Error(`no key: ${value}`);
  return made;
}

function approach(about: {
  verified?: IdentityKey[];
  claimed?: IdentityKey[];
  anonymous?: IdentityKey;
  told?: Told;
}): Approach {
  return {
    verified: about.verified ?? [],
    claimed: about.claimed ?? [],
    anonymous: about.anonymous,
    told: about.told,
    sourceId,
    madeBy: `source:${sourceId}`,
  };
}

/** Resolves as intake does: in a transaction of its own, with contact noted. */
function come(...approaches: Approach[]) {
  return asHouse(house.kept, async (call) => {
    const { customerIds, made } = await resolve(call, approaches);
    const rows = [...new Set(customerIds)].map((customerId) => ({
      customerId,
      events: 1,
      firstAt: call.now,
      lastAt: call.now,
      lastEventId: newId(),
    }));
    await noteContacts(call, rows);
    return { customerIds, made };
  });
}

const one = async (about: Parameters<typeof approach>[0]) => (await come(approach(about))).customerIds[0] ?? '';
const show = (customerId: string) => house.ask(customers.show, { customer_id: customerId }, house.administrator);
const count = async (statement: string, values: unknown[] = []) =>
  Number((await house.rows(statement, values))[0]?.['n']);

describe('one customer for a new key, however many ask at once', () => {
  it('50 first events of one new phone at once, each from a device of its own: one customer, no orphan', async () => {
    const before = await count('select count(*) as n from customers.customer');
    const phone = key('phone', '600 300 001');
    const came = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        one({ verified: [phone], anonymous: key('anonymous', `burst-${at}`), told: { name: 'Ana Burst' } }),
      ),
    );
    expect(new Set(came).size).toBe(1);
    expect((await count('select count(*) as n from customers.customer')) - before).toBe(1);
    expect(await count('select count(*) as n from customers.identity_key where customer_id = $1', [came[0]])).toBe(51);
  });

  it('four user ids with one new address at once: four customers, one holder, three claims', async () => {
    const mail = key('email', 'crowd@example.org');
    const came = await Promise.all(
      [1, 2, 3, 4].map((at) => one({ verified: [key('user', `crowd-${at}`), mail], told: { name: `Crowd ${at}` } })),
    );
    expect(new Set(came).size).toBe(4);
    const claims = `select count(*) as n from customers.public_claim where value = 'crowd@example.org'`;
    expect(await count(claims)).toBe(3);
    for (const [at, customerId] of came.entries()) {
      expect(await one({ verified: [key('user', `crowd-${at + 1}`)] })).toBe(customerId);
    }
  });

  it('50 parallel first events with the same key alone make exactly one customer', async () => {
    const before = await count('select count(*) as n from customers.customer');
    const came = await Promise.all(
      Array.from({ length: 50 }, () => one({ verified: [key('email', 'rush@example.org')] })),
    );
    expect(new Set(came).size).toBe(1);
    expect((await count('select count(*) as n from customers.customer')) - before).toBe(1);
    const contact = await house.rows('select events from customers.public_contact where customer_id = $1', [came[0]]);
    expect(contact[0]?.['events']).toBe(50);
  });

  it('what a late one of them tells is not lost', async () => {
    const device = key('anonymous', 'device-race');
    await Promise.all([
      one({ anonymous: device }),
      one({ verified: [key('email', 'race@example.org')], anonymous: device, told: { name: 'Racing Person' } }),
    ]);
    const found = await house.ask(customers.find, { q: 'race@example.org' }, house.administrator);
    expect(found.customers).toHaveLength(1);
    expect(found.customers[0]).toMatchObject({ name: 'Racing Person', state: 'known' });
  });

  it('within one batch too', async () => {
    const { customerIds, made } = await come(
      approach({ verified: [key('user', 'batch-1')] }),
      approach({ verified: [key('user', 'batch-1')], told: { name: 'Batch One', city: 'Gijón' } }),
      approach({ verified: [key('user', 'batch-2')] }),
    );
    expect(customerIds[0]).toBe(customerIds[1]);
    expect(customerIds[2]).not.toBe(customerIds[0]);
    expect(made.customerIds).toHaveLength(2);
    expect(await show(customerIds[0] ?? '')).toMatchObject({ name: 'Batch One', city: 'Gijón' });
  });
});

describe('a claimed key opens nothing', () => {
  it('makes a pending customer and a claim that the holder shows', async () => {
    const victim = await one({ verified: [key('email', 'victim@example.org')], told: { name: 'Victim' } });
    const claimer = await one({ claimed: [key('email', 'victim@example.org')], anonymous: key('anonymous', 'tab-1') });
    expect(claimer).not.toBe(victim);
    expect(await show(claimer)).toMatchObject({ state: 'pending', name: null, members: [{ customer_id: claimer }] });
    expect((await show(victim)).claims).toMatchObject([
      { customer_id: claimer, value: 'victim@example.org', holder: { customer_id: victim } },
    ]);
    const again = await one({ verified: [key('email', 'victim@example.org')] });
    expect(again).toBe(victim);
  });

  it('a claim without a holder does not make the next claimer the same customer', async () => {
    const first = await one({ claimed: [key('phone', '600300100')], anonymous: key('anonymous', 'tab-2') });
    const second = await one({ claimed: [key('phone', '600300100')], anonymous: key('anonymous', 'tab-3') });
    expect(second).not.toBe(first);
    const verified = await one({ verified: [key('phone', '600300100')] });
    expect([first, second]).not.toContain(verified);
  });
});

describe('another user id is another person', () => {
  it('the same e-mail with a second user id: a second customer and a claim, not merged', async () => {
    const mail = key('email', 'family@example.org');
    const mother = await one({ verified: [key('user', 'u-1'), mail], told: { name: 'Mother' } });
    const son = await one({ verified: [key('user', 'u-2'), mail], told: { name: 'Son' } });
    expect(son).not.toBe(mother);
    expect((await show(son)).claims).toMatchObject([{ customer_id: son, value: 'family@example.org', kind: 'email' }]);
    expect((await show(mother)).members).toHaveLength(1);
    expect(await one({ verified: [mail] })).toBe(mother);
  });

  it('a new user id with the address of someone without one is that customer', async () => {
    const mail = key('email', 'solo@example.org');
    const first = await one({ verified: [mail] });
    expect(await one({ verified: [key('user', 'u-solo'), mail] })).toBe(first);
  });
});

describe('a device becomes its owner', () => {
  it('anonymous first, then identified: one customer', async () => {
    const device = key('anonymous', 'phone-1');
    const before = await one({ anonymous: device });
    expect((await show(before)).state).toBe('unknown');
    const owner = await one({ anonymous: device, verified: [key('user', 'owner-1')], told: { name: 'Owner' } });
    expect(owner).toBe(before);
    expect(await show(owner)).toMatchObject({ state: 'known', name: 'Owner' });
  });

  it('whose owner is there already: read as one, and taken apart again', async () => {
    const device = key('anonymous', 'phone-2');
    const owner = await one({ verified: [key('user', 'owner-2')] });
    const visits = await one({ anonymous: device });
    const came = await come(approach({ anonymous: device, verified: [key('user', 'owner-2')] }));
    expect(came.customerIds[0]).toBe(owner);
    expect(came.made.links).toHaveLength(1);
    const profile = await show(visits);
    expect(profile.face_id).toBe(owner);
    expect(profile.members.map((member) => member.customer_id).sort()).toEqual([owner, visits].sort());
    expect(profile.links).toMatchObject([{ evidence: 'same-device', undone_at: null }]);
  });

  it('a device of a known customer is not given to the next who signs in on it', async () => {
    const device = key('anonymous', 'kiosk');
    const first = await one({ anonymous: device, verified: [key('user', 'kiosk-1')] });
    const second = await one({ anonymous: device, verified: [key('user', 'kiosk-2')] });
    expect(second).not.toBe(first);
    expect((await show(second)).members).toHaveLength(1);
  });
});

describe('a key that many claim is no key', () => {
  it('a shared phone is blocked after six claimants, and ends for its holder', async () => {
    const phone = key('phone', '+34 912 345 678');
    const shop = await one({ verified: [phone, key('user', 'shop')] });
    for (let at = 1; at <= 6; at++) await one({ verified: [key('user', `caller-${at}`), phone] });
    expect((await show(shop)).keys.map((held) => held.kind)).toEqual(['user']);
    const blocked = await house.ask(customers.blockedKeys, {}, house.administrator);
    expect(blocked.keys).toMatchObject([{ value: '+34912345678', reason: 'shared-by-many' }]);
    const next = await one({ verified: [phone], anonymous: key('anonymous', 'record-9') });
    expect(next).not.toBe(shop);
    expect((await show(next)).state).toBe('unknown');
  });
});

describe('what people wrote stays', () => {
  it('a source fills what is empty and never displaces an edit', async () => {
    const customerId = await one({ verified: [key('user', 'edited')], told: { name: 'old name' } });
    await house.ask(
      customers.edit,
      { customer_id: customerId, version: 1, kind: 'person', name: 'Right Name' },
      house.administrator,
    );
    await one({ verified: [key('user', 'edited')], told: { name: 'wrong again', city: 'León' } });
    expect(await show(customerId)).toMatchObject({ name: 'Right Name', city: 'León', version: 2 });
  });
});

describe('steady state', () => {
  it('asks three statements at most when nothing is new', async () => {
    const about = approach({ verified: [key('user', 'steady')], anonymous: key('anonymous', 'steady-device') });
    await come(about);
    const statements = await asHouse(house.kept, async (call) => {
      let asked = 0;
      const counting = new Proxy(call.tx, {
        get(target, name) {
          if (name === 'getExecutor') asked++;
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      await resolve(
        { ...call, tx: counting },
        Array.from({ length: 500 }, () => about),
      );
      return asked;
    });
    expect(statements).toBeGreaterThan(0);
    expect(statements).toBeLessThanOrEqual(3);
  });
});
