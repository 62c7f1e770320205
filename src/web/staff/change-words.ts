import { z } from 'zod';
import { workingWeek } from '../../shared/calendar.ts';
import type { ReplyOf } from '../../shared/contract.ts';
import { rights } from '../../shared/contract.ts';
import { languages } from '../../shared/scalars.ts';
import { roles } from '../../shared/staff.ts';
import { apiKeys } from '../../shared/staff-house.ts';
import { type changes, people } from '../../shared/staff-people.ts';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { ownNames, useWords } from '../platform/words.ts';
import { weekdayNames } from '../platform/world.ts';
import { useDepartments } from './department-names.ts';
import { sayWeek } from './week-fields.tsx';

export type Change = ReplyOf<typeof changes>['changes'][number];

/** One thing that a change did: a field with what it was and is, or without a label a plain sentence. */
export interface ChangedField {
  readonly name: string;
  readonly label: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface ChangeWords {
  /** Who or what was changed, and its kind where the name does not tell it. */
  readonly subjectOf: (change: Change) => { readonly name: string; readonly kind: string | undefined };
  /** Only what differs, in the reader's words. */
  readonly fieldsOf: (change: Change) => readonly ChangedField[];
}

const fields = [
  'host',
  'username',
  'from_address',
  'name',
  'email',
  'role',
  'department_id',
  'language',
  'languages',
  'zone',
  'country',
  'currency',
  'working_week',
  'region',
  'holidays',
  'free_day_closed',
  'free_day_open',
  'head_id',
  'scopes',
  'until',
  'people_to',
  'successor_id',
] as const;
const promiseFields = ['accept_minutes', 'alarm_shares', 'public_page', 'public_rate'] as const;
type FieldName = (typeof fields)[number] | (typeof promiseFields)[number];
const deeds = ['invitation', 'password', 'reset_link', 'revoked', 'closed', 'logo'] as const;
const states = ['invited', 'active', 'left'] as const;
const kinds = ['person', 'department', 'key', 'organisation', 'mail', 'partner', 'standing', 'promises'] as const;
const names = z.object({ en: z.string(), es: z.string(), ru: z.string() });

/** Says changes of the house in the reader's words: names for ids, sentences for states, the week in a line. */
export function useChangeWords(): ChangeWords {
  const { t } = useWords();
  const value = useValueWords();
  const { nameOf } = useDepartments();
  const keys = useAsk(apiKeys, {});
  return {
    subjectOf: (change) => {
      const kind = kinds.find((one) => change.subject.startsWith(one)) ?? 'other';
      const id = change.subject.slice(kind.length + 1);
      const known =
        change.subject_name ??
        (kind === 'department' ? nameOf(id) : undefined) ??
        keys.data?.keys.find((key) => key.key_id === id)?.name;
      const said = t(`staff.changes.kind.${kind}`);
      if (known === undefined) return { name: said.charAt(0).toLocaleUpperCase() + said.slice(1), kind: undefined };
      return { name: known, kind: kind === 'person' ? undefined : said };
    },
    fieldsOf: ({ before, after }) => [
      ...deeds.filter((deed) => after?.[deed] !== undefined).map((deed) => plain(deed, t(`staff.changes.did.${deed}`))),
      ...states
        .filter((state) => after?.['state'] === state)
        .map((state) => plain('state', t(`staff.changes.did.${state}`))),
      ...[
        ...fields.map((name) => ({ name, label: t(`staff.changes.field.${name}`) })),
        ...promiseFields.map((name) => ({ name, label: t(`promisesPublic.changed.${name}`) })),
      ]
        .map((one) => ({
          ...one,
          before: value(one.name, before?.[one.name]),
          after: value(one.name, after?.[one.name]),
        }))
        .filter((field) => field.before !== field.after),
    ],
  };
}

function plain(name: string, sentence: string): ChangedField {
  return { name, label: undefined, before: undefined, after: sentence };
}

/** Writes one value of a field; undefined where there was none. */
function useValueWords(): (name: FieldName, value: unknown) => string | undefined {
  const { t, language } = useWords();
  const show = useShow();
  const { nameOf } = useDepartments();
  const known = useAsk(people, {});
  const person = (id: string) => known.data?.people.find((one) => one.person_id === id)?.name ?? id;
  const listed = (value: unknown) => z.array(z.string()).catch([]).parse(value);
  const ownName = (code: string) => ownNames[languages.find((one) => one === code) ?? 'en'];
  const right = (code: string) => {
    const one = rights.find((name) => name === code);
    return one === undefined || one === 'open' || one === 'signed-in' ? code : t(`staff.right.${one}.name`);
  };
  const region = new Intl.DisplayNames(show.locale, { type: 'region', fallback: 'code' });
  const switched = (on: unknown) => t(on === true ? 'staff.rights.yes' : 'staff.rights.no');
  const asDepartment = (id: string) => nameOf(id) ?? id;
  const texts: Partial<Record<FieldName, (text: string) => string>> = {
    department_id: asDepartment,
    people_to: asDepartment,
    head_id: person,
    successor_id: person,
    role: (code) => t(`staff.role.${roles.find((one) => one === code) ?? 'employee'}`),
    language: ownName,
    until: show.date,
    country: (code) => region.of(code) ?? code,
  };
  const wholes: Partial<Record<FieldName, (value: unknown) => string | undefined>> = {
    working_week: (value) => {
      const week = workingWeek.safeParse(value);
      return week.success ? sayWeek(week.data, weekdayNames(show.locale, 'short')) : undefined;
    },
    holidays: (value) => (value === false ? t('staff.rights.no') : t('staff.rights.yes')),
    languages: (value) => show.list(listed(value).map(ownName)),
    scopes: (value) => show.list(listed(value).map(right)),
    accept_minutes: (value) => show.span(Number(value) * 60_000),
    alarm_shares: (value) =>
      show.list(
        z
          .array(z.number())
          .catch([])
          .parse(value)
          .map((one) => show.percent(one / 100)),
      ),
    public_page: switched,
    public_rate: switched,
  };
  return (name, value) => {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return texts[name]?.(value) ?? value;
    return wholes[name]?.(value) ?? names.safeParse(value).data?.[language];
  };
}
