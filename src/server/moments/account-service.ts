import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/moments.ts';
import { members } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { faded } from './account-rules.ts';
import { type Account, listAccounts, listFaces } from './account-store.ts';
import { settingOf } from './catalogue-service.ts';
import { findHold, listHolds } from './hold-store.ts';
import { findAsking } from './question-store.ts';
import { shownOf } from './recovery-view-service.ts';
import type { Setting } from './setting-rules.ts';
import { listOfFace } from './view-store.ts';

const dayMs = 86_400_000;
/** As many dots as a strip shows. */
const mostDots = 40;

/** How an account stands and what it means. Refuses `record.not-found`. */
export async function account(
  call: Call,
  input: InputOf<typeof contract.account>,
): Promise<ReplyOf<typeof contract.account>> {
  const ids = await members(call, input.customer_id);
  const setting = await settingOf(call);
  const [found] = await listAccounts(call.tx, [ids.faceId]);
  const own = found ?? empty(ids.faceId);
  const rows = await listOfFace(call.tx, ids.faceId, setting, { after: undefined, limit: mostDots });
  const hold = await findHold(call.tx, ids.all, call.now);
  const owed = Math.max(0, -own.balance);
  return {
    balance: own.balance,
    owed,
    credit: Math.max(0, own.balance),
    faded: faded(own.balance, call.now.getTime() - (own.last_at?.getTime() ?? 0), setting.fade_months),
    moments: own.moments,
    positive: own.positive,
    indifferent: own.indifferent,
    negative: own.negative,
    last_negative_at: own.last_negative_at?.toISOString() ?? null,
    strip: rows.toReversed().flatMap((row) =>
      row.sign === null
        ? []
        : [
            {
              moment_id: row.moment_id,
              at: row.at.toISOString(),
              sign: row.sign,
              own: row.own,
              severity: row.severity,
              balance: row.balance,
              touchpoint: row.touchpoint,
            },
          ],
    ),
    five: setting.five,
    cap: setting.cap,
    forgotten: isForgotten(own, setting, call.now),
    may_offer: own.balance < 0 ? 'asked-or-saving' : 'anything',
    hold:
      hold === undefined
        ? null
        : { hold_id: hold.hold_id, reason: hold.reason, until: hold.until?.toISOString() ?? null },
    plan: {
      wanting: owed,
      asking_at: (await findAsking(call.tx, ids.all))?.toISOString() ?? null,
      recoveries: await shownOf(call, ids.all, 'going'),
    },
  };
}

function empty(customerId: string): Account {
  const none = { balance: 0, moments: 0, positive: 0, indifferent: 0, negative: 0 };
  return { customer_id: customerId, ...none, last_at: null, last_felt_at: null, last_negative_at: null };
}

/** Only indifferent moments in the period that ends now, and at least one. */
export function isForgotten(
  own: Pick<Account, 'last_at' | 'last_felt_at'>,
  { forgotten_days }: Pick<Setting, 'forgotten_days'>,
  now: Date,
): boolean {
  const since = now.getTime() - forgotten_days * dayMs;
  const touched = own.last_at !== null && own.last_at.getTime() > since;
  return touched && (own.last_felt_at === null || own.last_felt_at.getTime() <= since);
}

/**
 * Which of these customers may be offered something that they did not ask for and that saves them no money: those to whom
 * nothing is owed and whom nothing holds. For rooms on the right; the answer is by the ids that were asked.
 */
export async function whoMayBeOffered(call: Call, customerIds: readonly string[]): Promise<ReadonlySet<string>> {
  const faces = await listFaces(call.tx, customerIds);
  const accounts = await listAccounts(call.tx, [...new Set(faces.map((row) => row.face_id))]);
  const owing = new Set(accounts.flatMap((one) => (one.balance < 0 ? [one.customer_id] : [])));
  const free = faces.filter((row) => !owing.has(row.face_id));
  const holds = await listHolds(
    call.tx,
    free.map((row) => row.customer_id),
    call.now,
  );
  const held = new Set(holds.map((one) => one.asked_id));
  return new Set(free.filter((row) => !held.has(row.customer_id)).map((row) => row.customer_id));
}
