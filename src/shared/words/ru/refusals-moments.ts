import type { refusalsOfMoments as english } from '../en/refusals-moments.ts';
import type { Translated } from '../shape.ts';

/** What is said where questions and recoveries are refused, in Russian. */
export const refusalsOfMoments = {
  'question.link-void': {
    title: 'Эта ссылка больше не открывается.',
    act: 'Срок её вышел или вопрос отозван; делать ничего не нужно.',
  },
  'question.withheld': {
    title: 'Сейчас его не спрашивают.',
    act: 'Посмотрите почему; спросить можно, когда это пройдёт.',
  },
  'question.answered': {
    title: 'Он уже ответил.',
    act: 'Прочитайте ответ; отозвать вопрос нельзя.',
  },
  'question.no-answer': {
    title: 'Ничего не отвечено.',
    act: 'Выберите одну оценку, этого достаточно.',
  },
  'recovery.ended': {
    title: 'Это исправление уже закончено.',
    act: 'Посмотрите, чем оно кончилось; новый плохой момент начнёт другое.',
  },
  'recovery.over-budget': {
    title: 'Это больше, чем вам можно потратить на него, не спрашивая.',
    act: 'Запишите меньше или передайте тому, кому можно больше.',
  },
} as const satisfies Translated<typeof english>;
