import type { AskOf } from '../../shared/contract.ts';
import type { setStanding } from '../../shared/promises-standing.ts';
import { instantOf, isoOf } from './calendar.ts';
import { spanOf } from './story.ts';

/** What the company promises to whoever orders on the web, in the words of its page, and when it is kept. */
export const deliveryPromise: Pick<AskOf<typeof setStanding>, 'texts' | 'rule'> & { readonly keeper: string } = {
  texts: {
    es: {
      title: 'Su pedido en casa en 5 días laborables',
      promise:
        'Si compra en nuestra web, recibirá su pedido en 5 días laborables como máximo, completo y tal como lo pidió. Nos proponemos entregarlo en 3.',
      conditions: 'Para pedidos hechos en la web, con entrega en la península.',
      limits: 'No cuenta los sábados, los domingos ni los festivos nacionales. Los paneles solares se instalan aparte.',
      complain:
        'Si no llega a tiempo, falta algo o no es lo que pidió, díganoslo en el 900 900 123 o en cualquier tienda: lo cambiamos o le devolvemos el dinero, como prefiera.',
      contact: 'Logística, 900 900 123, pedidos@candilybrasa.example',
      indicator:
        'Pedidos entregados a tiempo, completos y correctos, entre todos los que vencían en los últimos 12 meses.',
    },
    en: {
      title: 'Your order at home within 5 working days',
      promise:
        'If you buy on our website, your order reaches you within 5 working days, complete and as you ordered it. We aim for 3.',
      conditions: 'For orders made on the website, delivered on the Spanish mainland.',
      limits: 'Saturdays, Sundays and national holidays do not count. Solar panels are installed separately.',
      complain:
        'If it is late, something is missing or it is not what you ordered, tell us on 900 900 123 or in any shop: we exchange it or give your money back, as you prefer.',
      contact: 'Logistics, 900 900 123, pedidos@candilybrasa.example',
      indicator: 'Orders delivered in time, complete and as ordered, of all that were due in the last 12 months.',
    },
    ru: {
      title: 'Ваш заказ у вас дома за 5 рабочих дней',
      promise:
        'Если вы купили на нашем сайте, заказ придёт не позже чем через 5 рабочих дней, полностью и именно такой, как вы заказали. Мы стремимся доставить его за 3.',
      conditions: 'Для заказов на сайте с доставкой по материковой Испании.',
      limits: 'Субботы, воскресенья и государственные праздники не считаются. Солнечные панели ставят отдельно.',
      complain:
        'Если заказ опоздал, чего-то не хватает или пришло не то, скажите нам по телефону 900 900 123 или в любом магазине: обменяем или вернём деньги, как вам удобнее.',
      contact: 'Логистика, 900 900 123, pedidos@candilybrasa.example',
      indicator:
        'Заказы, доставленные вовремя, полностью и без ошибок, среди всех, срок которых наступил за последние 12 месяцев.',
    },
  },
  rule: {
    opens: { event: 'Order Completed', where: [{ property: 'channel', is: 'web' }] },
    closes: { event: 'Delivery Made', where: [] },
    same: 'order_id',
    term: { kind: 'working-days', days: 5 },
    desired: { kind: 'working-days', days: 3 },
    ticks: [
      { tick: 'complete', property: 'complete' },
      { tick: 'as-ordered', property: 'in_spec' },
    ],
    kind: 'delivery',
  },
  keeper: 'logistics',
};

/** The instant at which the demo's first day begins; the standing promise is in force from then on. */
export function firstInstant(until: string): string {
  return isoOf(instantOf(spanOf(until).startDay, 0));
}
