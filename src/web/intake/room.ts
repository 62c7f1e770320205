import { IconFileImport, IconInbox } from '@tabler/icons-react';
import { listImports } from '../../shared/imports.ts';
import { sources } from '../../shared/intake.ts';
import { ask } from '../platform/ask.ts';
import type { WebRoom } from '../platform/room.ts';

/** The doors through which the house hears: sources, files, and what could not be taken. */
export const intakeRoom: WebRoom = {
  name: 'intake',
  routes: [
    {
      path: '/intake',
      title: 'intake.title',
      access: 'customers.read',
      load: () => import('./sources-page.tsx').then((page) => page.SourcesPage),
    },
    {
      path: '/intake/sources/$source_id',
      title: 'intake.title',
      access: 'customers.read',
      load: () => import('./source-page.tsx').then((page) => page.SourcePage),
    },
    {
      path: '/intake/quarantine',
      title: 'intake.quarantine.title',
      access: 'intake.manage',
      load: () => import('./quarantine-page.tsx').then((page) => page.QuarantinePage),
    },
    {
      path: '/intake/imports',
      title: 'importing.title',
      access: 'intake.manage',
      load: () => import('./imports-page.tsx').then((page) => page.ImportsPage),
    },
    {
      path: '/intake/imports/new',
      title: 'importing.act',
      access: 'intake.manage',
      load: () => import('./import-wizard-page.tsx').then((page) => page.ImportWizardPage),
    },
    {
      path: '/intake/imports/$import_id',
      title: 'importing.title',
      access: 'intake.manage',
      load: () => import('./import-page.tsx').then((page) => page.ImportPage),
    },
  ],
  navigation: [
    {
      to: '/intake',
      label: 'shell.nav.intake',
      short: 'shell.nav.intakeShort',
      icon: IconInbox,
      order: 60,
      access: 'customers.read',
    },
  ],
  commands: [
    {
      id: 'make-source',
      label: 'intake.source.make',
      icon: IconInbox,
      access: 'intake.manage',
      run: (go) => go('/intake?make=yes'),
    },
    {
      id: 'import-file',
      label: 'importing.act',
      icon: IconFileImport,
      keys: 'g i',
      access: 'intake.manage',
      run: (go) => go('/intake/imports/new'),
    },
  ],
  firstSteps: [
    {
      id: 'example',
      order: 20,
      title: 'intake.step.example',
      sentence: 'intake.step.exampleSentence',
      to: '/start',
      access: 'intake.manage',
      done: hasHeard,
    },
    {
      id: 'source',
      order: 30,
      title: 'intake.step.source',
      sentence: 'intake.step.sourceSentence',
      to: '/intake?make=yes',
      access: 'intake.manage',
      done: async () => (await ask(sources, {})).sources.some((one) => isSender(one.kind) && one.sent > 0),
    },
    {
      id: 'import',
      order: 40,
      title: 'intake.step.import',
      sentence: 'intake.step.importSentence',
      to: '/intake/imports/new',
      access: 'intake.manage',
      done: async () => (await ask(listImports, {})).imports.some((one) => !one.dry),
    },
    {
      id: 'capture',
      order: 60,
      title: 'intake.step.capture',
      sentence: 'intake.step.captureSentence',
      to: '/customers',
      access: 'memory.capture',
      done: async () => (await ask(sources, {})).sources.some((one) => one.kind === 'capture' && one.sent > 0),
    },
  ],
};

async function hasHeard(): Promise<boolean> {
  return (await ask(sources, {})).sources.some((one) => one.sent > 0);
}

function isSender(kind: string): boolean {
  return kind === 'server' || kind === 'browser';
}
