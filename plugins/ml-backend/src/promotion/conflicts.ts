import { ConflictError, CustomErrorBase } from '@backstage/errors';
import { PromotionEvent } from '@understudy/plugin-ml-common';
import { PromotionRecord } from './PromotionRecord';

/** The page the caller looked at is no longer true. Answers 409. */
export function staleRevision(record: PromotionRecord): ConflictError {
  return Object.assign(
    new ConflictError(
      `Promotion '${record.id}' has changed: it is '${record.state}' at revision ${record.revision} now. Look at it again before you decide`,
    ),
    { revision: record.revision, state: record.state },
  );
}

/** The event does not exist in this state. Answers 409. */
export function illegalEvent(
  record: PromotionRecord,
  event: PromotionEvent,
  allowed: PromotionEvent[],
): ConflictError {
  return Object.assign(
    new ConflictError(
      `'${event}' is not possible: promotion '${record.id}' is '${record.state}'`,
    ),
    { revision: record.revision, state: record.state, allowed },
  );
}

/** The request is well formed but contradicts an earlier one. Answers 422. */
export class UnprocessableError extends CustomErrorBase {
  name = 'UnprocessableError' as const;
  readonly statusCode = 422;
}

/** Asked again too soon. Answers 429. */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;
}
