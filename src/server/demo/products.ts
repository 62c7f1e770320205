import type { Language } from '../../shared/scalars.ts';

/** A thing sold in the shops and on the web site. */
export interface Product {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  /** Cents, 2024, tax included. */
  readonly price: number;
  readonly weight: number;
  /** How customers call it in a sentence (masculine in Spanish, the same in the Russian accusative). */
  readonly said: Readonly<Record<Language, string>>;
}

function product(
  id: string,
  name: string,
  category: string,
  price: number,
  weight: number,
  es: string,
  en: string,
  ru: string,
): Product {
  return { id, sku: `CB-${id.toUpperCase()}`, name, category, price, weight, said: { es, en, ru } };
}

export const products: readonly Product[] = [
  product(
    'led6',
    'Pack 6 bombillas LED',
    'lighting',
    1890,
    9,
    'el pack de bombillas',
    'the pack of bulbs',
    'набор ламп',
  ),
  product(
    'foco2',
    'Foco LED exterior',
    'lighting',
    3450,
    4,
    'el foco de exterior',
    'the outdoor light',
    'уличный фонарь',
  ),
  product('term1', 'Termostato WiFi', 'control', 8990, 6, 'el termostato', 'the thermostat', 'термостат'),
  product(
    'ench4',
    'Enchufe inteligente',
    'control',
    1590,
    7,
    'el enchufe inteligente',
    'the smart plug',
    'умный выключатель',
  ),
  product(
    'med1',
    'Medidor de consumo',
    'control',
    4990,
    3,
    'el medidor de consumo',
    'the energy monitor',
    'измеритель расхода',
  ),
  product(
    'prog2',
    'Programador de termo',
    'control',
    2790,
    3,
    'el programador',
    'the immersion timer',
    'таймер для бойлера',
  ),
  product('rad15', 'Radiador 1500 W', 'heating', 7450, 5, 'el radiador', 'the radiator', 'обогреватель'),
  product(
    'emisor',
    'Emisor térmico 1000 W',
    'heating',
    14_900,
    3,
    'el emisor térmico',
    'the panel heater',
    'конвектор',
  ),
  product('vent3', 'Ventilador de techo', 'cooling', 9900, 5, 'el ventilador', 'the ceiling fan', 'вентилятор'),
  product(
    'aire35',
    'Aire acondicionado split',
    'cooling',
    64_900,
    2,
    'el aire acondicionado',
    'the air conditioner',
    'кондиционер',
  ),
  product('termo80', 'Termo eléctrico 80 l', 'water', 21_900, 2, 'el termo', 'the water heater', 'водонагреватель'),
  product('deteco', 'Detector de CO', 'safety', 3290, 4, 'el detector de CO', 'the CO alarm', 'датчик угарного газа'),
  product('dethumo', 'Detector de humo', 'safety', 1990, 4, 'el detector de humo', 'the smoke alarm', 'датчик дыма'),
  product(
    'carga7',
    'Cargador de coche 7 kW',
    'mobility',
    54_900,
    1,
    'el cargador del coche',
    'the car charger',
    'зарядный блок',
  ),
  product('desh12', 'Deshumidificador 12 l', 'air', 15_900, 2, 'el deshumidificador', 'the dehumidifier', 'осушитель'),
  product('burl1', 'Burlete aislante 10 m', 'insulation', 1250, 5, 'el burlete', 'the draught strip', 'уплотнитель'),
];

/** The list of [product, weight], for drawing by popularity. */
export const productWeights: readonly (readonly [Product, number])[] = products.map(
  (item) => [item, item.weight] as const,
);

/** Cents in a year: 4 % more each year, ending in 0 or 5. */
export function productPrice(item: Product, year: number): number {
  return Math.max(5, Math.round((item.price * 1.04 ** (year - 2024)) / 5) * 5);
}
