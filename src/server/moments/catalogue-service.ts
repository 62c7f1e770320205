import type { Call, House } from '../platform/area.ts';
import type { Tx } from '../platform/database/open.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { listDepartmentIds } from './department-store.ts';
import type { Setting } from './setting-rules.ts';
import { usual } from './setting-rules.ts';
import { findSetting } from './setting-store.ts';
import type { Touchpoint } from './touchpoint-rules.ts';
import { insertSeeds, listTouchpoints } from './touchpoint-store.ts';

/** What judging needs to know of the house, read once a transaction. */
export interface Ground {
  readonly setting: Setting;
  readonly zone: string;
  readonly currency: string;
  readonly touchpoints: ReadonlyMap<string, Touchpoint>;
  /** A department's id, where a key or an id is one of an open department; else as it was told. */
  readonly departmentOf: (told: string) => string;
}

/** The house's ways with moments. */
export async function settingOf(call: { readonly tx: Tx }): Promise<Setting> {
  return (await findSetting(call.tx)) ?? usual;
}

/** The house's ways, its catalogue and its departments. Refuses `house.not-set-up`. */
export async function groundOf(call: Pick<Call, 'tx'>): Promise<Ground> {
  const { zone, currency } = await requireOrganisation(call.tx);
  const touchpoints = await listTouchpoints(call.tx);
  const ids = new Map((await listDepartmentIds(call.tx)).map((row) => [row.key, row.department_id]));
  return {
    setting: await settingOf(call),
    zone,
    currency,
    touchpoints: new Map(touchpoints.map((one) => [one.touchpoint, one])),
    departmentOf: (told) => ids.get(told) ?? told,
  };
}

/** Gives a house that opens the articles' list of touchpoints, what it has already left as it is. */
export async function seedTouchpoints(house: House): Promise<() => Promise<void>> {
  await house.database.transaction((tx) => insertSeeds(tx));
  return () => Promise.resolve();
}
