import * as contract from '../../shared/customers.ts';
import * as agreements from '../../shared/customers-agreements.ts';
import * as merges from '../../shared/customers-merges.ts';
import { type Area, answer } from '../platform/area.ts';
import { editAgreement, makeAgreement, setRole } from './agreement-service.ts';
import { countWhenCheap } from './count-service.ts';
import { counts, edit, list, make } from './customer-service.ts';
import { find } from './find-service.ts';
import { addKey, blockedKeys, blockKey, claims, endKey, settleClaim } from './key-service.ts';
import { merge, previewMerge, unmerge } from './merge-service.ts';
import { show } from './profile-service.ts';

/** The room that knows who the customers are, by which keys, and which of them are one. */
export const customersArea: Area = {
  name: 'customers',
  answers: [
    answer(contract.list, list),
    answer(contract.counts, counts),
    answer(contract.find, find),
    answer(contract.show, show),
    answer(contract.make, make),
    answer(contract.edit, edit),
    answer(contract.addKey, addKey),
    answer(contract.endKey, endKey),
    answer(contract.blockKey, blockKey),
    answer(contract.blockedKeys, blockedKeys),
    answer(contract.claims, claims),
    answer(contract.settleClaim, settleClaim),
    answer(merges.previewMerge, previewMerge),
    answer(merges.merge, merge),
    answer(merges.unmerge, unmerge),
    answer(agreements.makeAgreement, makeAgreement),
    answer(agreements.editAgreement, editAgreement),
    answer(agreements.setRole, setRole),
  ],
  ticks: [
    {
      name: 'customers.count',
      everySeconds: 5,
      alone: true,
      run: countWhenCheap,
    },
  ],
};
