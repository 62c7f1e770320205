import { capture, correct, money, names, overview, purchases, recall, search, timeline } from '../../shared/memory.ts';
import { type Area, answer } from '../platform/area.ts';
import { attachmentDoors } from './attachment-service.ts';
import * as written from './capture-service.ts';
import { memoryListeners, memoryTicks } from './listeners.ts';
import * as sums from './money-service.ts';
import * as told from './recall-service.ts';
import * as searched from './search-service.ts';

/** What happened with each customer. */
export const memoryArea: Area = {
  name: 'memory',
  answers: [
    answer(recall, told.recall),
    answer(timeline, told.timeline),
    answer(search, searched.search),
    answer(capture, written.capture),
    answer(correct, written.correct),
    answer(purchases, sums.purchases),
    answer(money, sums.money),
    answer(overview, sums.overview),
    answer(names, sums.names),
  ],
  doors: attachmentDoors,
  listens: memoryListeners,
  ticks: memoryTicks,
};
