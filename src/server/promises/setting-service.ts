import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/promises-rates.ts';
import type { Call } from '../platform/area.ts';
import { refuse } from '../platform/refuse.ts';
import { note } from '../staff/change-service.ts';
import { saveSetting } from './setting-store.ts';
import { findSetting, type Setting } from './side-store.ts';

/** The house's ways until it says otherwise: keepers answer within four working hours, and are told at half and four fifths. */
export const usual: Setting = {
  accept_minutes: 240,
  alarm_shares: [50, 80],
  public_page: false,
  public_rate: false,
  zone_data: null,
  version: 0,
};

/** The house's ways with promises. */
export async function settingOf(call: Pick<Call, 'tx'>): Promise<Setting> {
  return (await findSetting(call.tx)) ?? usual;
}

/** Shows the house's ways. */
export async function settings(call: Call): Promise<ReplyOf<typeof contract.settings>> {
  return shown(await settingOf(call));
}

/** Changes the house's ways; a rate is shown on an open page alone. Refuses `record.stale` with how they stand now. */
export async function editSettings(
  call: Call,
  input: InputOf<typeof contract.editSettings>,
): Promise<ReplyOf<typeof contract.editSettings>> {
  const before = await settingOf(call);
  const { version, accept_minutes, alarm_shares, public_page, public_rate } = input;
  const next = {
    accept_minutes: accept_minutes ?? before.accept_minutes,
    alarm_shares: [...new Set(alarm_shares ?? before.alarm_shares)].toSorted((a, b) => a - b),
    public_page: public_page ?? before.public_page,
    public_rate: public_rate ?? before.public_rate,
  };
  if (before.version !== version || !(await saveSetting(call.tx, next, version))) {
    refuse('record.stale', { current: shown(await settingOf(call)) });
  }
  const { version: _version, ...was } = shown(before);
  await note(call, 'promises', was, next);
  return shown(await settingOf(call));
}

function shown(setting: Setting): ReplyOf<typeof contract.settings> {
  const { accept_minutes, alarm_shares, public_page, public_rate, version } = setting;
  return { accept_minutes, alarm_shares: [...alarm_shares], public_page, public_rate, version };
}
