import * as moments from '../../shared/moments.ts';
import * as feelings from '../../shared/moments-feeling.ts';
import * as questions from '../../shared/moments-questions.ts';
import * as recovery from '../../shared/moments-recovery.ts';
import * as replays from '../../shared/moments-replay.ts';
import * as setting from '../../shared/moments-settings.ts';
import * as places from '../../shared/moments-touchpoints.ts';
import * as views from '../../shared/moments-views.ts';
import { type Area, answer } from '../platform/area.ts';
import { account } from './account-service.ts';
import { accounts } from './accounts-service.ts';
import { seedTouchpoints } from './catalogue-service.ts';
import { feeling, learnFeelingsAnew, tryFeeling } from './feeling-service.ts';
import { momentsListener } from './hear-service.ts';
import { endHold, hold } from './hold-service.ts';
import { map, overTime } from './map-service.ts';
import { mark, unmark } from './mark-service.ts';
import { answerQuestion, askNoMore, readQuestion } from './outside-service.ts';
import { sendQuestions } from './question-letter-service.ts';
import { askCustomer, dropQuestion, questions as questionsOf } from './question-service.ts';
import { assign, giveUp, outcome, own, repair, want } from './recovery-service.ts';
import { recoveries, recovery as recoveryOf } from './recovery-view-service.ts';
import { goOnReplaying, replays as lastReplay, replay } from './replay-service.ts';
import { ring } from './ring-service.ts';
import { editSettings, settings } from './setting-service.ts';
import { foldTallies } from './tally.ts';
import { saveTouchpoint, touchpoints } from './touchpoint-service.ts';
import { list, ofCustomer, show } from './view-service.ts';

/** How each contact was, how the account of five to one stands, and what repairs a bad one. */
export const momentsArea: Area = {
  name: 'moments',
  answers: [
    answer(moments.mark, mark),
    answer(moments.unmark, unmark),
    answer(moments.show, show),
    answer(moments.ofCustomer, ofCustomer),
    answer(moments.account, account),
    answer(recovery.own, own),
    answer(recovery.assign, assign),
    answer(recovery.want, want),
    answer(recovery.repair, repair),
    answer(recovery.outcome, outcome),
    answer(recovery.giveUp, giveUp),
    answer(recovery.recoveries, recoveries),
    answer(recovery.recovery, recoveryOf),
    answer(questions.askCustomer, askCustomer),
    answer(questions.dropQuestion, dropQuestion),
    answer(questions.questions, questionsOf),
    answer(questions.readQuestion, readQuestion),
    answer(questions.answerQuestion, answerQuestion),
    answer(questions.askNoMore, askNoMore),
    answer(questions.hold, hold),
    answer(questions.endHold, endHold),
    answer(feelings.feeling, feeling),
    answer(feelings.tryFeeling, tryFeeling),
    answer(views.map, map),
    answer(views.overTime, overTime),
    answer(views.list, list),
    answer(views.accounts, accounts),
    answer(places.touchpoints, touchpoints),
    answer(places.saveTouchpoint, saveTouchpoint),
    answer(setting.settings, settings),
    answer(setting.editSettings, editSettings),
    answer(replays.replay, replay),
    answer(replays.replays, lastReplay),
  ],
  listens: [momentsListener],
  rings: ring,
  ticks: [
    { name: 'moments.tally', everySeconds: 3, alone: true, run: foldTallies },
    { name: 'moments.feeling', everySeconds: 300, alone: true, run: learnFeelingsAnew },
    { name: 'moments.replay', everySeconds: 2, alone: true, run: goOnReplaying },
    { name: 'moments.questions', everySeconds: 2, alone: false, run: sendQuestions },
  ],
  open: seedTouchpoints,
};
