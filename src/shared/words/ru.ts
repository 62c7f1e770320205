import { calendar } from './ru/calendar.ts';
import { customers } from './ru/customers.ts';
import { home } from './ru/home.ts';
import { importing } from './ru/importing.ts';
import { imports } from './ru/imports.ts';
import { intake } from './ru/intake.ts';
import { mail } from './ru/mail.ts';
import { mailSettings } from './ru/mail-settings.ts';
import { memory } from './ru/memory.ts';
import { moments } from './ru/moments.ts';
import { momentsOutside } from './ru/moments-outside.ts';
import { momentsToday } from './ru/moments-today.ts';
import { touchpoints } from './ru/moments-touchpoints.ts';
import { parts } from './ru/parts.ts';
import { privacy } from './ru/privacy.ts';
import { promises } from './ru/promises.ts';
import { promisesOutside } from './ru/promises-outside.ts';
import { promisesPublic } from './ru/promises-outside-public.ts';
import { promisesStanding } from './ru/promises-outside-standing.ts';
import { promisesToday } from './ru/promises-today.ts';
import { refusals } from './ru/refusals.ts';
import { settings } from './ru/settings.ts';
import { shell } from './ru/shell.ts';
import { staff } from './ru/staff.ts';
import { today } from './ru/today.ts';
import { teamToday } from './ru/today-team.ts';

/** Every word that Kept says in Russian, by room. */
export const ru = {
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
