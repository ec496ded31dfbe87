import Ajv2020 from 'ajv/dist/2020';
import type { Response } from 'supertest';
import { openApiDocument } from '../../schema/openapi';

const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  formats: {
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(\d{6})?Z$/,
  },
});
ajv.addSchema(openApiDocument, 'openapi');

interface Described {
  responses?: Record<string, { content?: Record<string, unknown> }>;
}

/**
 * Fails unless the description of the interface foresees this answer of an
 * operation: its status, its form, and the shape of its body where it is JSON.
 *
 * @param path - as the description writes it, such as `/nodes/{id}`.
 */
export function expectDescribed(
  method: 'get' | 'post',
  path: string,
  { status, body, text, type }: Response,
): void {
  const operation = openApiDocument.paths[path]?.[method] as
    Described | undefined;
  const described = operation?.responses?.[status];
  if (!described) {
    throw new Error(
      `${method} ${path} answered ${status}, which is not described: ${text}`,
    );
  }
  if (!described.content) {
    expect(text).toBe('');
    return;
  }
  expect(Object.keys(described.content)).toContain(type);
  if (type === 'application/json') {
    expectValid(`paths ${path} ${method} responses ${status}`, body);
  }
}

function expectValid(response: string, body: unknown): void {
  const pointer = `${response} content application/json schema`
    .split(' ')
    .map(part =>
      encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1')),
    )
    .join('/');
  const validate = ajv.getSchema(`openapi#/${pointer}`);
  if (!validate) {
    throw new Error(`The description has nothing at ${pointer}`);
  }
  validate(body);
  expect(validate.errors ?? []).toEqual([]);
}
