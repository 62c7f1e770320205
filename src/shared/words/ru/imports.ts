import type { imports as english } from '../en/imports.ts';
import type { Translated } from '../shape.ts';

/** Почему строки файла не взяты и что прочитано иначе, по-русски. */
export const imports = {
  reasons: {
    'import-unclosed-quote': 'Кавычка открыта и не закрыта.',
    'import-stray-quote': 'После закрывающей кавычки идёт текст.',
    'import-unreadable-text': 'В строке есть знаки, которых нет в этой кодировке, или нулевой байт.',
    'import-row-too-short': 'В строке меньше ячеек, чем в заголовке.',
    'import-row-too-long': 'В строке больше ячеек, чем в заголовке.',
    'import-header-again': 'Здесь заголовок повторяется.',
    'import-no-event': 'К этой строке не подходит ни одно событие сопоставления.',
    'import-no-group': 'Столбцы, объединяющие строки, пусты.',
    'import-no-key': 'Ключ этой строки пуст или слишком длинный.',
    'import-no-name': 'Имя события пустое.',
    'import-bad-date': 'Дату не удалось прочитать.',
    'import-consent': 'Импорт не может дать согласие: в файле нет доказательств.',
    'import-group-too-long': 'Слишком много строк объединено в одну.',
    'import-lost-digits': 'Это число потеряло цифры (его сократила таблица). Ключом оно не стало.',
    'import-not-a-number': 'Это не число; сохранено как текст.',
    'import-not-a-date': 'Это не дата; сохранено как текст.',
    'import-not-yes-or-no': 'Это не «да» и не «нет»; сохранено как текст.',
    'event-same-id-other-content': 'Тот же ключ уже приходил с другим содержанием.',
    'event-bad-time': 'Время неверно.',
    'event-in-future': 'Время в будущем.',
    'event-bad-money': 'Сумму не удалось прочитать.',
    'event-unclean-text': 'В тексте есть знаки, которые нельзя сохранить.',
    'event-too-large': 'Событие слишком большое.',
    other: 'Строку не удалось взять.',
  },
  /** Headings that the error file puts before the columns of the original. */
  file: {
    line: 'строка',
    code: 'код',
    reason: 'причина',
    detail: 'подробность',
  },
} as const satisfies Translated<typeof english>;
