import { account, ofCustomer, show } from '../../shared/moments.ts';
import { recoveries, recovery } from '../../shared/moments-recovery.ts';
import { accounts, list, map, overTime } from '../../shared/moments-views.ts';

/** Whatever shows moments: asked again after one of them changed. */
export const momentReads = [show, ofCustomer, account, recoveries, recovery, list, map, overTime, accounts] as const;
