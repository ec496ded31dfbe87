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

/**
 * Fails unless the description of the interface foresees this answer of an
 * operation: its status, and the shape of its body.
 *
 * @param path - as the description writes it, such as `/nodes/{id}`.
 */
export function expectDescribed(
  method: 'get' | 'post',
  path: string,
  { status, body, text }: Response,
): void {
  const place = `paths ${path} ${method} responses ${status} content application/json schema`;
  const pointer = place
    .split(' ')
    .map(part =>
      encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1')),
    )
    .join('/');
  const validate = ajv.getSchema(`openapi#/${pointer}`);
  if (!validate) {
    throw new Error(
      `${method} ${path} answered ${status}, which is not described: ${text}`,
    );
  }
  validate(body);
  expect(validate.errors ?? []).toEqual([]);
}
