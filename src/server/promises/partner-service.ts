import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/promises-partners.ts';
import type { Call } from '../platform/area.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { note } from '../staff/change-service.ts';
import { queueLetters } from './letter-service.ts';
import { newLink } from './link-service.ts';
import {
  findPartner,
  insertPartner,
  listPartners,
  lockPartner,
  type ShownPartner,
  savePartnerRow,
} from './partner-store.ts';

/** Lists the outside partners. */
export async function partners(call: Call): Promise<ReplyOf<typeof contract.partners>> {
  return { partners: (await listPartners(call.tx)).map(shown) };
}

/** Adds a partner or changes one. Refuses `record.not-found`, `record.stale`. */
export async function savePartner(
  call: Call,
  input: InputOf<typeof contract.savePartner>,
): Promise<ReplyOf<typeof contract.savePartner>> {
  const { name, email, language } = input;
  const partnerId = input.partner_id ?? newId();
  const about = { partner_id: partnerId, name, email, language };
  if (input.partner_id === undefined) {
    const closed_at = input.closed ? call.now : null;
    await insertPartner(call.tx, { ...about, closed_at, made_at: call.now, made_by: call.actor.name });
    await note(call, `partner:${partnerId}`, null, { name, email, language });
    return { partner: await shownNow(call, partnerId) };
  }
  const before = (await lockPartner(call.tx, partnerId)) ?? refuse('record.not-found');
  if (before.version !== input.version) refuse('record.stale', { current: await shownNow(call, partnerId) });
  await savePartnerRow(call.tx, { ...about, closed_at: input.closed ? (before.closed_at ?? call.now) : null });
  const { name: wasName, email: wasEmail, language: wasLanguage } = before;
  const closed = input.closed && before.closed_at === null ? { closed: true } : {};
  await note(
    call,
    `partner:${partnerId}`,
    { name: wasName, email: wasEmail, language: wasLanguage },
    { name, email, language, ...closed },
  );
  return { partner: await shownNow(call, partnerId) };
}

/** Gives a partner a new link, shown once, and mails it where mail is set up. Refuses `record.not-found`. */
export async function linkPartner(
  call: Call,
  input: InputOf<typeof contract.linkPartner>,
): Promise<ReplyOf<typeof contract.linkPartner>> {
  const partner = await lockPartner(call.tx, input.partner_id);
  if (partner === undefined || partner.closed_at !== null) return refuse('record.not-found');
  const { link, until } = await newLink(call.tx, call.house, partner, call.now);
  await note(call, `partner:${partner.partner_id}`, null, { invitation: true });
  const about = { customerId: null, promiseId: null, about: newId() };
  const queued = await queueLetters(call, [{ kind: 'link', partnerId: partner.partner_id, ...about }]);
  return { link, mailed: queued > 0, until: until.toISOString() };
}

async function shownNow(call: Call, partnerId: string): Promise<contract.Partner> {
  return shown((await findPartner(call.tx, partnerId)) ?? refuse('record.not-found'));
}

function shown(row: ShownPartner): contract.Partner {
  const { partner_id, name, email, language, open, mail_trouble, version } = row;
  return {
    ...{ partner_id, name, email, language, open, mail_trouble, version },
    link_until: row.token_until?.toISOString() ?? null,
    closed_at: row.closed_at?.toISOString() ?? null,
  };
}
