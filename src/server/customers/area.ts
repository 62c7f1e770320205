import * as contract from '../../shared/customers.ts';
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
    answer(contract.previewMerge, previewMerge),
    answer(contract.merge, merge),
    answer(contract.unmerge, unmerge),
    answer(contract.makeAgreement, makeAgreement),
    answer(contract.editAgreement, editAgreement),
    answer(contract.setRole, setRole),
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
