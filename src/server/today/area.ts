import * as today from '../../shared/today.ts';
import * as mail from '../../shared/today-mail.ts';
import * as team from '../../shared/today-team.ts';
import { type Area, answer } from '../platform/area.ts';
import { deliveries, makeDigests, sendAgain, sendDue, tidyToday } from './delivery-service.ts';
import { handOver, takeBack } from './hand-over-service.ts';
import { claim, lines, release, settled, snooze } from './list-service.ts';
import { prefer, preferences, see, tellings, unseen } from './seen-service.ts';
import { team as showTeam } from './team-service.ts';

/** What awaits people here, and what they are told: rooms to the right put it here and settle it. */
export const todayArea: Area = {
  name: 'today',
  answers: [
    answer(today.lines, lines),
    answer(today.claim, claim),
    answer(today.release, release),
    answer(today.snooze, snooze),
    answer(today.settled, settled),
    answer(today.tellings, tellings),
    answer(today.unseen, unseen),
    answer(today.see, see),
    answer(today.preferences, preferences),
    answer(today.prefer, prefer),
    answer(team.handOver, handOver),
    answer(team.takeBack, takeBack),
    answer(team.team, showTeam),
    answer(mail.deliveries, deliveries),
    answer(mail.sendAgain, sendAgain),
  ],
  ticks: [
    { name: 'today.mail', everySeconds: 1, alone: false, run: sendDue },
    { name: 'today.digest', everySeconds: 60, alone: true, run: makeDigests },
    { name: 'today.tidy', everySeconds: 3_600, alone: true, run: tidyToday },
  ],
};
