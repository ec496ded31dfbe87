import Ajv2020 from 'ajv/dist/2020';
import type { Response } from 'supertest';
import { openApiDocument } from '../schema/openapi';

const ajv = new Ajv2020({ allErrors: true, strict: false });
ajv.addSchema(openApiDocument, 'openapi');

/**
 * Fails unless the description of the interface foresees this answer of an
 * operation: its status, and the shape of its body.
 *
 * @param path - as the description writes it, such as `/registries`.
 */
export function expectDescribed(
  method: 'get' | 'post' | 'patch' | 'delete',
  path: string,
  response: Response,
): void {
  const pointer = [
    'paths',
    path,
    method,
    'responses',
    String(response.status),
    'content',
    'application/json',
    'schema',
  ]
    .map(part => part.replace(/~/g, '~0').replace(/\//g, '~1'))
    .map(encodeURIComponent)
    .join('/');
  const validate = ajv.getSchema(`openapi#/${pointer}`);
  if (!validate) {
    throw new Error(
      `${method} ${path} answered ${response.status}, which is not described: ${response.text}`,
    );
  }
  validate(response.body);
  expect(validate.errors ?? []).toEqual([]);
}
