import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/moments-settings.ts';
import type { Call } from '../platform/area.ts';
import { refuse } from '../platform/refuse.ts';
import { note } from '../staff/change-service.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { settingOf } from './catalogue-service.ts';
import { renew } from './renewal-service.ts';
import { findRecount } from './renewal-store.ts';
import type { Setting } from './setting-rules.ts';
import { saveSetting } from './setting-store.ts';

/** Shows the house's ways. Refuses `house.not-set-up`. */
export async function settings(call: Call): Promise<ReplyOf<typeof contract.settings>> {
  return shown(call, await settingOf(call));
}

/** Changes the house's ways; another weight or cap has every account counted anew. Refuses `record.stale`. */
export async function editSettings(
  call: Call,
  input: InputOf<typeof contract.editSettings>,
): Promise<ReplyOf<typeof contract.editSettings>> {
  const { version: seen, ...before } = await settingOf(call);
  const { version, ...asked } = input;
  const next: Omit<Setting, 'version'> = {
    five: asked.five ?? before.five,
    cap: orBefore(asked.cap, before.cap),
    fade_months: orBefore(asked.fade_months, before.fade_months),
    rest_days: asked.rest_days ?? before.rest_days,
    ask_from: asked.ask_from ?? before.ask_from,
    ask_until: asked.ask_until ?? before.ask_until,
    ask_minutes: asked.ask_minutes ?? before.ask_minutes,
    ask_later_days: asked.ask_later_days ?? before.ask_later_days,
    own_minutes: asked.own_minutes ?? before.own_minutes,
    recheck_days: asked.recheck_days ?? before.recheck_days,
    budgets: { ...before.budgets, ...asked.budgets },
    forgotten_days: asked.forgotten_days ?? before.forgotten_days,
  };
  if (seen !== version || !(await saveSetting(call.tx, next, version))) {
    refuse('record.stale', { current: await shown(call, await settingOf(call)) });
  }
  await note(call, 'moments', before, next);
  if (next.five !== before.five || next.cap !== before.cap) await renew(call, null);
  return shown(call, await settingOf(call));
}

/** Nothing may be asked for itself. */
function orBefore(asked: number | null | undefined, before: number | null): number | null {
  return asked === undefined ? before : asked;
}

async function shown(call: Call, setting: Setting): Promise<ReplyOf<typeof contract.settings>> {
  const { currency } = await requireOrganisation(call.tx);
  const recount = await findRecount(call.tx);
  return {
    ...setting,
    budgets: { ...setting.budgets },
    currency,
    recount:
      recount === undefined
        ? null
        : {
            made_at: recount.made_at.toISOString(),
            done: recount.done,
            all: recount.total,
            finished_at: recount.finished_at?.toISOString() ?? null,
          },
  };
}
