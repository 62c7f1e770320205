import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentOf } from '../../../test/support/people.ts';
import { openSegmentDoor, type SegmentDoor } from '../../../test/support/segment.ts';
import { saveTouchpoint, type Touchpoint, touchpoints } from '../../shared/moments-touchpoints.ts';
import { list, map } from '../../shared/moments-views.ts';
import { changes } from '../../shared/staff-people.ts';
import { seeds } from './touchpoint-rules.ts';

let door: SegmentDoor;

beforeAll(async () => {
  door = await openSegmentDoor();
});
afterAll(async () => door?.house.close());

/** A contact at a touchpoint as the customer rated it. */
async function rated(messageId: string, touchpoint: string, marks: Record<string, number>): Promise<void> {
  const timestamp = new Date(door.house.clock.now().getTime() - 3_600_000).toISOString();
  const properties = { by: 'customer', touchpoint, conversation_id: messageId, ...marks };
  const message = { type: 'track', event: 'Moment Rated', userId: `of ${messageId}`, messageId, timestamp, properties };
  expect((await door.post('/v1/batch', { batch: [message] })).body).toMatchObject({ remembered: 1 });
  await door.house.kept.delivery.settled();
}

async function shown(): Promise<Map<string, Touchpoint>> {
  const reply = await door.house.ask(touchpoints, {}, door.house.administrator);
  return new Map(reply.touchpoints.map((one) => [one.touchpoint, one]));
}

describe('the catalogue of touchpoints', () => {
  it('begins with the list of the articles, and shows beside it what was only heard of, with how much it covers', async () => {
    await rated('a', 'call-centre', { emotional: 1 });
    await rated('b', 'kiosk', { emotional: 5 });
    const reply = await door.house.ask(touchpoints, {}, door.house.administrator);
    expect(reply.touchpoints.filter((one) => one.seeded)).toHaveLength(seeds.length);
    const all = await shown();
    expect(all.get('call-centre')).toMatchObject({ known: true, moments: 1, negative: 1, version: 1 });
    expect(all.get('kiosk')).toMatchObject({ known: false, seeded: false, moments: 1, negative: 0, version: 0 });
    expect(reply.coverage).toEqual({ known: 1, all: 2 });
  });

  it('takes one in that was only heard of; a second who does so is told that somebody was faster', async () => {
    const { house } = door;
    const names = { en: 'Kiosk', es: 'Quiosco', ru: 'Киоск' };
    const standards = { en: 'Nobody waits.', es: 'Nadie espera.', ru: 'Никто не ждёт.' };
    const input = { touchpoint: 'kiosk', names, standards, ask: 'after' as const, version: 0 };
    const { touchpoint } = await house.ask(saveTouchpoint, input, house.administrator);
    expect(touchpoint).toMatchObject({ known: true, names, standards, ask: 'after', version: 1, moments: 1 });
    expect((await house.send(saveTouchpoint, input, house.administrator)).code).toBe('record.stale');
    expect((await house.ask(touchpoints, {}, house.administrator)).coverage).toEqual({ known: 2, all: 2 });
    const told = await house.ask(changes, { subject: 'touchpoint:kiosk' }, house.administrator);
    expect(told.changes[0]).toMatchObject({ before: null, after: { names, ask: 'after' } });
  });

  it('makes a name another one of a touchpoint, and what was judged under it stands there from then on', async () => {
    const { house } = door;
    await rated('c', 'hotline', { information: 1 });
    const alias = { touchpoint: 'hotline', same_as: 'call-centre', version: 0 };
    await house.ask(saveTouchpoint, alias, house.administrator);
    await house.kept.timers.settled();
    await expect
      .poll(async () => {
        await house.kept.timers.settled();
        return (await shown()).get('call-centre')?.moments;
      })
      .toBe(2);
    const at = await house.ask(list, { touchpoint: 'call-centre' }, house.administrator);
    expect(at.moments.map((one) => one.touchpoint)).toEqual(['call-centre', 'call-centre']);
    const whole = await house.ask(map, {}, house.administrator);
    expect(whole.touchpoints.map((one) => one.touchpoint)).not.toContain('hotline');
  });

  it('refuses another name of itself, of nothing, of another name, and of what has other names', async () => {
    const { house } = door;
    const codeOf = async (touchpoint: string, same_as: string, version: number) =>
      (await house.send(saveTouchpoint, { touchpoint, same_as, version }, house.administrator)).code;
    expect(await codeOf('counter 2', 'counter 2', 0)).toBe('touchpoint.alias-unfit');
    expect(await codeOf('counter 2', 'nowhere', 0)).toBe('touchpoint.alias-unfit');
    expect(await codeOf('counter 2', 'hotline', 0)).toBe('touchpoint.alias-unfit');
    expect(await codeOf('call-centre', 'shop-counter', 1)).toBe('touchpoint.alias-unfit');
    expect(await codeOf('counter 2', 'shop-counter', 0)).toBeUndefined();
  });

  it('routes what failed to another owner from then on, also what failed before; never to a department that is none', async () => {
    const { house } = door;
    const billing = await departmentOf(house, 'billing');
    const before = (await shown()).get('call-centre');
    const input = {
      touchpoint: 'call-centre',
      departments: before?.departments ?? [],
      ask: before?.ask ?? 'never',
      version: before?.version ?? 0,
    };
    const nobody = { ...input, owners: { information: 'sorcery' } };
    expect((await house.send(saveTouchpoint, nobody, house.administrator)).code).toBe('touchpoint.department-unfit');
    await house.ask(saveTouchpoint, { ...input, owners: { information: billing } }, house.administrator);
    const ownerOf = async () => {
      await house.kept.timers.settled();
      const bad = await house.ask(list, { failing: 'information' }, house.administrator);
      return bad.moments.map((one) => one.owner?.department_id);
    };
    await expect.poll(ownerOf).toEqual([billing]);
  });

  it('is changed by whoever manages the house’s word alone', async () => {
    const employee = await door.house.person('employee');
    const came = await door.house.send(saveTouchpoint, { touchpoint: 'gate', version: 0 }, employee);
    expect(came.code).toBe('access.not-allowed');
    expect((await door.house.send(touchpoints, {}, employee)).status).toBe(200);
  });
});
