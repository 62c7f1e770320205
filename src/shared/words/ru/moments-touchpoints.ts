import type { touchpoints as english } from '../en/moments-touchpoints.ts';
import type { Translated } from '../shape.ts';

/** The places where customers meet the company (the list of the articles) and what is intended there, in Russian. */
export const touchpoints = {
  website: {
    name: 'Сайт',
    standard: 'Он сразу находит нужное, всё понятно и быстро.',
  },
  'email-service': {
    name: 'Электронная почта',
    standard: 'На письмо отвечают вовремя, понятно, и одного ответа достаточно.',
  },
  'call-centre': {
    name: 'Телефон',
    standard: 'Трубку берут быстро, знают факты и относятся с вниманием.',
  },
  'shop-counter': {
    name: 'Магазин',
    standard: 'Его ждут: с порога все знают, зачем он пришёл.',
  },
  order: {
    name: 'Приём заказа',
    standard: 'Ничего не домысливают: что, когда и как — договариваются с ним.',
  },
  prices: {
    name: 'Цены и условия',
    standard: 'Везде он слышит одно и то же: ясно, полно и по порядку.',
  },
  'internal-operations': {
    name: 'Наша внутренняя работа',
    standard: 'Внутри всё сделано так, что он этого не замечает.',
  },
  'order-status': {
    name: 'Состояние заказа',
    standard: 'Он знает, где его заказ, прежде чем спросит.',
  },
  invoice: {
    name: 'Счёт',
    standard: 'Он верен, приходит вовремя и понятен.',
  },
  'parcel-delivery': {
    name: 'Доставка',
    standard: 'Всё целиком, как договорились, в обещанный день.',
  },
  'complaints-desk': {
    name: 'Жалобы',
    standard: 'Ему верят, говорят, что будет дальше, и всё решается.',
  },
  'collections-desk': {
    name: 'Взыскание платежей',
    standard: 'Твёрдо, точно и вежливо; и никогда, пока мы сами не ответили.',
  },
  documents: {
    name: 'Документы и отчёты',
    standard: 'Он получает то, что просил, уже заполненное тем, что мы знаем.',
  },
  'home-visit': {
    name: 'Работа у клиента',
    standard: 'Вовремя, подготовленно, и после работы всё как было.',
  },
  'other-concern': {
    name: 'Любой другой вопрос',
    standard: 'На то, что не связано с продажей, отвечают с той же заботой.',
  },
  attention: {
    name: 'Обхождение',
    standard: 'Ни слова, ни взгляда, ни жеста, которые обидят, — ни от кого и нигде.',
  },
} as const satisfies Translated<typeof english>;
