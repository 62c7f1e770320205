import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/promises.ts';
import type { Call } from '../platform/area.ts';
import { instantOf } from '../platform/clock.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { findPromises } from './words-rules.ts';

/** Reads promises out of a text; what was not said (when, in which zone) is now, and the house's. */
export async function find(call: Call, input: InputOf<typeof contract.find>): Promise<ReplyOf<typeof contract.find>> {
  const zone = input.zone ?? (await requireOrganisation(call.tx)).zone;
  const saidAt = input.said_at === undefined ? call.now : instantOf(input.said_at);
  const found = findPromises(input.text, { language: input.language, saidAt, zone });
  return {
    found: found.map(({ quote, due, dueAt }) => ({ quote, due: due ?? null, due_at: dueAt?.toISOString() ?? null })),
  };
}
