import { z } from 'zod';
import { workingWeek } from './calendar.ts';
import { endpoint } from './contract.ts';
import { currency, id, instant, language, languages, line, zone } from './scalars.ts';

/** Rights that an API key can carry: what a machine has a use for. */
export const keyScopes = [
  'customers.read',
  'customers.write',
  'customers.merge',
  'customers.export',
  'memory.capture',
  'promises.make',
  'promises.manage',
  'intake.send',
  'intake.manage',
  'privacy.audit',
  'house.operate',
] as const;

/** ISO 3166-1 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/);

/** The second half of ISO 3166-2: `MD` of `ES-MD`. */
export const region = z.string().regex(/^[A-Z0-9]{1,4}$/);

/** What an organisation says of itself. */
export const houseInput = z.strictObject({
  name: line,
  languages: z
    .array(language)
    .min(1)
    .max(languages.length)
    .refine((all) => new Set(all).size === all.length, { params: { code: 'language.twice' } }),
  zone,
  currency,
  country,
  working_week: workingWeek,
  /** Left out: the whole country. */
  region: region.nullable().optional(),
  /** Whether public holidays are free; left out, they are. */
  holidays: z.boolean().optional(),
});
export type HouseInput = z.infer<typeof houseInput>;

const organisationReply = z.strictObject({
  ...houseInput.shape,
  region: region.nullable(),
  holidays: z.boolean(),
  logo: z.string().nullable(),
  version: z.int(),
});
const version = z.int().min(1);
const nothing = z.strictObject({});

export const organisation = endpoint({
  name: 'staff.organisation',
  method: 'GET',
  access: 'signed-in',
  purpose: 'none',
  summary: 'The organisation: name, languages, zone, base currency, country and working week.',
  input: nothing,
  reply: organisationReply,
});

export const editOrganisation = endpoint({
  name: 'staff.edit-organisation',
  method: 'POST',
  access: 'staff.administer',
  purpose: 'administration',
  summary: 'Changes the organisation; refused as stale, with the current one, when someone was faster.',
  input: houseInput.partial().extend({ version }),
  reply: organisationReply,
});

export const department = z.strictObject({
  department_id: id,
  /** Of the articles' list; null for one of the house's own. */
  key: z.string().nullable(),
  name: z.strictObject({ en: z.string(), es: z.string(), ru: z.string() }),
  head_id: id.nullable(),
  head_name: z.string().nullable(),
  /** Its own hours and place; null where they are the house's. */
  working_week: workingWeek.nullable(),
  zone: z.string().nullable(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  people: z.int(),
  closed_at: z.string().nullable(),
  version: z.int(),
});

const departmentName = z.strictObject({ en: line, es: line, ru: line });

/** Where and when a department works, each null where it is as in the house; left out, it stays. */
const departmentHours = {
  working_week: workingWeek.nullable().optional(),
  zone: zone.nullable().optional(),
  country: country.nullable().optional(),
  region: region.nullable().optional(),
};

export const departments = endpoint({
  name: 'staff.departments',
  method: 'GET',
  access: 'signed-in',
  purpose: 'none',
  summary: 'Every department, closed ones last, with its head and how many work there.',
  input: nothing,
  reply: z.strictObject({ departments: z.array(department) }),
});

export const makeDepartment = endpoint({
  name: 'staff.make-department',
  method: 'POST',
  access: 'staff.administer',
  purpose: 'administration',
  summary: 'Makes a department, named in three languages.',
  input: z.strictObject({ name: departmentName, head_id: id.nullable().optional() }),
  reply: z.strictObject({ department_id: id }),
});

export const editDepartment = endpoint({
  name: 'staff.edit-department',
  method: 'POST',
  access: 'staff.administer',
  purpose: 'administration',
  summary: 'Renames a department, gives it another head, other hours or another place.',
  input: z.strictObject({
    department_id: id,
    version,
    name: departmentName.optional(),
    head_id: id.nullable().optional(),
    ...departmentHours,
  }),
  reply: nothing,
});

export const closeDepartment = endpoint({
  name: 'staff.close-department',
  method: 'POST',
  access: 'staff.administer',
  purpose: 'administration',
  summary: 'Closes a department; its people go to another one, which must be named when there are any.',
  input: z.strictObject({ department_id: id, version, people_to: id.nullable().optional() }),
  reply: nothing,
});

export const apiKeys = endpoint({
  name: 'staff.api-keys',
  method: 'GET',
  access: 'staff.manage',
  purpose: 'none',
  summary: 'API keys, never their secrets: the own ones, for an administrator all.',
  input: nothing,
  reply: z.strictObject({
    keys: z.array(
      z.strictObject({
        key_id: id,
        name: z.string(),
        prefix: z.string(),
        scopes: z.array(z.enum(keyScopes)),
        made_by: id,
        made_by_name: z.string(),
        made_at: z.string(),
        last_used_at: z.string().nullable(),
        until: z.string().nullable(),
        revoked_at: z.string().nullable(),
      }),
    ),
  }),
});

export const makeApiKey = endpoint({
  name: 'staff.make-api-key',
  method: 'POST',
  access: 'staff.manage',
  purpose: 'administration',
  summary: 'Makes an API key whose scopes are among the own rights; its secret is in this answer and nowhere else.',
  input: z.strictObject({
    name: line,
    scopes: z.array(z.enum(keyScopes)).min(1).max(keyScopes.length),
    until: instant.nullable().optional(),
  }),
  reply: z.strictObject({ key_id: id, prefix: z.string(), secret: z.string() }),
  secret: true,
});

export const revokeApiKey = endpoint({
  name: 'staff.revoke-api-key',
  method: 'POST',
  access: 'staff.manage',
  purpose: 'administration',
  summary: 'Ends an API key at once: the own, for an administrator any.',
  input: z.strictObject({ key_id: id }),
  reply: nothing,
});

/** Where the logo is read (GET) and set (POST, the image as the body, PNG, JPEG or WebP up to 1 MB). */
export const logoPath = '/api/v1/staff/logo';
