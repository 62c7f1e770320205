import { accept, makeResetLink, type Role, reset, setUp } from '../../shared/staff.ts';
import { departments, editDepartment } from '../../shared/staff-house.ts';
import { invite, inviteAgain, people } from '../../shared/staff-people.ts';
import { company, type Employee, employees } from '../demo/company.ts';
import { newSecret } from '../platform/ids.ts';
import type { Server } from './ask.ts';

/** With which address one signs in to the demo. */
export const demoAddress = `demo@${company.domain}`;

/** A password that a person can copy: 16 letters and digits. */
export function newPassword(): string {
  return newSecret().replaceAll(/[-_]/g, '').slice(0, 16);
}

function tokenOf(link: string | null | undefined): string {
  return link?.split('#')[1] ?? '';
}

/** Sets up the demo's organisation with its administrator, by the one-time link; gives back his password. */
export async function setUpDemo(server: Server, link: string): Promise<string> {
  const password = newPassword();
  await server.ask(setUp, {
    token: tokenOf(link),
    organisation: {
      name: `${company.name} (demo)`,
      languages: ['es', 'en', 'ru'],
      zone: company.zone,
      currency: company.currency,
      country: 'ES',
      working_week: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '18:00' })),
    },
    person: { name: 'Demo', email: demoAddress, password, language: 'en' },
  });
  return password;
}

/** A new password for the demo's administrator, where the first one is no longer known. */
export async function renewPassword(server: Server): Promise<string> {
  const password = newPassword();
  const known = (await server.ask(people, {})).people.find((one) => one.email === demoAddress);
  const { link } = await server.ask(makeResetLink, { person_id: known?.person_id ?? '' });
  await server.ask(reset, { token: tokenOf(link), password });
  return password;
}

/** The first of each department leads it. */
function isFirst(one: Employee): boolean {
  return employees.find((other) => other.department === one.department) === one;
}

function roleOf(one: Employee): Role {
  if (one.department === 'human-resources') return 'privacy-officer';
  if (!isFirst(one)) return 'employee';
  return one.department === 'customer-service' ? 'manager' : 'lead';
}

/** An address out of a name: `marta.llopis@…`. */
function addressOf(one: Employee): string {
  const plain = one.name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return `${plain.replaceAll(/[^a-z]+/g, '.')}@${company.domain}`;
}

/** Invites everybody of the cast who is not there yet; answers how many were. */
export async function inviteCast(server: Server): Promise<number> {
  const there = new Set((await server.ask(people, {})).people.map((one) => one.email));
  const found = (await server.ask(departments, {})).departments;
  const byKey = new Map(found.map((one) => [one.key, one.department_id]));
  const missing = employees.filter((one) => !there.has(addressOf(one)));
  for (const one of missing) {
    await server.ask(invite, {
      email: addressOf(one),
      name: one.name,
      role: roleOf(one),
      department_id: byKey.get(one.department) ?? null,
      language: one.languages[0] ?? 'es',
    });
  }
  return missing.length;
}

/** One after the other they accept, each with a password that nobody knows, and the first of each department heads it. */
export async function joinCast(server: Server, signal: AbortSignal): Promise<void> {
  const byAddress = new Map((await server.ask(people, {})).people.map((one) => [one.email, one]));
  for (const one of employees.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))) {
    signal.throwIfAborted();
    const person = byAddress.get(addressOf(one));
    if (person?.state !== 'invited') continue;
    const { link } = await server.ask(inviteAgain, { person_id: person.person_id });
    await server.ask(accept, { token: tokenOf(link), password: newPassword() });
    if (isFirst(one)) await head(server, one.department, person.person_id);
  }
}

async function head(server: Server, key: string, personId: string): Promise<void> {
  const found = (await server.ask(departments, {})).departments.find((one) => one.key === key);
  if (found === undefined || found.head_id !== null) return;
  await server.ask(editDepartment, { department_id: found.department_id, version: found.version, head_id: personId });
}
