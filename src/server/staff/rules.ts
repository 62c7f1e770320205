import type { Right } from '../../shared/contract.ts';
import { type Role, rightsOf } from '../../shared/staff.ts';

/** Seconds to wait after so many wrong passwords of one person from one address: none for three, then 1, 2, 4 … 300. */
export function waitOfPair(failures: number): number {
  return failures < 3 ? 0 : Math.min(2 ** (failures - 3), 300);
}

/** Seconds to wait after so many wrong passwords from one address, whomever they were for: none for 20, then 1 … 60. */
export function waitOfAddress(failures: number): number {
  return failures < 20 ? 0 : Math.min(2 ** (failures - 20), 60);
}

/** True when every right of the role is among the giver's own: nobody gives more than he has. */
export function canGive(own: ReadonlySet<Right>, role: Role): boolean {
  return rightsOf(role).every((right) => own.has(right));
}

/** Who wants to change something about people. */
export interface Changer {
  readonly rights: ReadonlySet<Right>;
  readonly departmentId?: string | undefined;
}

/** True when a department's people are the changer's to manage: all for an administrator, his own for a manager. */
export function reaches(changer: Changer, departmentId: string | null): boolean {
  if (changer.rights.has('staff.administer')) return true;
  return changer.rights.has('staff.manage') && departmentId !== null && departmentId === changer.departmentId;
}

/** Which rights of a key hold now: its scopes, as far as its maker still has them. */
export function keyRights(scopes: readonly string[], makerRole: Role): Right[] {
  return rightsOf(makerRole).filter((right) => scopes.includes(right));
}

/** The image type by its first bytes; `undefined` for anything else, whatever it calls itself. */
export function imageTypeOf(bytes: Uint8Array): 'image/png' | 'image/jpeg' | 'image/webp' | undefined {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  const isRiff = startsWith(bytes, [0x52, 0x49, 0x46, 0x46]);
  return isRiff && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]) ? 'image/webp' : undefined;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
