import { CustomErrorBase } from '@backstage/errors';

/** What was sent is in a form that is not read; answered with 415. */
export class UnsupportedMediaTypeError extends CustomErrorBase {
  name = 'UnsupportedMediaTypeError' as const;
  readonly statusCode = 415;
}
