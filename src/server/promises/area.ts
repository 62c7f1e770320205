import * as promises from '../../shared/promises.ts';
import * as rates from '../../shared/promises-rates.ts';
import * as views from '../../shared/promises-views.ts';
import { type Area, answer } from '../platform/area.ts';
import { accept, decline, reassign } from './answer-service.ts';
import { wordsListener } from './found-service.ts';
import { ledgerListener } from './hear-service.ts';
import { days, keepers, load } from './load-service.ts';
import { outsideAnswers, outsideTicks } from './outside-area.ts';
import { confirm, dismiss, expect, make, renegotiate } from './promise-service.ts';
import { rates as keepingRates, overview } from './rate-service.ts';
import { ring } from './ring-service.ts';
import { correct, explain, feel, release, settle, unsettle } from './settle-service.ts';
import { foldTallies } from './tally.ts';
import { unread } from './unread-service.ts';
import { list, ofCustomer, show } from './view-service.ts';
import { find } from './words-service.ts';
import { followZones } from './zones.ts';

/** What we promised, what was expected, and what came of it. */
export const promisesArea: Area = {
  name: 'promises',
  answers: [
    answer(promises.make, make),
    answer(promises.confirm, confirm),
    answer(promises.dismiss, dismiss),
    answer(promises.find, find),
    answer(promises.accept, accept),
    answer(promises.decline, decline),
    answer(promises.reassign, reassign),
    answer(promises.renegotiate, renegotiate),
    answer(promises.settle, settle),
    answer(promises.unsettle, unsettle),
    answer(promises.correct, correct),
    answer(promises.explain, explain),
    answer(promises.release, release),
    answer(promises.feel, feel),
    answer(promises.expect, expect),
    answer(views.show, show),
    answer(views.ofCustomer, ofCustomer),
    answer(views.list, list),
    answer(views.unread, unread),
    answer(rates.overview, overview),
    answer(rates.rates, keepingRates),
    answer(rates.days, days),
    answer(rates.load, load),
    answer(rates.keepers, keepers),
    ...outsideAnswers,
  ],
  listens: [ledgerListener, wordsListener],
  rings: ring,
  ticks: [
    {
      name: 'promises.zones',
      everySeconds: 3_600,
      alone: true,
      async run(house) {
        const moved = await followZones(house);
        if (moved > 0) house.log.warn({ moved }, 'the law of the time zones changed: due instants were read anew');
      },
    },
    {
      name: 'promises.tally',
      // Readers sum what is not folded yet; many changes folded at once meet in fewer counts.
      everySeconds: 3,
      alone: true,
      run: foldTallies,
    },
    ...outsideTicks,
  ],
};
