import type { teamToday as english } from '../en/today-team.ts';
import type { Translated } from '../shape.ts';

/** What colleagues hand over to each other, as it is told, in Russian. */
export const teamToday = {
  step: {},
  kind: { handed: 'Мне что-то передали' },
  line: {
    handed: {
      what: 'Передал(а): {{by}}',
      why: 'Коллега передаёт это вам или вашему отделу',
      open: 'Открыть «Сегодня»',
      tell: '{{by}} передаёт вам то, чего ждёт {{customer}}',
    },
    handedMany: {
      what: 'Передал(а): {{by}}; всего: {{lines}}',
      why: 'Коллега передаёт это вам или вашему отделу',
      open: 'Открыть «Сегодня»',
      tell: '{{by}} передаёт вам дела: {{lines}}',
    },
  },
} as const satisfies Translated<typeof english>;
