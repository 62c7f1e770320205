import {
  importErrors,
  listImports,
  listMappings,
  pauseImport,
  previewImport,
  resumeImport,
  saveMapping,
  showImport,
  startImport,
  undoImport,
} from '../../shared/imports.ts';
import { type Answer, answer, type House, type RawDoor, type Tick } from '../platform/area.ts';
import { fileDoors } from './import-door.ts';
import { type ImportRunner, openImportRunner } from './import-runner.ts';
import * as imports from './import-service.ts';

/** What the room answers about files. */
export const importAnswers: readonly Answer[] = [
  answer(previewImport, imports.previewImport),
  answer(startImport, imports.startImport),
  answer(listImports, imports.listImports),
  answer(showImport, imports.showImport),
  answer(importErrors, imports.importErrors),
  answer(pauseImport, imports.pauseImport),
  answer(resumeImport, imports.resumeImport),
  answer(undoImport, imports.undoImport),
  answer(saveMapping, imports.saveMapping),
  answer(listMappings, imports.listMappings),
];

/** The doors of files: upload, and the file of bad rows. */
export const importDoors: readonly RawDoor[] = fileDoors;

const runners = new WeakMap<House, ImportRunner>();

/** The runner of a house; opened when first asked for. */
export function importRunnerOf(house: House): ImportRunner {
  const known = runners.get(house);
  if (known !== undefined) return known;
  const made = openImportRunner(house);
  runners.set(house, made);
  return made;
}

/** Closes what the imports of a house hold; to be called by the area's closer. */
export async function closeImports(house: House): Promise<void> {
  await runners.get(house)?.close();
}

/** Looks for imports to run; several servers take one each. */
export const importTicks: readonly Tick[] = [
  {
    name: 'intake.imports',
    everySeconds: 1,
    alone: false,
    run: async (house) => importRunnerOf(house).wake(),
  },
];
