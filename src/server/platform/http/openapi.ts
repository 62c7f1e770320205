import { z } from 'zod';
import { type Endpoint, pathOf } from '../../../shared/contract.ts';
import { refusals } from '../../../shared/refusals.ts';
import type { RawDoor } from '../area.ts';

/** The OpenAPI 3.1 description of every endpoint, made from the contracts themselves. */
export function openApi(contracts: readonly Endpoint[], doors: readonly RawDoor[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const contract of contracts) {
    paths[pathOf(contract)] = { [contract.method.toLowerCase()]: operationOf(contract) };
  }
  for (const door of doors) {
    const path = door.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [door.method.toLowerCase()]: rawOperationOf(door) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kept', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    security: [{ key: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key, made in Settings.' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-kept' },
      },
      schemas: { Problem: problem },
    },
  };
}

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'request_id'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(refusals) },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, code: { type: 'string' } } },
    },
    request_id: { type: 'string' },
  },
};

const refused = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function operationOf(contract: Endpoint): object {
  const room = contract.name.split('.', 1)[0];
  const input = schemaOf(contract.input, 'input');
  return {
    operationId: contract.name,
    tags: [room],
    summary: contract.summary,
    description: `Access: \`${contract.access}\`. Purpose: \`${contract.purpose}\`.`,
    ...(contract.method === 'GET'
      ? { parameters: parametersOf(input) }
      : { requestBody: { required: true, content: { 'application/json': { schema: input } } } }),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: schemaOf(contract.reply, 'output') } } },
      default: refused,
    },
  };
}

function rawOperationOf(door: RawDoor): object {
  return {
    operationId: `${door.method} ${door.path}`,
    tags: [door.path.split('/', 2)[1]],
    summary: door.summary,
    description: `Access: \`${door.access}\`. At most ${door.maxBytes} bytes.`,
    parameters: [...door.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    responses: { 200: { description: 'Done' }, default: refused },
  };
}

function parametersOf(input: Record<string, unknown>): object[] {
  const properties = input['properties'];
  const required = Array.isArray(input['required']) ? input['required'] : [];
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  return z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
}
