import type { privacy as english } from '../en/privacy.ts';
import type { Translated } from '../shape.ts';

/** Purposes and the log of uses, in Russian. */
export const privacy = {
  purpose: {
    none: 'Без данных клиентов',
    service: 'Обслуживание клиента',
    administration: 'Управление',
    intake: 'Приём данных',
    analysis: 'Анализ',
    audit: 'Проверка',
  },
  actor: {
    person: 'Коллега',
    key: 'Программа с ключом',
    partner: 'Внешний партнёр',
    customer: 'Сам клиент',
    system: 'Сам Kept',
  },
  uses: {
    title: 'Использование данных клиента',
    sentence: 'Кто смотрел, когда и зачем: по роли и отделу, но не по имени. Для оценки работы это не служит.',
    find: 'Клиент',
    choose: 'Выберите клиента',
    chooseSentence: 'Здесь появится каждое использование его данных, новое сверху.',
    oneCustomer: 'Этот клиент',
    toCustomer: 'К клиенту',
    none: 'Его данные ещё не использовались',
  },
  proof: {
    title: 'Проверка журнала',
    go: 'Цел ли журнал?',
    sentence: 'Каждая запись держится за предыдущую, как звенья цепи. Здесь вся цепь считается заново.',
    again: 'Посчитать ещё раз',
    whole: 'Журнал цел.',
    broken_one: 'Журнал нарушен в {{count, number}} месте.',
    broken_few: 'Журнал нарушен в {{count, number}} местах.',
    broken_many: 'Журнал нарушен в {{count, number}} местах.',
    broken_other: 'Журнал нарушен в {{count, number}} местах.',
    counted: 'Пересчитано: записей {{uses, number}}, звеньев {{links, number}}.',
    places: 'Где он нарушен',
    at: 'звено {{link, number}} сервера {{server}}',
    what: {
      'link-missing': 'В середине нет звена.',
      'link-changed': 'Звено изменено.',
      'use-missing': 'Записи нет.',
      'use-changed': 'Запись изменена.',
      'use-added': 'Запись добавлена позже.',
      'tail-missing': 'Нет конца цепи.',
    },
  },
} as const satisfies Translated<typeof english>;
