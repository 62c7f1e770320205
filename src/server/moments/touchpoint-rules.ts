import type { FailingMark, Stage } from '../../shared/moments-shown.ts';
import type { Limits } from './fact-rules.ts';
import type { Judged } from './judgement.ts';

/** Who answers for which mark, by a department's key or id. */
export type Owners = Readonly<Partial<Record<FailingMark, string>>>;

/** What is looked at in a place: numbers from which a contact is bad. */
export type Indicators = Readonly<Record<string, number>>;

/** A place where customers meet the company. */
export interface Touchpoint {
  readonly touchpoint: string;
  readonly seeded: boolean;
  readonly names: Readonly<Record<string, string>> | null;
  readonly standards: Readonly<Record<string, string>> | null;
  readonly same_as: string | null;
  readonly stage: Stage;
  readonly departments: readonly string[];
  readonly owners: Owners;
  readonly indicators: Indicators;
  readonly ask: 'never' | 'after' | 'later' | 'either';
  readonly closed_at: Date | null;
  readonly version: number;
}

const usualLimits: Limits = { waitMinutes: 10, lateMinutes: 15 };

/** From when on a contact there is bad. */
export function limitsOf(touchpoint: Touchpoint | undefined): Limits {
  const { wait_minutes, late_minutes } = touchpoint?.indicators ?? {};
  return {
    waitMinutes: wait_minutes ?? usualLimits.waitMinutes,
    lateMinutes: late_minutes ?? usualLimits.lateMinutes,
  };
}

/**
 * Who answers for what failed: of the information whoever was named as its source, of a process the keeper of the promise
 * that was broken, else the owner that the catalogue names; else the department whose contact it was. Null: the house.
 */
export function ownerOf(judged: Judged, touchpoint: Touchpoint | undefined): string | null {
  const [failed] = judged.failing;
  if (failed === undefined) return null;
  const usual = judged.department ?? touchpoint?.departments[0] ?? null;
  const named = touchpoint?.owners[failed];
  if (failed === 'information') return judged.information_from ?? named ?? usual;
  if (failed === 'process') return judged.keeper ?? named ?? usual;
  if (failed === 'people') return usual ?? named ?? null;
  return named ?? usual;
}

/** A touchpoint by the name under which an event tells it, an alias followed. */
export function touchpointOf(all: ReadonlyMap<string, Touchpoint>, told: string | null): Touchpoint | undefined {
  if (told === null) return undefined;
  const found = all.get(told);
  return found?.same_as === undefined || found.same_as === null ? found : all.get(found.same_as);
}

type Seed = Pick<Touchpoint, 'touchpoint' | 'stage' | 'departments' | 'owners' | 'indicators' | 'ask'>;

function seed(
  touchpoint: string,
  departments: readonly string[],
  owners: Owners,
  more: Partial<Pick<Seed, 'stage' | 'indicators' | 'ask'>> = {},
): Seed {
  return { touchpoint, stage: 'interaction', indicators: {}, ask: 'never', departments, owners, ...more };
}

/**
 * The moments of truth of the articles' list (requirements C11 a–p), with which a house begins: who has a hand in each,
 * who answers for which mark, what is looked at. Their names and standards are in the words of Kept.
 */
export const seeds: readonly Seed[] = [
  seed('website', ['systems', 'marketing-sales'], {
    process: 'systems',
    environment: 'systems',
    information: 'marketing-sales',
  }),
  seed(
    'email-service',
    ['customer-service'],
    { process: 'customer-service', information: 'customer-service' },
    {
      ask: 'after',
      indicators: { answer_hours: 24 },
    },
  ),
  seed(
    'call-centre',
    ['customer-service'],
    { process: 'customer-service', information: 'systems' },
    {
      ask: 'after',
      indicators: { wait_minutes: 5 },
    },
  ),
  seed(
    'shop-counter',
    ['marketing-sales'],
    { process: 'marketing-sales', information: 'marketing-sales' },
    {
      ask: 'either',
      indicators: { wait_minutes: 15 },
    },
  ),
  seed('order', ['marketing-sales', 'logistics'], { process: 'marketing-sales', information: 'marketing-sales' }),
  seed(
    'prices',
    ['marketing-sales'],
    { information: 'marketing-sales', process: 'marketing-sales' },
    {
      stage: 'perception',
    },
  ),
  seed('internal-operations', ['production', 'quality'], { process: 'production', information: 'quality' }),
  seed('order-status', ['logistics', 'customer-service'], { information: 'logistics', process: 'logistics' }),
  seed('invoice', ['billing', 'collections'], { information: 'billing', process: 'billing' }),
  seed('parcel-delivery', ['logistics'], { process: 'logistics', information: 'logistics' }, { ask: 'either' }),
  seed(
    'complaints-desk',
    ['quality', 'customer-service'],
    { process: 'quality', information: 'quality' },
    {
      stage: 'remembrance',
      indicators: { answer_hours: 48 },
    },
  ),
  seed('collections-desk', ['collections'], { process: 'collections', information: 'billing' }),
  seed('documents', ['marketing-sales', 'billing'], { information: 'billing', process: 'marketing-sales' }),
  seed(
    'home-visit',
    ['maintenance'],
    { process: 'maintenance', information: 'maintenance' },
    {
      ask: 'either',
      indicators: { late_minutes: 30 },
    },
  ),
  seed('other-concern', ['customer-service'], { process: 'customer-service', information: 'customer-service' }),
  seed('attention', ['human-resources'], { people: 'human-resources' }),
];

/** Where that happened which a complaint is about, by its `about`. */
export const complainedAt: Readonly<Record<string, string>> = {
  billing: 'invoice',
  'double-charge': 'direct-debit',
  'late-visit': 'home-visit',
  'no-show': 'home-visit',
  'wrong-delivery': 'parcel-delivery',
  'late-delivery': 'parcel-delivery',
};
