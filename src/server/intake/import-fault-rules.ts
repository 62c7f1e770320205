import type { Mapping, RowCondition, RowEvent, RowTest, RowValue } from '../../shared/mapping.ts';
import { isDateFormat } from './import-value-rules.ts';

/** What is wrong with a mapping itself. */
export interface MappingFault {
  readonly path: string;
  readonly code: string;
}

/** An import must not raise consent: these names belong to evidence that a file cannot give. */
export const consentName = /consent|согласи|opt[-_ ]?in/iu;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** What speaks against a mapping for a file with these columns; nothing where it can be used. */
export function mappingFaults(mapping: Mapping, columns: readonly string[]): MappingFault[] {
  const known = new Set(columns);
  return [
    ...mapping.dates.flatMap((format, at) =>
      isDateFormat(format) ? [] : [{ path: `dates.${at}`, code: 'date-format' }],
    ),
    ...mapping.row.flatMap((event, at) =>
      eventFaults(event, known).map(({ path, code }) => ({ path: `row.${at}.${path}`, code })),
    ),
  ];
}

function eventFaults(event: RowEvent, known: ReadonlySet<string>): MappingFault[] {
  const nameless = event.type === 'track' && event.event === undefined;
  return [
    ...columnsOf(event)
      .filter(([, column]) => !known.has(column))
      .map(([path]) => ({ path, code: 'unknown-column' })),
    ...targetsOf(event).flatMap(([path, name]) => [
      ...(consentName.test(name) ? [{ path, code: 'consent' }] : []),
      ...(forbidden.has(name) ? [{ path, code: 'forbidden-name' }] : []),
    ]),
    ...event.when
      .flatMap(testsOf)
      .flatMap((test) => [test.matches, test.not_matches])
      .filter((pattern) => pattern !== undefined && !isSafePattern(pattern))
      .map(() => ({ path: 'when', code: 'pattern' })),
    ...(nameless ? [{ path: 'event', code: 'missing' }] : []),
  ];
}

function testsOf(condition: RowCondition): readonly RowTest[] {
  return 'any' in condition ? condition.any : [condition];
}

const parts = ['traits', 'properties', 'line'] as const;

/** Every column that an event reads, with the place in the mapping. */
function columnsOf(event: RowEvent): [string, string][] {
  const templates: [string, string | undefined][] = [
    ['event', event.event],
    ['message_id', event.message_id],
    ...Object.entries(event.keys).map(([kind, text]): [string, string | undefined] => [`keys.${kind}`, text]),
  ];
  return [
    ...templates.flatMap(([path, text]) => slotsOf(text ?? '').map((slot): [string, string] => [path, slot])),
    ...[event.time ?? []].flat().map((column): [string, string] => ['time', column]),
    ...event.group_by.map((column): [string, string] => ['group_by', column]),
    ...event.when.flatMap(testsOf).map((test): [string, string] => ['when', test.column]),
    ...parts.flatMap((part) =>
      Object.entries(event[part] ?? {}).flatMap(([name, value]) =>
        columnsOfValue(value).map((column): [string, string] => [`${part}.${name}`, column]),
      ),
    ),
  ];
}

function columnsOfValue(value: RowValue): string[] {
  if (typeof value === 'string') return [value];
  if ('column' in value) return [value.column];
  return 'template' in value ? slotsOf(value.template) : [];
}

function targetsOf(event: RowEvent): [string, string][] {
  const names = parts.flatMap((part) =>
    Object.keys(event[part] ?? {}).map((name): [string, string] => [`${part}.${name}`, name]),
  );
  return event.event === undefined ? names : [...names, ['event', event.event]];
}

/** The columns that a template names. */
export function slotsOf(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].flatMap((found) => (found[1] === undefined ? [] : [found[1]]));
}

/** Patterns whose matching time cannot explode: at most two repetitions, none of a group, none counted. */
export function isSafePattern(pattern: string): boolean {
  if (/\)[*+?{]|\{|\(\?|\\[1-9]/.test(pattern) || (pattern.match(/[*+]/g) ?? []).length > 2) return false;
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
