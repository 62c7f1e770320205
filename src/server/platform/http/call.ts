import type { z } from 'zod';
import type { EventContract, Purpose } from '../../../shared/contract.ts';
import type { Actor, Call, House, SessionCookie } from '../area.ts';
import type { Tx } from '../database/open.ts';
import { insertOutbox } from '../database/outbox-store.ts';
import type { Gate, Use } from './gate.ts';

/** What a call left to be done by the door before and after its commit. */
export interface CallBook {
  readonly call: Call;
  /** Appends the inner events in this call's transaction. */
  flushEvents(): Promise<number>;
  /** Writes the uses to the use log. */
  flushUses(gate: Gate): void;
  readonly cookie: () => SessionCookie | 'clear' | undefined;
}

/** Makes the context of one call. */
export function openCall(about: {
  tx: Tx;
  actor: Actor;
  purpose: Purpose;
  verb: string;
  address: string;
  house: House;
}): CallBook {
  const used = new Map<string, { readonly actor: Actor; readonly customerIds: Set<string> }>();
  const events: { customerId: string; name: string; payload: unknown }[] = [];
  let cookie: SessionCookie | 'clear' | undefined;
  const now = about.house.clock.now();
  const usedBy = (actor: Actor) => {
    const own = used.get(actor.name) ?? { actor, customerIds: new Set<string>() };
    used.set(actor.name, own);
    return own.customerIds;
  };
  const callBy = (actor: Actor): Call => ({
    ...about,
    actor,
    now,
    as: callBy,
    use(customerIds) {
      const own = usedBy(actor);
      for (const customerId of customerIds) own.add(customerId);
    },
    append<P extends z.ZodType>(contract: EventContract<P>, customerId: string, payload: z.input<P>) {
      events.push({ customerId, name: contract.name, payload });
    },
    cookie(value) {
      cookie = value ?? 'clear';
    },
  });
  return {
    call: callBy(about.actor),
    async flushEvents() {
      await insertOutbox(about.tx, events);
      return events.length;
    },
    flushUses(gate) {
      const { purpose, verb } = about;
      const uses = [...used.values()].flatMap(({ actor: { name, kind }, customerIds }): Use[] =>
        kind === 'nobody'
          ? []
          : [...customerIds].map((customerId) => ({
              customerId,
              at: now,
              actor: name,
              actorKind: kind,
              purpose,
              verb,
            })),
      );
      if (uses.length > 0) gate.recordUses(uses);
    },
    cookie: () => cookie,
  };
}
