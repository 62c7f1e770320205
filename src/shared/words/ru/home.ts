import type { home as english } from '../en/home.ts';
import type { Translated } from '../shape.ts';

/** The house at a glance, and the ways to fill it, in Russian. */
export const home = {
  glance: 'Дом с одного взгляда',
  sinceStart: 'С тех пор, как Kept начал слушать',
  known: {
    label: 'Известные клиенты',
    means: 'Клиенты с проверенным ключом или заведённые вручную. Объединённые записи считаются один раз.',
    sample_one: '{{count, number}} клиент, известный или ожидающий',
    sample_few: '{{count, number}} клиента, известных или ожидающих',
    sample_many: '{{count, number}} клиентов, известных или ожидающих',
    sample_other: '{{count, number}} клиента, известных или ожидающих',
  },
  pending: {
    label: 'Ждут подтверждения',
    means: 'Клиенты, которые пока только называют ключ своим: кому-то нужно посмотреть.',
  },
  merged: {
    label: 'Объединённые записи',
    means: 'Записи, соединённые с другой, потому что это один клиент. Каждую можно снова отделить.',
  },
  heard: {
    label: 'События в памяти',
    means: 'Всё, что клиенты рассказали, спросили, купили или пережили, насколько это удалось принять.',
    sample_one: '{{count, number}} событие отправлено, считая повторы и карантин',
    sample_few: '{{count, number}} события отправлено, считая повторы и карантин',
    sample_many: '{{count, number}} событий отправлено, считая повторы и карантин',
    sample_other: '{{count, number}} события отправлено, считая повторы и карантин',
  },
  look: {
    title: 'Стоит посмотреть',
    claims_one: '{{count, number}} открытая заявка',
    claims_few: '{{count, number}} открытые заявки',
    claims_many: '{{count, number}} открытых заявок',
    claims_other: '{{count, number}} открытой заявки',
    claimsWhy: 'Кто-то называет ключ своим.',
    quarantine_one: '{{name}}: {{count, number}} событие в карантине',
    quarantine_few: '{{name}}: {{count, number}} события в карантине',
    quarantine_many: '{{name}}: {{count, number}} событий в карантине',
    quarantine_other: '{{name}}: {{count, number}} события в карантине',
    quarantineWhy: 'Принять не удалось; посмотрите причину и повторите.',
    silent: '{{name}} молчит',
    silentWhy: 'Больше суток ничего не слышно.',
  },
  money: {
    title: 'Деньги по месяцам',
    settled: 'Посчитано',
    currency: 'Валюта',
    chart: 'Продано и возвращено по месяцам, {{currency}}',
    sold: 'Продано',
    returned: 'Возвращено',
  },
  start: {
    title: 'Посмотрите на живой Kept',
    sentence: 'Три пути от пустого дома к клиентам с историей.',
    demo: 'Придуманная компания',
    demoSentence:
      'Энергокомпания: три года клиентов, звонков, обещаний и жалоб. У неё свой дом рядом с вашим, убирается одним действием. Запустите там, где установлен Kept:',
    extract: 'Настоящий магазин',
    extractSentence:
      'Выдержка из набора данных Online Retail с готовой разметкой. Попадёт в этот дом, и загрузку можно отменить:',
    own: 'Ваши собственные клиенты',
    ownSentence: 'Любой файл CSV: Kept угадает столбцы, покажет, чем они станут, и сможет убрать всё обратно.',
  },
} as const satisfies Translated<typeof english>;
