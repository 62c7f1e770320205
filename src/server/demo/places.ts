import { shops } from './company.ts';
import type { Random } from './random.ts';

/** Where a household or a firm is. */
export interface Place {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly region: string;
  readonly shop: string;
  /** Where that shop stands. */
  readonly shopCity: string;
}

interface City {
  readonly name: string;
  readonly codes: readonly string[];
  readonly region: string;
  readonly shop: string;
  readonly weight: number;
}

function city(name: string, region: string, shop: string, weight: number, ...codes: readonly string[]): City {
  return { name, region, shop, weight, codes };
}

const cities: readonly City[] = [
  city('Alicante', 'Alicante', 'shop-alicante', 10, '03001', '03003', '03005', '03008', '03013'),
  city('Elche', 'Alicante', 'shop-alicante', 6, '03201', '03203', '03206'),
  city('Torrevieja', 'Alicante', 'shop-torrevieja', 7, '03181', '03182', '03185'),
  city('Orihuela', 'Alicante', 'shop-torrevieja', 3, '03300', '03189'),
  city('Benidorm', 'Alicante', 'shop-alicante', 4, '03501', '03502', '03503'),
  city('Dénia', 'Alicante', 'shop-denia', 4, '03700', '03709'),
  city('Jávea', 'Alicante', 'shop-denia', 3, '03730', '03737'),
  city('Gandia', 'Valencia', 'shop-denia', 3, '46700', '46701', '46730'),
  city('Valencia', 'Valencia', 'shop-valencia', 12, '46004', '46006', '46010', '46021', '46025'),
  city('Sagunto', 'Valencia', 'shop-valencia', 2, '46500', '46520'),
  city('Murcia', 'Murcia', 'shop-murcia', 6, '30001', '30005', '30009'),
  city('Cartagena', 'Murcia', 'shop-murcia', 4, '30201', '30203', '30205'),
];
const foreignCities = new Set(['Torrevieja', 'Orihuela', 'Benidorm', 'Dénia', 'Jávea', 'Alicante']);
const byWeight = cities.map((item) => [item, item.weight] as const);
const foreignByWeight = cities
  .filter((item) => foreignCities.has(item.name))
  .map((item) => [item, item.name === 'Torrevieja' ? 12 : 4] as const);

const streets = [
  'Calle Mayor',
  'Calle San Vicente',
  'Avenida de la Constitución',
  'Calle del Mar',
  'Calle Colón',
  'Avenida de Alicante',
  'Calle Pintor Sorolla',
  'Calle Doctor Fleming',
  'Calle de la Paz',
  'Plaza de la Iglesia',
  'Calle Azorín',
  'Calle Gabriel Miró',
  'Paseo Marítimo',
  'Calle Ramón y Cajal',
  'Avenida de las Palmeras',
  'Calle La Loma',
  'Calle Bailén',
  'Calle Reyes Católicos',
  'Urbanización Las Lomas',
  'Camino Viejo de la Huerta',
] as const;

/** A place to live or to trade; foreigners mostly live by the sea. */
export function placeOf(random: Random, foreign: boolean, firm: boolean): Place {
  const where = random.weighted(foreign ? foreignByWeight : byWeight);
  const number = random.int(1, 140);
  const flat = firm
    ? ', bajo'
    : random.chance(0.75)
      ? `, ${random.int(1, 9)}º ${random.pick(['A', 'B', 'C', 'D'])}`
      : '';
  return {
    street: `${random.pick(streets)} ${number}${flat}`,
    postalCode: random.pick(where.codes),
    city: where.name,
    region: where.region,
    shop: where.shop,
    shopCity: shops.find((one) => one.id === where.shop)?.city ?? where.name,
  };
}
