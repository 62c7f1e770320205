import type { momentsToday as english } from '../en/today-moments.ts';
import type { Translated } from '../shape.ts';

/** What moments say on Today and in tellings, in Russian. */
export const momentsToday = {
  step: {},
  kind: {
    repair: 'Исправить плохой момент',
    recheck: 'Спросить, исправлено ли',
    mark: 'Сказать, как прошёл контакт',
    ask: 'Вопрос клиенту',
  },
  line: {
    repair: {
      what: 'Плохой момент, который надо исправить',
      why: 'У клиента с нами не сложилось; исправит это только хороший ответ',
      open: 'Исправить',
      tell: 'Исправить плохой момент: {{customer}}; хороших моментов за нами: {{owed}}',
    },
    recheck: {
      what: 'Спросите, исправлено ли',
      why: 'Исправляли: {{done}}; считается, только если так скажет клиент',
      open: 'Спросить сейчас',
      tell: 'Спросите, всё ли снова хорошо: {{customer}} (исправляли: {{done}})',
    },
    mark: {
      what: 'Скажите, как прошёл контакт: {{at}}',
      why: 'Вы говорили с клиентом и видели то, чего он не написал',
      open: 'Оценить',
      tell: 'Скажите, как прошёл контакт с клиентом {{customer}}: {{at}}',
    },
    ask: {
      what: 'Вопрос, который надо задать',
      why: 'Как это было, может сказать только клиент',
      open: 'Посмотреть вопрос',
      tell: 'Вопрос клиенту: {{customer}}',
    },
  },
} as const satisfies Translated<typeof english>;
