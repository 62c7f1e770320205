import type { Call, House } from '../platform/area.ts';
import { instantOf } from '../platform/clock.ts';
import type { Tx } from '../platform/database/open.ts';
import { sha256 } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { sign } from '../platform/secret.ts';
import { underBrake } from '../staff/guessing.ts';
import { findPartnerByToken, type PartnerRow, saveLink } from './partner-store.ts';

/*
 * A partner's token is not random but signed: HMAC-SHA256 by a key that is made of the house's secret, over his id and the
 * number of his link. So letters can carry the link that he has (a hash alone could not be read back), while the database
 * holds nothing that opens it: whoever reads the database has no secret, whoever has the secret's file is inside already.
 * Another number is another link, and the hash in his row says which one opens; a link is replaced by raising the number.
 */
const dayMs = 86_400_000;
const lastsMs = 90 * dayMs;
/** A letter whose link would end within so long carries a new one. */
const freshMs = 7 * dayMs;

/** A link as it is handed over. */
export interface Link {
  readonly link: string;
  readonly until: Date;
}

/** Gives a partner, whose row is held, a new link for 90 days; the one before it opens no more. */
export async function newLink(tx: Tx, house: House, partner: PartnerRow, now: Date): Promise<Link> {
  const number = partner.links + 1;
  const token = tokenOf(house, partner.partner_id, number);
  const until = instantOf(now.getTime() + lastsMs);
  await saveLink(tx, partner.partner_id, { tokenHash: sha256(token), until, number });
  return { link: linkWith(house, token), until };
}

/** The link that a partner, whose row is held, has; a new one where it ends soon or was made under another secret. */
export async function linkOf(tx: Tx, house: House, partner: PartnerRow, now: Date): Promise<Link> {
  const token = tokenOf(house, partner.partner_id, partner.links);
  const until = partner.token_until;
  const opens = until !== null && until.getTime() > now.getTime() + freshMs;
  if (!opens || partner.token_hash?.equals(sha256(token)) !== true) return newLink(tx, house, partner, now);
  return { link: linkWith(house, token), until };
}

function tokenOf(house: House, partnerId: string, number: number): string {
  return sign(house.config, 'promises.partner', `${partnerId} ${number}`);
}

/** The token stands after `#`, which browsers send to nobody. */
function linkWith(house: House, token: string): string {
  return `${house.baseUrl()}/keeper#${token}`;
}

/**
 * This call by the partner whose token it is. Wrong, spent, replaced and closed ones are refused alike,
 * `promise.link-void`; who goes on guessing waits, by his address.
 */
export async function asPartner(call: Call, token: string): Promise<{ own: Call; partner: PartnerRow }> {
  const tokenHash = sha256(token);
  const partner = await underBrake(call, `partner ${tokenHash.toString('hex', 0, 8)}`, () =>
    findPartnerByToken(call.tx, tokenHash, call.now),
  );
  if (partner === undefined) return refuse('promise.link-void');
  const { partner_id: id, language } = partner;
  const own = call.as({ kind: 'partner', name: `partner:${id}`, id, rights: new Set(['open']), language });
  return { own, partner };
}
