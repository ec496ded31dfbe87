import { CustomErrorBase } from '@backstage/errors';

/** What was sent is bigger than allowed; answered with 413. */
export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;
}
