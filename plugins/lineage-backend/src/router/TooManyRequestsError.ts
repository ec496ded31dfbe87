import { CustomErrorBase } from '@backstage/errors';

/** Asked again too soon; answered with 429. */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;
}
