import type { Role } from '../../shared/staff.ts';

/** The house's ways with moments. */
export interface Setting {
  /** What a negative weighs against a positive. */
  readonly five: number;
  /** Most credit; null for no limit. */
  readonly cap: number | null;
  /** Half-life of what is shown, in months; null for no fading. */
  readonly fade_months: number | null;
  /** Days between two questions to one customer, whatever they are about. */
  readonly rest_days: number;
  /** Hours of his in which a customer may be asked, `09:00` to `20:00`. */
  readonly ask_from: string;
  readonly ask_until: string;
  /** Minutes after a contact, and days after it, when he is asked how it was and how he remembers it. */
  readonly ask_minutes: number;
  readonly ask_later_days: number;
  /** Minutes within which somebody answers for a recovery. */
  readonly own_minutes: number;
  /** Days after what was done when he is asked whether it is repaired. */
  readonly recheck_days: number;
  /** What a role may spend on one recovery without asking, in minor units of the house's currency. */
  readonly budgets: Readonly<Record<Role, number>>;
  /** Days after which who had only indifferent moments is called forgotten. */
  readonly forgotten_days: number;
  readonly version: number;
}

/** The ways of a house that has set none. */
export const usual: Setting = {
  five: 5,
  cap: null,
  fade_months: null,
  rest_days: 30,
  ask_from: '09:00',
  ask_until: '20:00',
  ask_minutes: 60,
  ask_later_days: 5,
  own_minutes: 60,
  recheck_days: 2,
  budgets: { employee: 2_000, lead: 5_000, manager: 20_000, 'privacy-officer': 0, administrator: 20_000 },
  forgotten_days: 180,
  version: 0,
};
