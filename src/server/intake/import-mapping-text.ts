import { parseDocument, stringify } from 'yaml';
import type { z } from 'zod';
import { type Mapping, mapping } from '../../shared/mapping.ts';
import { refuse, type Wrong } from '../platform/refuse.ts';

/** A mapping from an object or its YAML text. Refuses `import.bad-yaml` with the line, `import.bad-mapping` with the parts. */
export function mappingFrom(given: Mapping | string): Mapping {
  if (typeof given !== 'string') return given;
  const document = parseDocument(given, { uniqueKeys: true, strict: true });
  const fault = document.errors[0];
  if (fault !== undefined) {
    const line = fault.linePos?.[0].line ?? 1;
    refuse('import.bad-yaml', { errors: [{ path: `line ${line}`, code: 'yaml' }], slots: { line } });
  }
  const read = mapping.safeParse(plainOf(document));
  if (!read.success) refuse('import.bad-mapping', { errors: wrongsOf(read.error) });
  return read.data;
}

function plainOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    return refuse('import.bad-yaml', { errors: [{ path: 'line 1', code: 'yaml' }], slots: { line: 1 } });
  }
}

function wrongsOf(error: z.ZodError): Wrong[] {
  return error.issues
    .slice(0, 50)
    .map((issue) => ({ path: issue.path.map(String).join('.'), code: issue.code.replaceAll('_', '-') }));
}

/** The YAML text of a mapping; what stands at its default is left out. */
export function yamlOf(value: Mapping): string {
  const { row, ...file } = value;
  const events = row.map(({ when, keys, group_by, on_change, ...event }) => ({
    ...event,
    ...(when.length === 0 ? {} : { when }),
    ...(Object.keys(keys).length === 0 ? {} : { keys }),
    ...(group_by.length === 0 ? {} : { group_by }),
    ...(on_change === 'refuse' ? {} : { on_change }),
  }));
  return stringify({ ...file, row: events }, { lineWidth: 0 });
}
