import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { z } from 'zod';

/** Goes to an address of ours: `go('/customers/…')`; `replace` leaves no step back. */
export type Go = (to: string, how?: { readonly replace?: boolean }) => void;

/** The way to go to another page from code; in markup use `LinkTo` and `ButtonTo`. */
export function useGo(): Go {
  const navigate = useNavigate();
  return useCallback(
    (to, how) => {
      void navigate({ href: to, replace: how?.replace ?? false });
    },
    [navigate],
  );
}

/** A named piece of the path (`$customer_id`); an empty text where the route has none. */
export function useParam(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
  const value = params[name];
  return typeof value === 'string' ? value : '';
}

/**
 * The query string as typed state (filters, the open tab), so that a view can be linked and the back key works. All
 * values come as text; what does not fit the schema counts as absent. Setting `undefined` removes a value.
 */
export function useAddress<S extends z.ZodObject>(
  schema: S,
): readonly [z.output<S>, (change: Partial<z.input<S>>, how?: { readonly replace?: boolean }) => void] {
  const navigate = useNavigate();
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const set = useCallback(
    (change: Partial<z.input<S>>, how?: { readonly replace?: boolean }) => {
      void navigate({ to: '.', search: merged(raw, change), replace: how?.replace ?? false, resetScroll: false });
    },
    [navigate, raw],
  );
  return [readAddress(schema, raw), set];
}

/** Reads what fits the schema and drops the rest, field by field. */
export function readAddress<S extends z.ZodObject>(schema: S, raw: Readonly<Record<string, unknown>>): z.output<S> {
  const whole = schema.safeParse(raw);
  if (whole.success) return whole.data;
  const wrong = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  const rest = Object.entries(raw).filter(([name]) => !wrong.has(name) && name in schema.shape);
  return schema.parse(Object.fromEntries(rest));
}

/** `?a=1&b=x` ↔ `{a: '1', b: 'x'}`: plain text both ways, unlike the router's own JSON. */
export function parseAddress(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The reverse of `parseAddress`; empty and absent values are left out. */
export function writeAddress(search: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function merged(raw: Readonly<Record<string, unknown>>, change: Readonly<Record<string, unknown>>) {
  return { ...raw, ...change };
}
