import { customersArea } from './customers/area.ts';
import { intakeArea } from './intake/area.ts';
import { memoryArea } from './memory/area.ts';
import { momentsArea } from './moments/area.ts';
import type { Area, House } from './platform/area.ts';
import type { Gate } from './platform/http/gate.ts';
import { privacyArea } from './privacy/area.ts';
import { openUseLog } from './privacy/use-log.ts';
import { promisesArea } from './promises/area.ts';
import { staffArea } from './staff/area.ts';
import { openDoorkeeper } from './staff/doorkeeper.ts';
import { todayArea } from './today/area.ts';

/** Every room, left to right; the only list that knows them all. */
export const areas: readonly Area[] = [
  staffArea,
  customersArea,
  privacyArea,
  memoryArea,
  intakeArea,
  todayArea,
  promisesArea,
  momentsArea,
];

/** Joins who people are (`staff`) and what is written of their reading (`privacy`) into what the door asks. */
export async function openGate(house: House): Promise<{ gate: Gate; close(): Promise<void> }> {
  const uses = await openUseLog(house);
  const doorkeeper = openDoorkeeper(house);
  return {
    gate: { actorOf: doorkeeper.actorOf, recordUses: uses.record },
    async close() {
      await uses.close();
    },
  };
}
