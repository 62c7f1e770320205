import * as privacy from '../../shared/privacy.ts';
import { type Area, answer } from '../platform/area.ts';
import { uses, verify } from './service.ts';

/** What customers' data is used for: the log of every use, and the chain that vouches for it. */
export const privacyArea: Area = {
  name: 'privacy',
  answers: [answer(privacy.uses, uses), answer(privacy.verify, verify)],
};
