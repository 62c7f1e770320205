import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import * as house from '../../shared/staff-house.ts';
import type { Call, RawDoor } from '../platform/area.ts';
import type { Tx } from '../platform/database/open.ts';
import { newId, sha256 } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { requireRegion } from './calendar-service.ts';
import { note } from './change-service.ts';
import {
  type DepartmentHours,
  type DepartmentRow,
  findLogo,
  findOrganisation,
  insertDepartments,
  listDepartments,
  lockDepartment,
  type OrganisationRow,
  saveClosed,
  saveDepartment,
  saveLogo,
  saveOrganisation,
} from './house-store.ts';
import { findPerson } from './people-store.ts';
import { imageTypeOf } from './rules.ts';

const logoBytes = 1_048_576;

/** The organisation, for every room; refuses `house.not-set-up` until there is one. */
export async function requireOrganisation(tx: Tx): Promise<OrganisationRow> {
  return (await findOrganisation(tx)) ?? refuse('house.not-set-up');
}

/** Shows the organisation. */
export async function organisation(call: Call): Promise<ReplyOf<typeof house.organisation>> {
  return shown(await requireOrganisation(call.tx));
}

/** Changes the organisation; refuses `record.stale` with the current one. */
export async function editOrganisation(
  call: Call,
  input: InputOf<typeof house.editOrganisation>,
): Promise<ReplyOf<typeof house.organisation>> {
  const now = await requireOrganisation(call.tx);
  const { version, ...asked } = input;
  const next = house.houseInput.parse({ ...inputOf(now), ...withoutMissing(asked) });
  if (now.version !== version || !(await saveOrganisation(call.tx, next, version))) {
    refuse('record.stale', { current: shown(await requireOrganisation(call.tx)) });
  }
  await requireRegion(next.country, next.region ?? null);
  await note(call, 'organisation', inputOf(now), next);
  return shown(await requireOrganisation(call.tx));
}

function inputOf(row: OrganisationRow): house.HouseInput {
  const { name, languages, zone, currency, country, working_week, region, holidays } = row;
  return { name, languages, zone, currency, country, working_week, region, holidays };
}

function shown(row: OrganisationRow): ReplyOf<typeof house.organisation> {
  const { region, holidays, logo, version } = row;
  return { ...inputOf(row), region, holidays, logo, version };
}

function withoutMissing(asked: object): object {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

/** Lists the departments. */
export async function departments(call: Call): Promise<ReplyOf<typeof house.departments>> {
  const rows = await listDepartments(call.tx);
  return {
    departments: rows.map(({ name_en, name_es, name_ru, closed_at, ...row }) => ({
      ...row,
      name: { en: name_en, es: name_es, ru: name_ru },
      closed_at: closed_at?.toISOString() ?? null,
    })),
  };
}

/** Makes a department. */
export async function makeDepartment(
  call: Call,
  input: InputOf<typeof house.makeDepartment>,
): Promise<ReplyOf<typeof house.makeDepartment>> {
  await requireOrganisation(call.tx);
  const headId = input.head_id ?? null;
  await requireHead(call, headId);
  const departmentId = newId();
  await insertDepartments(call.tx, [{ departmentId, key: null, ...input.name, headId }]);
  await note(call, `department:${departmentId}`, null, { name: input.name, head_id: headId });
  return { department_id: departmentId };
}

/** Renames a department, gives it another head, hours or place. */
export async function editDepartment(
  call: Call,
  input: InputOf<typeof house.editDepartment>,
): Promise<Record<string, never>> {
  const now = await openDepartment(call, input.department_id, input.version);
  const name = input.name ?? { en: now.name_en, es: now.name_es, ru: now.name_ru };
  const headId = input.head_id === undefined ? now.head_id : input.head_id;
  await requireHead(call, headId);
  const hours = hoursOf(now, input);
  const { country } = await requireOrganisation(call.tx);
  await requireRegion(hours.country ?? country, hours.region);
  await saveDepartment(call.tx, { departmentId: now.department_id, ...name, headId, ...hours });
  await note(
    call,
    `department:${now.department_id}`,
    { name: { en: now.name_en, es: now.name_es, ru: now.name_ru }, head_id: now.head_id, ...hoursOf(now, {}) },
    { name, head_id: headId, ...hours },
  );
  return {};
}

/** What is asked of a department's hours and place, what it has where nothing is asked. */
function hoursOf(
  now: DepartmentRow,
  asked: Partial<Pick<InputOf<typeof house.editDepartment>, keyof DepartmentHours>>,
): DepartmentHours {
  return {
    working_week: asked.working_week === undefined ? now.working_week : asked.working_week,
    zone: asked.zone === undefined ? now.zone : asked.zone,
    country: asked.country === undefined ? now.country : asked.country,
    region: asked.region === undefined ? now.region : asked.region,
  };
}

/** Closes a department; its people go on in another. */
export async function closeDepartment(
  call: Call,
  input: InputOf<typeof house.closeDepartment>,
): Promise<Record<string, never>> {
  const now = await openDepartment(call, input.department_id, input.version);
  const peopleTo = input.people_to ?? null;
  if (now.people > 0 && (peopleTo === null || peopleTo === now.department_id)) refuse('staff.department-in-use');
  if (peopleTo !== null) {
    const target = await lockDepartment(call.tx, peopleTo);
    if (target === undefined || target.closed_at !== null) refuse('record.not-found');
  }
  await saveClosed(call.tx, now.department_id, peopleTo, call.now);
  await note(call, `department:${now.department_id}`, { people: now.people }, { closed: true, people_to: peopleTo });
  return {};
}

async function openDepartment(call: Call, departmentId: string, version: number) {
  const now = await lockDepartment(call.tx, departmentId);
  if (now === undefined || now.closed_at !== null) return refuse('record.not-found');
  if (now.version !== version) refuse('record.stale', { current: now });
  return now;
}

async function requireHead(call: Call, headId: string | null): Promise<void> {
  if (headId === null) return;
  const head = await findPerson(call.tx, headId);
  if (head?.state !== 'active') refuse('staff.successor-unfit');
}

/** The doors of the logo: the image as it is, by its first bytes. */
export const logoDoors: readonly RawDoor[] = [
  {
    method: 'POST',
    path: house.logoPath,
    access: 'staff.administer',
    maxBytes: logoBytes,
    summary: 'Sets the logo: a PNG, JPEG or WebP image as the body, up to 1 MB.',
    async handle(visit) {
      const site = visit.headers['sec-fetch-site'];
      if (site === 'cross-site' || site === 'same-site') refuse('request.cross-site');
      const bytes = await visit.bytes();
      const type = imageTypeOf(bytes);
      if (type === undefined) return refuse('staff.not-an-image');
      const hash = sha256(bytes);
      await visit.call('administration', async (call) => {
        const { organisation_id } = await requireOrganisation(call.tx);
        await saveLogo(call.tx, { organisationId: organisation_id, type, sha256: hash, bytes });
        await note(call, 'organisation', null, { logo: hash.toString('hex') });
      });
      const body = JSON.stringify({ logo: hash.toString('hex').slice(0, 16) });
      return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
    },
  },
  {
    method: 'GET',
    path: house.logoPath,
    access: 'open',
    maxBytes: 0,
    summary: 'The logo of the organisation; 404 while there is none.',
    async handle(_visit, { database }) {
      const logo = await findLogo(database.read);
      if (logo === undefined) return refuse('record.not-found');
      return {
        status: 200,
        headers: {
          'content-type': logo.content_type,
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'public, max-age=300',
        },
        body: logo.bytes,
      };
    },
  },
];
