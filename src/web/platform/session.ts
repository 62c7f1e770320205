import { createContext, useContext } from 'react';
import type { ReplyOf, Right } from '../../shared/contract.ts';
import type { me } from '../../shared/staff.ts';

type Answer = ReplyOf<typeof me>;

/** Who is signed in, what he may do, and in which house. */
export interface Me {
  readonly person: NonNullable<Answer['person']>;
  readonly house: NonNullable<Answer['house']>;
  readonly rights: Answer['rights'];
  readonly mail: boolean;
  /** Where the live stream stood when this was answered; null for whom it is closed. */
  readonly live: Answer['live'];
}

/** The signed-in person from the server's answer; undefined when nobody is. */
export function meFrom({ person, house, rights, mail, live }: Answer): Me | undefined {
  return person && house ? { person, house, rights, mail, live } : undefined;
}

/** The signed-in person for everything inside the frame; undefined before sign-in. */
export const SessionContext = createContext<Me | undefined>(undefined);

/** Who is signed in; throws outside the signed-in frame, which is a mistake of ours and no refusal. */
export function useMe(): Me {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useMe is for pages inside the signed-in frame');
  return session;
}

/** Whether the reader holds a right: `const can = useCan(); can('customers.write')`. Hides acts; the server decides. */
export function useCan(): (right: Right | undefined) => boolean {
  const session = useContext(SessionContext);
  return (right) => may(session, right);
}

/** The time zone in which the reader sees instants: his own, before sign-in the browser's. */
export function useZone(): string {
  const session = useContext(SessionContext);
  return session?.person.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Everybody may what is open; whoever is signed in also `signed-in`; the rest is granted. */
export function may(session: Me | undefined, right: Right | undefined): boolean {
  if (right === undefined || right === 'open') return true;
  if (!session) return false;
  return right === 'signed-in' || session.rights.includes(right);
}
