import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { areas } from '../src/server/areas.ts';
import { openApi } from '../src/server/platform/http/openapi.ts';
import { type Endpoint, pathOf, purposes, rights } from '../src/shared/contract.ts';
import { refusals } from '../src/shared/refusals.ts';
import { languages } from '../src/shared/scalars.ts';
import { policy, roles } from '../src/shared/staff.ts';
import { sayRefusal } from '../src/shared/words/say.ts';
import { readSources, root } from './support/sources.ts';

// What Kept promises to whoever asks: each contract once, answered, described, and refused in words.
const answers = areas.flatMap((area) => area.answers.map((answer) => ({ room: area.name, contract: answer.contract })));
const contracts = answers.map((one) => one.contract);
const doors = areas.flatMap((area) => area.doors ?? []);
const endpointShape = z.object({
  name: z.string(),
  method: z.enum(['GET', 'POST']),
  access: z.string(),
  purpose: z.string(),
});

async function declared(): Promise<{ file: string; name: string }[]> {
  const found: { file: string; name: string }[] = [];
  for (const { path } of readSources('src/shared')) {
    if (!/^src\/shared\/[\w-]+\.ts$/.test(path)) continue;
    const module: Record<string, unknown> = await import(/* @vite-ignore */ join(root, path));
    for (const value of Object.values(module)) {
      const read = endpointShape.safeParse(value);
      if (read.success) found.push({ file: path, name: read.data.name });
    }
  }
  return found;
}

describe('contracts', () => {
  it('are each answered once, and nothing is answered that is not declared', async () => {
    const names = (await declared()).map((one) => one.name);
    expect(names.length).toBeGreaterThan(40);
    expect(contracts.map((one) => one.name).toSorted()).toEqual(names.toSorted());
    expect(new Set(names).size).toBe(names.length);
  });

  it('are named by their room and a verb, and answered by that room', () => {
    const wrong = answers.filter(
      ({ room, contract }) => !new RegExp(`^${room}\\.[a-z]+(-[a-z]+)*$`).test(contract.name),
    );
    expect(wrong.map((one) => one.contract.name)).toEqual([]);
  });

  it('say in one sentence what they do, who may and what for', () => {
    for (const { name, summary, access, purpose } of contracts) {
      expect(summary, name).toMatch(/^[A-Z].*\.$/s);
      expect(rights, name).toContain(access);
      expect(purposes, name).toContain(purpose);
    }
  });

  it('name a purpose wherever they read or write one customer', () => {
    const without = contracts.filter((one) => one.purpose === 'none' && 'customer_id' in propertiesOf(one));
    expect(without.map((one) => one.name)).toEqual([]);
  });

  it('refuse fields that they do not know', () => {
    const open = contracts.filter((one) => one.input.safeParse({ no_such_field: 1 }).success);
    expect(open.map((one) => one.name)).toEqual([]);
  });

  it('that read can be asked by a query: plain values, no lists, no objects', () => {
    const wrong = contracts
      .filter((one) => one.method === 'GET')
      .flatMap((one) =>
        Object.entries(propertiesOf(one))
          .filter(([, schema]) => ['array', 'object'].includes(typeOf(schema)))
          .map(([name]) => `${one.name}: ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it('are granted: every right but the open ones to some role, the administrator has all', () => {
    for (const right of new Set(contracts.map((one) => one.access))) {
      expect(
        roles.some((role) => policy[role].includes(right)),
        right,
      ).toBe(true);
      expect(policy.administrator).toContain(right);
    }
  });

  it('do not share an address with a door of another protocol', () => {
    const paths = contracts.map(pathOf);
    expect(doors.filter((door) => paths.includes(door.path)).map((door) => door.path)).toEqual([]);
    const addresses = doors.map((door) => `${door.method} ${door.path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

describe('events, listeners and clocks', () => {
  it('have names of their own, and listeners hear events that exist', async () => {
    const said = new Set<string>();
    for (const { path } of readSources('src/shared')) {
      if (!/^src\/shared\/[\w-]+\.ts$/.test(path)) continue;
      const module: Record<string, unknown> = await import(/* @vite-ignore */ join(root, path));
      for (const value of Object.values(module)) {
        const read = z.object({ name: z.string(), payload: z.unknown() }).safeParse(value);
        if (read.success && !endpointShape.safeParse(value).success) said.add(read.data.name);
      }
    }
    const listens = areas.flatMap((area) => area.listens ?? []);
    expect(listens.flatMap((one) => one.events).filter((name) => !said.has(name))).toEqual([]);
    for (const names of [
      listens.map((one) => one.name),
      areas.flatMap((area) => (area.ticks ?? []).map((one) => one.name)),
    ]) {
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('refusals', () => {
  it('that are said in the code exist, and all have words in every language', () => {
    const used = new Set(
      readSources('src/server').flatMap((source) =>
        [...source.code.matchAll(/(?:refuse|new Refusal)\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
      ),
    );
    expect(used.size).toBeGreaterThan(25);
    expect([...used].filter((code) => !(code in refusals))).toEqual([]);
    for (const [code] of Object.entries(refusals)) {
      for (const language of languages) {
        const said = sayRefusal(language, knownCode(code), {});
        expect(said.title.length, `${language} ${code}`).toBeGreaterThan(3);
        expect(said.detail.length, `${language} ${code}`).toBeGreaterThan(3);
      }
    }
  });

  it('have a status that means a refusal', () => {
    const wrong = Object.entries(refusals).filter(([, status]) => status < 400 || status > 599);
    expect(wrong).toEqual([]);
  });
});

const operation = z.object({
  operationId: z.string().optional(),
  summary: z.string().min(1),
  responses: z.record(z.string().regex(/^(\d{3}|default)$/), z.object({ description: z.string().min(1) })),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(['query', 'path', 'header']),
        required: z.boolean(),
        schema: z.looseObject({}),
      }),
    )
    .optional(),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.looseObject({}) })) }).optional(),
});
const description = z.object({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.object({ title: z.string().min(1), version: z.string().min(1) }),
  paths: z.record(
    z.string().startsWith('/'),
    z
      .record(z.enum(['get', 'post', 'put', 'options']), operation)
      .or(z.partialRecord(z.enum(['get', 'post', 'put', 'options']), operation)),
  ),
  components: z.object({
    schemas: z.record(z.string(), z.looseObject({})),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })),
  }),
});

describe('the description (OpenAPI 3.1)', () => {
  const made: unknown = JSON.parse(JSON.stringify(openApi(contracts, doors, '0')));
  const read = description.parse(made);

  it('has every endpoint and every door, each operation once', () => {
    for (const contract of contracts) {
      const there = read.paths[pathOf(contract)]?.[contract.method === 'GET' ? 'get' : 'post'];
      expect(there?.operationId).toBe(contract.name);
      expect(there?.summary).toBe(contract.summary);
    }
    for (const door of doors) expect(Object.keys(read.paths)).toContain(door.path.replaceAll(/:(\w+)/g, '{$1}'));
    const ids = Object.values(read.paths).flatMap((path) =>
      Object.values(path).flatMap((one) => one?.operationId ?? []),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('points only to what it holds', () => {
    const pointers = [...JSON.stringify(made).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(pointers.length).toBeGreaterThan(0);
    const missing = pointers.filter(
      (pointer) => !(pointer.replace('#/components/schemas/', '') in read.components.schemas),
    );
    expect(missing).toEqual([]);
  });

  it('describes every parameter of an address', () => {
    const wrong = Object.entries(read.paths).flatMap(([path, methods]) =>
      [...path.matchAll(/\{(\w+)\}/g)].flatMap((match) =>
        Object.values(methods)
          .filter((one) => one?.parameters?.some((other) => other.in === 'path' && other.name === match[1]) !== true)
          .map(() => `${path}: ${match[1]}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

function propertiesOf(contract: Endpoint): Record<string, unknown> {
  const schema = z.toJSONSchema(contract.input, { io: 'input', unrepresentable: 'any' });
  return { ...schema.properties };
}

function typeOf(schema: unknown): string {
  return typeof schema === 'object' && schema !== null && 'type' in schema ? String(schema.type) : '';
}

function knownCode(code: string): keyof typeof refusals {
  const found = z.enum(Object.keys(refusals)).parse(code);
  const is = (one: string): one is keyof typeof refusals => one in refusals;
  if (!is(found)) throw new Error(found);
  return found;
}
