import { calendar } from './es/calendar.ts';
import { customers } from './es/customers.ts';
import { home } from './es/home.ts';
import { importing } from './es/importing.ts';
import { imports } from './es/imports.ts';
import { intake } from './es/intake.ts';
import { mail } from './es/mail.ts';
import { mailSettings } from './es/mail-settings.ts';
import { memory } from './es/memory.ts';
import { moments } from './es/moments.ts';
import { momentsOutside } from './es/moments-outside.ts';
import { momentsToday } from './es/moments-today.ts';
import { touchpoints } from './es/moments-touchpoints.ts';
import { parts } from './es/parts.ts';
import { privacy } from './es/privacy.ts';
import { promises } from './es/promises.ts';
import { promisesOutside } from './es/promises-outside.ts';
import { promisesPublic } from './es/promises-outside-public.ts';
import { promisesStanding } from './es/promises-outside-standing.ts';
import { promisesToday } from './es/promises-today.ts';
import { refusals } from './es/refusals.ts';
import { settings } from './es/settings.ts';
import { shell } from './es/shell.ts';
import { staff } from './es/staff.ts';
import { today } from './es/today.ts';
import { teamToday } from './es/today-team.ts';

/** Every word that Kept says in Spanish, by room. */
export const es = {
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
