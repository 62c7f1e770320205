import {
  closeSource,
  drop,
  editSource,
  makeSource,
  quarantine,
  renewKey,
  retry,
  sources,
} from '../../shared/intake.ts';
import { captured } from '../../shared/memory.ts';
import { type Area, answer, type House } from '../platform/area.ts';
import { countCaptures } from './capture-count.ts';
import { type Collector, openCollector } from './collector.ts';
import { closeImports, importAnswers, importDoors, importTicks } from './import-area.ts';
import * as held from './quarantine-service.ts';
import { segmentDoors } from './segment-door.ts';
import * as told from './source-service.ts';
import { foldTallies } from './source-store.ts';

const collectors = new WeakMap<House, Collector>();

function collectorOf(house: House): Collector {
  const collector = collectors.get(house);
  if (collector === undefined) throw new Error('intake is not open');
  return collector;
}

/** The doors through which Kept hears. */
export const intakeArea: Area = {
  name: 'intake',
  answers: [
    answer(sources, told.sources),
    answer(makeSource, told.makeSource),
    answer(editSource, told.editSource),
    answer(renewKey, told.renewKey),
    answer(closeSource, told.closeSource),
    answer(quarantine, held.quarantine),
    answer(retry, held.retry),
    answer(drop, held.drop),
    ...importAnswers,
  ],
  doors: [...segmentDoors(collectorOf), ...importDoors],
  listens: [{ name: 'intake.captures', events: [captured.name], batch: 500, hear: countCaptures }],
  ticks: [
    { name: 'intake.fold', everySeconds: 3_600, alone: true, run: (house) => foldTallies(house.database.write) },
    ...importTicks,
  ],
  async open(house) {
    const collector = openCollector(house);
    collectors.set(house, collector);
    return async () => {
      await closeImports(house);
      await collector.close();
    };
  },
};
