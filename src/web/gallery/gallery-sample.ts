import type { MomentSign } from '../parts/account-strip.tsx';
import type { ChartProps } from '../parts/chart.tsx';

/** Made-up values for the gallery; names and sentences as a utility company might have them. */
export const samples = {
  title: 'Every part',
  sentence: 'What pages are made of, once, in each of its states.',
  up: 'Today',
  first: 'Ask Billing for a date',
  second: 'Later',
  figureTwo: 'received this month',
  figureThree: 'loyalty',
  signs: 'Signs',
  channel: 'by phone',
  said: 'Llevo tres semanas esperando el reembolso y nadie me llama.',
  list: 'A list',
  table: 'A table',
  chart: 'A chart',
  name: 'Name',
  account: 'Account',
  last: 'Last heard',
  spent: 'Spent, 12 months',
  acts: 'Acts',
  done: 'Note removed',
  undo: 'Remove a note',
  ask: 'Remove the key',
  confirm: {
    title: 'Remove this key?',
    sentence: 'Programs that use it stop at once. This cannot be undone.',
    act: 'Remove the key',
    cancel: 'Keep it',
  },
  work: 'Importing online-retail.csv',
  secret: 'Key for the shop’s website',
  states: 'States',
  empty: 'No sources yet',
  long: 'A long list',
} as const;

/** A number with its meaning. */
export const figure = {
  label: 'keeping rate',
  definition: 'Promises kept or exceeded, among those that were due and have a result.',
  unit: 'cases',
  period: '1 Aug – 31 Oct 2026',
  sample: '1,204 promises',
} as const;

const moments: readonly MomentSign[] = ['good', 'indifferent', 'bad', 'good', 'good'];

/** A few customers. */
export const people = [
  {
    id: 'ana',
    name: 'Ana Ruiz',
    said: 'Nobody calls me back',
    at: '2026-11-20T09:05:00Z',
    spent: { amount: '1204.20', currency: 'EUR' },
    account: { moments, balance: -3 },
  },
  {
    id: 'pavel',
    name: 'Pavel Orlov',
    said: 'Объясните счёт по-русски',
    at: '2026-11-02T16:40:00Z',
    spent: { amount: '86.00', currency: 'EUR' },
    account: { moments: moments.slice(3), balance: 2 },
  },
  {
    id: 'mercado',
    name: 'Mercado de la Esperanza, S. Coop. And.',
    said: 'Muy bien el técnico',
    at: '2026-06-11T08:00:00Z',
    spent: { amount: '18650.75', currency: 'EUR' },
    account: { moments: moments.slice(0, 2), balance: 0 },
  },
] as const;

/** More rows than are drawn at once. */
export const manyPeople = Array.from({ length: 2000 }, (_, index) => ({
  id: `n${index}`,
  name: `Customer ${index + 1}`,
  at: `2026-0${1 + (index % 9)}-11T08:00:00Z`,
}));

/** Two lines and a reference. */
export const chart: ChartProps = {
  title: 'Repeat and loyal customers, by month',
  kind: 'line',
  along: ['May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct'],
  series: [
    { name: 'Repeat', values: [0.81, 0.8, 0.83, 0.82, 0.79, 0.8] },
    { name: 'Loyal', values: [0.44, 0.46, 0.45, 0.49, 0.52, 0.55] },
  ],
  reference: { at: 0.7, name: '70 %' },
  write: (value) => `${Math.round(value * 100)} %`,
};
