import { calendar } from './en/calendar.ts';
import { customers } from './en/customers.ts';
import { home } from './en/home.ts';
import { importing } from './en/importing.ts';
import { imports } from './en/imports.ts';
import { intake } from './en/intake.ts';
import { mail } from './en/mail.ts';
import { mailSettings } from './en/mail-settings.ts';
import { memory } from './en/memory.ts';
import { moments } from './en/moments.ts';
import { momentsOutside } from './en/moments-outside.ts';
import { momentsToday } from './en/moments-today.ts';
import { touchpoints } from './en/moments-touchpoints.ts';
import { parts } from './en/parts.ts';
import { privacy } from './en/privacy.ts';
import { promises } from './en/promises.ts';
import { promisesOutside } from './en/promises-outside.ts';
import { promisesPublic } from './en/promises-outside-public.ts';
import { promisesStanding } from './en/promises-outside-standing.ts';
import { promisesToday } from './en/promises-today.ts';
import { refusals } from './en/refusals.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { staff } from './en/staff.ts';
import { today } from './en/today.ts';
import { teamToday } from './en/today-team.ts';

/** Every word that Kept says in English, by room. */
export const en = {
  shell,
  parts,
  refusals,
  staff,
  calendar,
  customers,
  memory,
  home,
  intake,
  imports,
  importing,
  privacy,
  settings,
  mail,
  mailSettings,
  today,
  moments,
  momentsOutside,
  momentsToday,
  teamToday,
  touchpoints,
  promises,
  promisesToday,
  promisesOutside,
  promisesStanding,
  promisesPublic,
} as const;

/** The English words, the measure of the other languages. */
export type Words = typeof en;
