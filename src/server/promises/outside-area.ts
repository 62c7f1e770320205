import * as partners from '../../shared/promises-partners.ts';
import * as rates from '../../shared/promises-rates.ts';
import * as standing from '../../shared/promises-standing.ts';
import { type Answer, answer, type Tick } from '../platform/area.ts';
import { partnerAnswer, partnerPage } from './asked-service.ts';
import { sendLetters, tidyLetters } from './letter-service.ts';
import { linkPartner, partners as listPartners, savePartner } from './partner-service.ts';
import { openPasts } from './past.ts';
import { publicPage } from './public-service.ts';
import { editSettings, settings } from './setting-service.ts';
import { eventNames, openPast, publishStanding, setStanding, standings, withdrawStanding } from './standing-service.ts';

/** What the ledger answers of what faces outward: partners, standing promises, the public page, the house's ways. */
export const outsideAnswers: readonly Answer[] = [
  answer(partners.partners, listPartners),
  answer(partners.savePartner, savePartner),
  answer(partners.linkPartner, linkPartner),
  answer(partners.partnerPage, partnerPage),
  answer(partners.partnerAnswer, partnerAnswer),
  answer(standing.standings, standings),
  answer(standing.setStanding, setStanding),
  answer(standing.publishStanding, publishStanding),
  answer(standing.withdrawStanding, withdrawStanding),
  answer(standing.openPast, openPast),
  answer(standing.eventNames, eventNames),
  answer(rates.publicPage, publicPage),
  answer(rates.settings, settings),
  answer(rates.editSettings, editSettings),
];

/** What it does by the clock for those outside. */
export const outsideTicks: readonly Tick[] = [
  { name: 'promises.past', everySeconds: 2, alone: true, run: openPasts },
  { name: 'promises.letters', everySeconds: 2, alone: false, run: sendLetters },
  { name: 'promises.tidy-letters', everySeconds: 3_600, alone: true, run: tidyLetters },
];
