import type * as english from '../en/promises-one.ts';
import type { Translated } from '../shape.ts';

/** What can be done with a promise, in Russian. */
export const act = {
  accept: 'Принять',
  decline: 'Не могу выполнить',
  settle: 'Записать результат',
  unsettle: 'Убрать результат',
  correct: 'Исправить результат',
  explain: 'Сказать, почему нарушено',
  renegotiate: 'Договориться о другом сроке',
  release: 'Клиент освободил',
  reassign: 'Передать другому',
  inner: 'Добавить внутренний шаг',
  confirm: 'Сделать обещанием',
  dismiss: 'Это не обещание',
} as const satisfies Translated<typeof english.act>;

/** The forms of those acts, in Russian. */
export const form = {
  missing: 'Этого ещё не хватает.',
  declineWhy: 'Почему нет',
  declineWhyHint: 'Тот, кто обещал, увидит это сразу.',
  counter: 'Когда сможете (если сможете)',
  newDue: 'Новый срок',
  hisWords: 'Что сказал клиент',
  agreed: 'Клиент согласен',
  agreedMissing: 'Без его согласия всё остаётся как обещано.',
  lateNote: 'Срок уже прошёл: обещание считается нарушенным, а новый срок — новое обещание.',
  releaseHint: 'Освободить может только он; тогда оно не считается ни выполненным, ни нарушенным.',
  channel: 'Как он это сказал',
  when: 'Когда это пришло',
  now: 'Только что',
  another: 'В другое время',
  promisedFor: 'Обещанный срок — {{due}}; выполнено ли, скажет книга обещаний.',
  amount: 'Что он получил',
  level: 'Какую оценку он ставит',
  reason: 'Почему нарушено',
  correctWhy: 'Почему он был другим',
} as const satisfies Translated<typeof english.form>;

/** What is said once an act is done, in Russian. */
export const done = {
  kept: 'Выполнено',
  exceeded: 'Выполнено лучше, чем обещано',
  broken: 'Записано: нарушено',
  declined: 'Отклонено. Тот, кто обещал, уже знает.',
  reassigned: 'Спросили: {{keeper}}',
  renegotiated: 'Договорились заново, срок: {{due}}',
  released: 'Клиент освободил от обещания',
  corrected: 'Исправлено; первая запись остаётся',
  confirmed: 'Теперь это обещание',
  dismissed: 'Отложено: не обещание',
} as const satisfies Translated<typeof english.done>;

/** What was done with a promise, in Russian. */
export const history = {
  title: 'Что с ним делали',
  none: 'О нём сообщила система; здесь с ним ничего не делали.',
  made: 'Обещано',
  accepted: 'Принято',
  declined: 'Отклонено:',
  countered: 'Предложен другой срок:',
  counteredTo: 'Предложен другой срок, {{due}}:',
  reassigned: 'Передано другому исполнителю',
  renegotiated: 'Изменено по согласию',
  renegotiatedTo: 'Договорились с клиентом: {{due}}',
  settled: 'Результат записан',
  kept: 'Выполнено',
  exceeded: 'Выполнено лучше, чем обещано',
  broken: 'Нарушено',
  unsettled: 'Результат убран',
  corrected: 'Результат исправлен:',
  correctedTo: 'Итог исправлен на «{{result}}»:',
  explained: 'Почему: {{reason}}',
  unexplained: 'Причина убрана',
  released: 'Клиент освободил:',
  felt: 'Клиент сказал, как это ему показалось',
  feltIt: {
    worse: 'Клиент сказал: хуже, чем ожидал',
    'as-expected': 'Клиент сказал: как ожидал',
    better: 'Клиент сказал: лучше, чем ожидал',
  },
  unfelt: 'Слова клиента убраны',
  confirmed: 'Подтверждено как обещание',
  dismissed: 'Отложено: не обещание',
  found: 'Возвращено',
  expected: 'Ожидание записано',
} as const satisfies Translated<typeof english.history>;

/** One promise by itself, in Russian. */
export const answer = {
  one: {
    word: 'Обещание',
    to: 'Обещание, клиент: {{name}}',
    by: 'Обещание клиента: {{name}}',
    inner: 'Шаг внутри обещания, клиент: {{name}}',
    expectation: 'Ожидания клиента: {{name}}',
    promised: 'Обещано {{by}}',
    promisedBy: 'Слово дано {{by}}: {{maker}}',
    hePromised: 'Он обещал {{by}}',
    standing: 'Постоянное обещание компании',
    told: 'Он сказал {{by}}',
    found: 'Прочитано в наших словах {{by}}; обещанием это ещё никто не сделал',
    nothingSaid: 'Пришло, хотя ждать этого никто не обещал',
    keeps: 'выполняет {{keeper}}',
    noKeeper: 'никто не выполняет',
    hidden: 'клиент его не видит',
    gapHour: 'В этот час часы переводят вперёд: считается первый миг после перевода.',
    overlapHour: 'В этот час часы переводят назад: считается первый из двух часов.',
    otherClock: 'По часам {{zone}}: {{local}}.',
    asked: 'Исполнителя ({{keeper}}) спросили, ответа нет.',
    askedUntil: 'Исполнителя ({{keeper}}) спросили, ответа нет; ответить нужно',
    declined: '{{keeper}} не может его выполнить.',
    countered: '{{keeper}} не может к сроку, но может: {{due}}',
    declinedAct: 'Найдите другого исполнителя или договоритесь с клиентом о другом сроке.',
    counteredAct: 'Спросите клиента, согласен ли он, или найдите другого исполнителя.',
  },
} as const satisfies Translated<typeof english.answer>;
