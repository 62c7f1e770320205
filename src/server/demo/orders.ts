import { dateText, momentOn, yearOf } from './calendar.ts';
import type { Employee } from './company.ts';
import { complain } from './complaints.ts';
import { contact } from './contacts.ts';
import { dayText, euro, type Life, numberOf, officeInstant, scene, servant, tell, words } from './life.ts';
import type { Fields } from './message.ts';
import { live } from './moments.ts';
import { type Product, productPrice, productWeights } from './products.ts';
import { type KeptPromise, promise } from './promises.ts';

interface OrderLine {
  readonly product: Product;
  readonly price: number;
  readonly quantity: number;
}

interface Order {
  readonly id: string;
  readonly at: number;
  readonly day: number;
  readonly online: boolean;
  readonly employee: Employee | undefined;
  readonly lines: readonly OrderLine[];
  readonly total: number;
}

/** He buys something, in his shop or on the web site; `vigour` 0 to 1 says how much (a decliner's baskets shrink). */
export function buy(life: Life, day: number, vigour: number): void {
  const { random, person } = life;
  const online = random.chance(0.15 + 0.65 * person.digital);
  const employee = online ? undefined : servant(life, 'marketing-sales', person.place.shop);
  const lines = basket(life, day, vigour);
  const order: Order = {
    id: numberOf(life, 'PD'),
    at: momentOn(random, day, online ? 'any' : 'shop'),
    day,
    online,
    employee,
    lines,
    total: lines.reduce((sum, line) => sum + line.price * line.quantity, 0),
  };
  tellOrder(life, order);
  const carried = !online && random.chance(0.7);
  if (carried) {
    const care = employee?.care ?? 0.7;
    live(life, {
      at: order.at,
      channel: 'shop',
      touchpoint: 'shop-counter',
      departments: ['marketing-sales'],
      ...(employee === undefined ? {} : { employee }),
      people: random.around(care, 0.2),
      information: random.around(0.75, 0.2),
      process: random.around(0.75, 0.2),
      on: { order_id: order.id },
    });
    if (random.chance(0.04)) refund(life, order, lines, day + random.int(2, 12), 'changed-mind');
  } else deliver(life, order);
}

function basket(life: Life, day: number, vigour: number): readonly OrderLine[] {
  const { random } = life;
  const size = vigour < 0.5 ? 1 : random.int(1, life.person.kind === 'organisation' ? 4 : 3);
  const lines = new Map<string, OrderLine>();
  for (let i = 0; i < size; i += 1) {
    let product = random.weighted(productWeights);
    if (vigour < 0.6 && product.price > 6000) product = random.weighted(productWeights);
    const cheap = product.price < 5000 && vigour > 0.5;
    lines.set(product.id, {
      product,
      price: productPrice(product, yearOf(day)),
      quantity: cheap ? random.int(1, life.person.kind === 'organisation' ? 8 : 3) : 1,
    });
  }
  return [...lines.values()];
}

function tellOrder(life: Life, order: Order): void {
  const place = order.online
    ? scene('web', 'website-shop', 'marketing-sales', undefined)
    : scene('shop', 'shop-counter', 'marketing-sales', order.employee);
  tell(life, order.at, order.online ? 'web' : 'shop', 'Order Completed', {
    ...place,
    ...(order.online ? {} : { shop_id: life.person.place.shop }),
    order_id: order.id,
    total: euro(order.total),
    revenue: euro(order.total),
    currency: 'EUR',
    payment_method: order.online ? 'card' : life.random.pick(['card', 'card', 'cash']),
    products: order.lines.map(productFields),
  });
}

function productFields(line: OrderLine): Fields {
  return {
    product_id: line.product.id,
    sku: line.product.sku,
    name: line.product.name,
    price: euro(line.price),
    quantity: line.quantity,
    category: line.product.category,
  };
}

/** The parcel: promised by a date, kept or not, whole or not, as ordered or not. */
function deliver(life: Life, order: Order): void {
  const { random } = life;
  const promised = promise(life, order.at + 60_000, {
    text: 'promiseDelivery',
    keeper: 'logistics',
    ...(order.employee === undefined ? {} : { maker: order.employee }),
    channel: order.online ? 'web' : 'shop',
    days: random.int(3, 7),
    hours: 'visit',
    on: { order_id: order.id },
  });
  if (promised.ending === 'silent') {
    lostParcel(life, order, promised);
    return;
  }
  const carrier = servant(life, 'logistics');
  const late = promised.ending === 'broken';
  const complete = random.chance(0.965);
  const inSpec = random.chance(0.955);
  tell(life, promised.doneAt - 30_000, 'logistics', 'Delivery Made', {
    ...scene('delivery', 'parcel-delivery', 'logistics', carrier),
    direction: 'out',
    order_id: order.id,
    promise_id: promised.id,
    complete,
    in_spec: inSpec,
    on_time: !late,
    on: dateText(promised.doneDay),
  });
  const good = complete && inSpec;
  live(life, {
    at: promised.doneAt,
    channel: 'delivery',
    touchpoint: 'parcel-delivery',
    departments: ['logistics', 'purchasing'],
    people: random.around(0.75, 0.2),
    information: random.around(0.72, 0.2),
    process: good ? (late ? 0.3 : promised.ending === 'exceeded' ? 0.92 : 0.74) : 0.15,
    on: { order_id: order.id, promise_id: promised.id },
  });
  if (good && !(late && random.chance(0.15))) return;
  complainOfDelivery(life, order, promised, good ? 'late' : complete ? 'damaged' : 'missing');
}

function lostParcel(life: Life, order: Order, promised: KeptPromise): void {
  const item = order.lines[0]?.product;
  contact(life, promised.dueDay + 3, {
    reason: 'order-status',
    words: words(life, 'orderStatus', { product: item?.said[life.person.language] ?? '', order: order.id }),
    subject: 'subjectOrder',
    slots: { order: order.id },
    outcome: 'cancelled-and-refunded',
    on: { order_id: order.id, promise_id: promised.id },
  });
  refund(life, order, order.lines, promised.dueDay + 6, 'never-arrived');
  life.mood = Math.min(life.mood, 0) - 5;
}

const deliveryText = {
  late: 'complaintLateDelivery',
  damaged: 'complaintDamaged',
  missing: 'complaintMissing',
} as const;

function complainOfDelivery(life: Life, order: Order, promised: KeptPromise, wrong: keyof typeof deliveryText): void {
  const late = wrong === 'late';
  const first = order.lines[0];
  if (first === undefined || !life.random.chance(0.75)) return;
  complain(life, promised.doneDay + life.random.int(1, 3), {
    about: late ? 'late-delivery' : 'wrong-delivery',
    text: deliveryText[wrong],
    departments: late ? ['logistics'] : ['logistics', 'purchasing', 'quality'],
    severity: 1,
    on: { order_id: order.id, about_promise_id: promised.id },
    slots: {
      product: first.product.said[life.person.language],
      order: order.id,
      date: dayText(life, promised.dueDay),
    },
  });
  if (!late) refund(life, order, [first], promised.doneDay + life.random.int(5, 14), 'damaged-or-missing');
}

function refund(life: Life, order: Order, lines: readonly OrderLine[], day: number, reason: string): void {
  const total = lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
  tell(life, officeInstant(life, Math.max(day, order.day + 1)), 'shop', 'Order Refunded', {
    ...scene('back-office', order.online ? 'website-shop' : 'shop-counter', 'collections', undefined),
    direction: 'out',
    order_id: order.id,
    total: euro(total),
    currency: 'EUR',
    reason,
    products: lines.map(productFields),
  });
}
