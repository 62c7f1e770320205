import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as views from '../../shared/moments-views.ts';
import type { Call } from '../platform/area.ts';
import { later } from '../platform/calendar/later-rules.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { secretOf } from '../platform/secret.ts';
import { countAccounts, listAccountsAsked } from './accounts-store.ts';
import { settingOf } from './catalogue-service.ts';

const most = 2_000;

/** A page of accounts: whom we owe, who is forgotten, whom one bad moment lost. Refuses `request.bad-cursor`. */
export async function accounts(
  call: Call,
  input: InputOf<typeof views.accounts>,
): Promise<ReplyOf<typeof views.accounts>> {
  const secret = secretOf(call.house.config);
  const name = `moments.accounts.${input.which}`;
  const [place, id] = input.cursor === undefined ? [] : openCursor(name, input.cursor, secret);
  const { forgotten_days } = await settingOf(call);
  const asked = { which: input.which, since: later(call.now, -forgotten_days * 86_400_000) };
  const rows = await listAccountsAsked(call.tx, asked, {
    after: place === undefined || id === undefined ? undefined : { place, id },
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  call.use(page.map((row) => row.customer_id));
  const customers = input.cursor === undefined ? await countAccounts(call.tx, asked, most) : undefined;
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    accounts: page.map((row) => ({
      customer_id: row.customer_id,
      customer: row.customer,
      balance: row.balance,
      moments: row.moments,
      positive: row.positive,
      indifferent: row.indifferent,
      negative: row.negative,
      last_at: row.last_at?.toISOString() ?? null,
      last_negative_at: row.last_negative_at?.toISOString() ?? null,
      left_on: row.left_on,
    })),
    next: last === undefined ? null : sealCursor(name, [last.place, last.customer_id], secret),
    total: customers === undefined ? null : { customers, more: customers === most },
  };
}
