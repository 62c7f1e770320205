import type { AskOf } from '../../src/shared/contract.ts';
import { find, make as makeCustomer } from '../../src/shared/customers.ts';
import * as promises from '../../src/shared/promises.ts';
import type { ShownPromise } from '../../src/shared/promises-shown.ts';
import { departments } from '../../src/shared/staff-house.ts';
import type { SignedIn, TestHouse } from './house.ts';
import { openSegmentDoor, type SegmentDoor } from './segment.ts';

/** A house with a maker in sales, a keeper in logistics, and a customer. */
export interface PromisesHouse {
  readonly door: SegmentDoor;
  readonly house: TestHouse;
  readonly maker: SignedIn;
  readonly keeper: SignedIn;
  readonly sales: string;
  readonly logistics: string;
  readonly customerId: string;
  /** A local day so many days from today. */
  dayIn(days: number): string;
  /** A promise of a delivery, made by the maker, asked of logistics. */
  make(input: Partial<AskOf<typeof promises.make>>): Promise<ShownPromise>;
  /** Sends an event of the customer `buyer` from the shop's system. */
  track(event: string, properties: object, at?: string): Promise<void>;
  /** The id of `buyer`. */
  buyer(): Promise<string>;
}

/** Opens such a house; close its `house` in afterAll. */
export async function openPromises(): Promise<PromisesHouse> {
  const door = await openSegmentDoor();
  const { house } = door;
  const [sales, logistics] = [await departmentOf(house, 'marketing-sales'), await departmentOf(house, 'logistics')];
  const maker = await house.person('employee', sales);
  const keeper = await house.person('employee', logistics);
  const { customer_id: customerId } = await house.ask(
    makeCustomer,
    { kind: 'person', name: 'Ana Ruiz', keys: [] },
    house.administrator,
  );
  const dayIn = (days: number) => new Date(house.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return {
    door,
    house,
    maker,
    keeper,
    sales,
    logistics,
    customerId,
    dayIn,
    async make(input) {
      const { promise } = await house.ask(
        promises.make,
        {
          customer_id: customerId,
          words: 'It will be there.',
          due: dayIn(5),
          keeper: { department_id: logistics },
          kind: 'delivery',
          ...input,
        },
        maker,
      );
      return promise;
    },
    async track(event, properties, at = '2026-03-01T10:00:00Z') {
      const messageId = `${event} ${JSON.stringify(properties)}`;
      const came = await door.post('/v1/track', {
        type: 'track',
        event,
        userId: 'buyer',
        messageId,
        timestamp: at,
        properties,
      });
      if (came.status !== 200) throw new Error(`not taken: ${came.status}`);
    },
    async buyer() {
      const { customers } = await house.ask(find, { q: 'buyer' }, house.administrator);
      return customers[0]?.customer_id ?? '';
    },
  };
}

/** The id of a department by its key. */
export async function departmentOf(house: TestHouse, key: string): Promise<string> {
  const { departments: all } = await house.ask(departments, {}, house.administrator);
  return all.find((one) => one.key === key)?.department_id ?? '';
}
