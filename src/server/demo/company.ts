import type { Language } from '../../shared/scalars.ts';

/** The invented energy utility of the demo. */
export const company = {
  name: 'Candil y Brasa Energía',
  domain: 'candilybrasa.example',
  currency: 'EUR',
  zone: 'Europe/Madrid',
  phone: '+34900900123',
} as const;

/** Departments, from the list in "Customer focus, everyone's responsibility". */
export const departments = [
  'marketing-sales',
  'production',
  'research-development',
  'quality',
  'customer-service',
  'collections',
  'purchasing',
  'logistics',
  'systems',
  'maintenance',
  'human-resources',
] as const;
export type Department = (typeof departments)[number];

/** How often a department breaks a promise that it was to keep: the demo's built-in truth, which Kept should find. */
export const breakRate: Readonly<Record<Department, number>> = {
  'marketing-sales': 0.14,
  production: 0.12,
  'research-development': 0.12,
  quality: 0.12,
  'customer-service': 0.17,
  collections: 0.11,
  purchasing: 0.15,
  logistics: 0.16,
  systems: 0.2,
  maintenance: 0.22,
  'human-resources': 0.1,
};

/** A place of ours with its own counter and telephone (which is nobody's identity key). */
export interface Shop {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly phone: string;
}

export const shops: readonly Shop[] = [
  { id: 'shop-alicante', name: 'Tienda Alicante Centro', city: 'Alicante', phone: '+34965550101' },
  { id: 'shop-torrevieja', name: 'Tienda Torrevieja', city: 'Torrevieja', phone: '+34965550102' },
  { id: 'shop-denia', name: 'Tienda Dénia', city: 'Dénia', phone: '+34965550103' },
  { id: 'shop-valencia', name: 'Tienda Valencia Ruzafa', city: 'Valencia', phone: '+34963550104' },
  { id: 'shop-murcia', name: 'Tienda Murcia', city: 'Murcia', phone: '+34968550105' },
];

/** Where customers meet the company; events name them as `touchpoint`. */
export const touchpoints = [
  'call-centre',
  'shop-counter',
  'home-visit',
  'website-home',
  'website-tariffs',
  'website-shop',
  'website-solar',
  'website-help',
  'customer-area',
  'mobile-app',
  'email-service',
  'letter',
  'invoice',
  'direct-debit',
  'meter',
  'parcel-delivery',
  'contract',
  'satisfaction-survey',
  'complaints-desk',
  'collections-desk',
] as const;
export type Touchpoint = (typeof touchpoints)[number];

/** One who works there. `care` is how he treats people, from 0 (badly) to 1. */
export interface Employee {
  readonly id: string;
  readonly name: string;
  readonly department: Department;
  readonly shop?: string;
  readonly languages: readonly Language[];
  readonly care: number;
}

function employee(
  id: string,
  name: string,
  department: Department,
  care: number,
  languages: readonly Language[] = ['es'],
  shop?: string,
): Employee {
  return { id, name, department, care, languages, ...(shop === undefined ? {} : { shop }) };
}

/** The people: most do well, two do not, and one technician is always late. */
export const employees: readonly Employee[] = [
  employee('E01', 'Marta Llopis', 'customer-service', 0.9, ['es', 'en']),
  employee('E02', 'Javier Ferrándiz', 'customer-service', 0.75),
  employee('E03', 'Nuria Sempere', 'customer-service', 0.85, ['es', 'en']),
  employee('E04', 'Irina Belova', 'customer-service', 0.9, ['es', 'ru']),
  employee('E05', 'Óscar Molines', 'customer-service', 0.25),
  employee('E06', 'Claire Whitby', 'customer-service', 0.85, ['es', 'en']),
  employee('E07', 'Sergio Abad', 'customer-service', 0.7),
  employee('E08', 'Dmitri Kravets', 'customer-service', 0.8, ['es', 'ru', 'en']),
  employee('E09', 'Lucía Peralta', 'customer-service', 0.8),
  employee('E10', 'Andrés Boronat', 'customer-service', 0.65, ['es', 'en']),
  employee('E11', 'Rosa Climent', 'marketing-sales', 0.85, ['es', 'en'], 'shop-alicante'),
  employee('E12', 'Pablo Serra', 'marketing-sales', 0.6, ['es'], 'shop-alicante'),
  employee('E13', 'Anna Sokolova', 'marketing-sales', 0.85, ['es', 'ru'], 'shop-torrevieja'),
  employee('E14', 'Vicente Gomis', 'marketing-sales', 0.7, ['es', 'en'], 'shop-torrevieja'),
  employee('E15', 'Amparo Ivars', 'marketing-sales', 0.8, ['es', 'en'], 'shop-denia'),
  employee('E16', 'Jordi Cardona', 'marketing-sales', 0.75, ['es'], 'shop-denia'),
  employee('E17', 'Teresa Benlloch', 'marketing-sales', 0.85, ['es', 'en'], 'shop-valencia'),
  employee('E18', 'Hugo Monzó', 'marketing-sales', 0.3, ['es'], 'shop-valencia'),
  employee('E19', 'Fuensanta Nicolás', 'marketing-sales', 0.85, ['es'], 'shop-murcia'),
  employee('E20', 'Olga Ryabova', 'marketing-sales', 0.75, ['es', 'ru'], 'shop-murcia'),
  employee('E21', 'Ramón Sarrió', 'maintenance', 0.85),
  employee('E22', 'Paco Orts', 'maintenance', 0.35),
  employee('E23', 'Iván Melnik', 'maintenance', 0.8, ['es', 'ru']),
  employee('E24', 'Toni Bataller', 'maintenance', 0.75),
  employee('E25', 'Beatriz Cano', 'maintenance', 0.9, ['es', 'en']),
  employee('E26', 'David Mira', 'maintenance', 0.7),
  employee('E27', 'Elena Gisbert', 'quality', 0.85, ['es', 'en']),
  employee('E28', 'Carmen Rovira', 'quality', 0.8),
  employee('E29', 'Alexei Nazarov', 'quality', 0.8, ['es', 'ru']),
  employee('E30', 'Joaquín Torregrosa', 'collections', 0.6),
  employee('E31', 'Silvia Hurtado', 'collections', 0.75, ['es', 'en']),
  employee('E32', 'Manuel Quiles', 'logistics', 0.7),
  employee('E33', 'Raquel Devesa', 'logistics', 0.75),
  employee('E34', 'Guillem Pastor', 'systems', 0.7),
  employee('E35', 'Noelia Vidal', 'systems', 0.75),
  employee('E36', 'Ignacio Reig', 'production', 0.7),
  employee('E37', 'Laura Esteve', 'research-development', 0.8, ['es', 'en']),
  employee('E38', 'Bernardo Galiana', 'purchasing', 0.7),
  employee('E39', 'Pilar Sanchis', 'human-resources', 0.8),
  employee('E40', 'Inés Fuster', 'marketing-sales', 0.85, ['es', 'en']),
];

/** Contractual lines; `shop` beside them is transactional. */
export const lines = ['electricity', 'gas', 'boiler-service', 'solar'] as const;
export type Line = (typeof lines)[number];

/** A tariff: price of a unit and fixed part in cents (euro, hundredths) in the base year, and its yearly rise. */
export interface Tariff {
  readonly code: string;
  readonly name: string;
  readonly line: Line;
  readonly business: boolean;
  /** Hundredths of a cent per kWh, 2024. */
  readonly unit: number;
  /** Cents a month, 2024. */
  readonly fixed: number;
  readonly rise: number;
  /** Share of customers of its line and kind. */
  readonly share: number;
}

export const tariffs: readonly Tariff[] = [
  {
    code: 'E-SIEMPRE',
    name: 'Tarifa Siempre',
    line: 'electricity',
    business: false,
    unit: 1490,
    fixed: 1420,
    rise: 0.05,
    share: 5,
  },
  {
    code: 'E-NOCHE',
    name: 'Tarifa Noche',
    line: 'electricity',
    business: false,
    unit: 1320,
    fixed: 1510,
    rise: 0.04,
    share: 2.2,
  },
  {
    code: 'E-FINDE',
    name: 'Tarifa Fin de Semana',
    line: 'electricity',
    business: false,
    unit: 1380,
    fixed: 1490,
    rise: 0.06,
    share: 1.8,
  },
  {
    code: 'E-NEGOCIO',
    name: 'Tarifa Negocio',
    line: 'electricity',
    business: true,
    unit: 1240,
    fixed: 3950,
    rise: 0.05,
    share: 1,
  },
  { code: 'G-HOGAR', name: 'Gas Hogar', line: 'gas', business: false, unit: 690, fixed: 780, rise: 0.07, share: 1 },
  { code: 'G-NEGOCIO', name: 'Gas Negocio', line: 'gas', business: true, unit: 610, fixed: 2400, rise: 0.07, share: 1 },
  {
    code: 'C-TRANQUILA',
    name: 'Caldera Tranquila',
    line: 'boiler-service',
    business: false,
    unit: 0,
    fixed: 990,
    rise: 0.03,
    share: 1,
  },
  { code: 'S-TEJADO', name: 'Tejado Propio', line: 'solar', business: false, unit: 820, fixed: 390, rise: 0, share: 1 },
];

/** Price of a kWh in hundredths of a cent, in a year; a newcomer's first twelve months are 12 % cheaper. */
export function unitPrice(tariff: Tariff, year: number, newcomer: boolean): number {
  return Math.round(tariff.unit * (1 + tariff.rise) ** (year - 2024) * (newcomer ? 0.88 : 1));
}

/** The fixed part of a month in cents, in a year. */
export function fixedPrice(tariff: Tariff, year: number): number {
  return Math.round(tariff.fixed * (1 + tariff.rise / 2) ** (year - 2024));
}
