import { recall, timeline } from '../../shared/memory.ts';
import { days, load, overview, rates } from '../../shared/promises-rates.ts';
import { list, ofCustomer, show } from '../../shared/promises-views.ts';

/** Every question whose answer may change with a promise. */
export const ledgerReads = [ofCustomer, list, show, overview, rates, days, load, recall, timeline] as const;
