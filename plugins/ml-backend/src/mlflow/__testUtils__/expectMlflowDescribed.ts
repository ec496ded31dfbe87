import type { Response } from 'supertest';
import { expectDescribed } from '../../__testUtils__/expectDescribed';

/** As `expectDescribed`, for an operation of the registry. */
export function expectMlflowDescribed(
  method: 'get' | 'post' | 'patch' | 'delete',
  path: string,
  response: Response,
): void {
  expectDescribed(method, `/mlflow/api/2.0/mlflow/${path}`, response);
}
