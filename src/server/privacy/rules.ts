/** One use of one customer's memory as it is spooled, kept and vouched for. */
export interface KeptUse {
  readonly useId: string;
  readonly customerId: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly actor: string;
  readonly actorKind: 'person' | 'key' | 'partner' | 'customer' | 'system';
  readonly purpose: string;
  readonly verb: string;
}

/** The text of a use: what is spooled as a line, and what its leaf is made of. */
export function canonicalUse(use: KeptUse): string {
  return JSON.stringify([use.useId, use.customerId, use.atMs, use.actor, use.actorKind, use.purpose, use.verb]);
}

/** A use from its line; `undefined` for a line that was torn when the process or the disk gave out. */
export function readUse(line: string): KeptUse | undefined {
  const parts = partsOf(line);
  if (parts.length !== 7) return undefined;
  const [useId, customerId, atMs, actor, actorKind, purpose, verb] = parts;
  if (typeof useId !== 'string' || typeof customerId !== 'string' || typeof atMs !== 'number') return undefined;
  if (typeof actor !== 'string' || typeof purpose !== 'string' || typeof verb !== 'string') return undefined;
  const kind = kinds.find((one) => one === actorKind);
  return kind === undefined ? undefined : { useId, customerId, atMs, actor, actorKind: kind, purpose, verb };
}

const kinds = ['person', 'key', 'partner', 'customer', 'system'] as const;

function partsOf(line: string): unknown[] {
  try {
    const value: unknown = JSON.parse(line);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
