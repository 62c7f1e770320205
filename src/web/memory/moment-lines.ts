import { code, type EventLook, level } from './event-look.ts';

/** How judged contacts and what repairs them are told. */
export const momentLooks: Readonly<Record<string, EventLook>> = {
  'moment rated': {
    lines: [
      {
        say: 'memory.event.momentSeenLevel',
        slots: { level: level('emotional', 'process', 'information', 'people') },
        when: ['by', 'employee'],
        voice: 'company',
      },
      { say: 'memory.event.momentSeen', when: ['by', 'employee'], voice: 'company' },
      { say: 'memory.event.momentRatedLevel', slots: { level: level('rating', 'level', 'emotional', 'score') } },
      { say: 'memory.event.momentRated' },
    ],
    voice: 'customer',
  },
  'moment unrated': { lines: [{ say: 'memory.event.momentUnrated' }] },
  'repair wanted': { lines: [{ say: 'memory.event.repairWanted' }], voice: 'customer' },
  'repair made': {
    lines: [{ say: 'memory.event.repairMade', slots: { what: code('what') } }, { say: 'memory.event.repairMadePlain' }],
    voice: 'company',
  },
  'repair judged': {
    lines: [
      { say: 'memory.event.repairedYes', when: ['repaired', true] },
      { say: 'memory.event.repairedNo', when: ['repaired', false] },
    ],
    voice: 'customer',
  },
};
