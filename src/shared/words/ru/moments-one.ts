import type * as english from '../en/moments-one.ts';
import type { Translated } from '../shape.ts';

/** How a moment was, in Russian. */
export const sign = {
  good: 'хороший',
  indifferent: 'никакой',
  bad: 'плохой',
  grave: 'тяжёлый',
  unjudged: 'не оценён',
} as const satisfies Translated<typeof english.sign>;

/** What is marked, in Russian. */
export const marks = {
  people: 'Люди',
  information: 'Информация',
  process: 'Процесс',
  environment: 'Обстановка',
  feeling: 'Чувство',
  functional: 'Чувство, разумом',
  emotional: 'Чувство, сердцем',
} as const satisfies Translated<typeof english.marks>;

/** The same within a sentence, in Russian. */
export const low = {
  people: 'люди',
  information: 'информация',
  process: 'процесс',
  environment: 'обстановка',
  feeling: 'чувство',
} as const satisfies Translated<typeof english.low>;

/** Before, in and after a contact, in Russian. */
export const stage = {
  perception: 'До',
  interaction: 'Во время',
  remembrance: 'Спустя дни',
} as const satisfies Translated<typeof english.stage>;

/** Whose word it is, in Russian. */
export const source = {
  customer: 'сказал клиент',
  employee: 'увидел сотрудник',
  event: 'по фактам',
  machine: 'догадка машины',
} as const satisfies Translated<typeof english.source>;

/** What a bad moment was about, in Russian. */
export const kind = {
  treatment: 'обхождение',
  product: 'товар',
  both: 'и то и другое',
  unsaid: 'не сказано',
} as const satisfies Translated<typeof english.kind>;

/** What happened, where nothing was said, in Russian. */
export const cause = {
  late: 'Пришло с опозданием',
  waited: 'Пришлось ждать',
  broken: 'Нарушено обещание',
  incomplete: 'Было не всё',
  wrong: 'Было не так, как договорились',
  'charged-twice': 'Деньги списали дважды',
  complained: 'Он пожаловался',
  thanked: 'Он поблагодарил',
  rated: 'Поставлена оценка',
  'not-told': 'Нужного не знали',
  kept: 'Обещание сдержано',
  exceeded: 'Вышло лучше обещанного',
  felt: 'Он сказал, как это ощущалось',
  guessed: 'Так читаются его слова',
  unresolved: 'Вопрос не решён',
} as const satisfies Translated<typeof english.cause>;

/** One moment, in Russian. */
export const one = {
  title: {
    good: 'Хороший момент: {{name}}',
    indifferent: 'Никакой момент: {{name}}',
    bad: 'Плохой момент: {{name}}',
    unjudged: 'Контакт: {{name}}',
  },
  word: 'Момент',
  withPerson: 'с: {{name}}',
  serves: 'С чьих слов: {{source}}',
  marks: 'Как это было',
  marksSentence: 'Каждая оценка — по лучшему источнику. Решает худшая.',
  value: '{{value, number}} из 5',
  unknown: 'неизвестно',
  worst: 'худшая',
  noMarks: 'Пока никто ничего об этом не сказал.',
  owner: 'За то, что подвело ({{mark}}), отвечает: {{department}}.',
  house: 'За то, что подвело ({{mark}}), отвечает компания.',
  departments: 'Участвовали: {{names}}',
  stages: 'До, во время и после',
  remembered: 'Как он это помнит',
  better: '{{side}}: на {{count, number}} лучше, чем было',
  worse: '{{side}}: на {{count, number}} хуже, чем было',
  same: '{{side}}: так же, как тогда',
  functional: 'Разумом',
  emotional: 'Сердцем',
  said: 'Что говорит каждый источник',
  saidSentence: 'Хранится отдельно. Считается лучший из источников, что бы ни говорил худший.',
  counts: 'учитывается',
  expected: 'ожидал {{expected, number}}, получил {{received, number}} из 7',
  promise: 'Обещание',
  story: 'В истории',
  account: 'Счёт',
} as const satisfies Translated<typeof english.one>;

/** How it was, in one tap, in Russian. */
export const tap = {
  title: 'Как это было?',
  sentence: 'Одно касание скажет, как это видели вы. Слово клиента важнее.',
  face: {
    f1: 'Очень плохо',
    f2: 'Плохо',
    f3: 'Никак',
    f4: 'Хорошо',
    f5: 'Очень хорошо',
  },
  done: 'Записано: {{how}}',
  more: 'Подробнее',
  act: 'Записать',
  by: 'Чьё это слово?',
  me: 'Так видел я',
  he: 'Так сказал клиент',
  needed: 'Было ли у вас всё нужное?',
  yes: 'Да',
  no: 'Нет',
  missing: 'Чьей информации не хватило или чья была неверной?',
  kind: 'В чём было дело?',
  stage: 'Когда?',
  grave: 'Это было тяжело',
  graveHelp: 'Весит вдвое больше.',
  words: 'Что было сказано',
  noMark: 'Отметьте хотя бы одно.',
  key: 'Как это было: {{how}}',
  judged: 'Как было: {{sign}}',
  look: 'Открыть момент',
} as const satisfies Translated<typeof english.tap>;
