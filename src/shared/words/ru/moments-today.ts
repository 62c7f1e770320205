import type { momentsToday as english } from '../en/moments-today.ts';
import type { Translated } from '../shape.ts';

/** What moments say on Today and in tellings, in Russian. */
export const momentsToday = {
  step: {
    own: 'Беру на себя',
  },
  kind: {
    repair: 'Плохой момент, который надо исправить',
    recheck: 'Узнать, исправлено ли',
    mark: 'Сказать, как прошёл контакт',
    ask: 'Вопрос клиенту',
  },
  line: {
    open: {
      what: 'Плохой момент, {{at}}: за него пока никто не отвечает',
      why: 'За то, что подвело, отвечает ваш отдел',
      open: 'Посмотреть',
      tell: 'Плохой момент, {{at}} ({{customer}}): кто за него отвечает?',
    },
    look: {
      what: 'Возможно, было плохо, {{at}}: посмотрите, так ли это',
      why: 'Так написанное понимает машина',
      open: 'Посмотреть',
      tell: 'Написанное похоже на плохой момент ({{customer}}): посмотрите, так ли это',
    },
    repair: {
      what: 'Исправить: плохой момент, {{at}}',
      why: 'За него отвечаете вы',
      open: 'Исправить',
      tell: 'Вы отвечаете за плохой момент, {{at}} ({{customer}})',
    },
    again: {
      what: 'Ещё не исправлено: плохой момент, {{at}}',
      why: 'Клиент говорит, что нет',
      open: 'Посмотреть',
      tell: 'Клиент говорит, что не исправлено: {{customer}}',
    },
    recheck: {
      what: 'Спросите, исправлено ли: плохой момент, {{at}}',
      why: 'Сказать это может только клиент',
      open: 'Спросить',
      tell: 'Пора спросить, исправлено ли: {{customer}}',
    },
  },
} as const satisfies Translated<typeof english>;
