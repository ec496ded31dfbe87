import { specChange } from '../comparison/specChange';
import { ErrorSurface } from '../contract/Contract';
import { Change } from '../findings/Change';

/**
 * Compares the errors that a service may answer with. `exhaustive`: the old
 * list is all that a consumer handles.
 */
export function compareErrors(
  old: readonly ErrorSurface[] = [],
  next: readonly ErrorSurface[] = [],
  exhaustive = false,
): Change[] {
  const before = new Map(
    old.map((error, index) => [error.code, { error, index }]),
  );
  const after = new Map(
    next.map((error, index) => [error.code, { error, index }]),
  );
  const changes: Change[] = [];
  for (const [code, { error, index }] of after) {
    const known = before.get(code);
    if (known) {
      changes.push(...compareError(known, { error, index }));
    } else {
      changes.push(
        specChange({
          ruleId: 'ERROR_CODE_ADDED',
          newPointer: `/spec/errors/${index}`,
          new: code,
          subject: code,
          backward: 'ok',
          forward: exhaustive && !error.retryable ? 'error' : 'warning',
        }),
      );
    }
  }
  for (const [code, { index }] of before) {
    if (!after.has(code)) {
      changes.push(
        specChange({
          ruleId: 'ERROR_CODE_REMOVED',
          oldPointer: `/spec/errors/${index}`,
          old: code,
          subject: code,
        }),
      );
    }
  }
  return changes;
}

interface Listed {
  error: ErrorSurface;
  index: number;
}

function compareError(old: Listed, next: Listed): Change[] {
  const from = old.error;
  const to = next.error;
  const changes: Change[] = [];
  const note = (
    ruleId: string,
    before: string | number | undefined,
    after: string | number | undefined,
  ) =>
    changes.push(
      specChange({
        ruleId,
        oldPointer: `/spec/errors/${old.index}`,
        newPointer: `/spec/errors/${next.index}`,
        old: before,
        new: after,
        subject: to.code,
      }),
    );
  for (const part of ['httpStatus', 'grpc'] as const) {
    if (from[part] !== undefined && from[part] !== to[part]) {
      note('ERROR_STATUS_CHANGED', from[part], to[part]);
    }
  }
  if (from.retryable !== to.retryable) {
    note('RETRYABILITY_CHANGED', retryability(from), retryability(to));
  }
  const had = from.fallback ?? 'none';
  const has = to.fallback ?? 'none';
  if (had !== has && had !== 'none') {
    note(has === 'none' ? 'FALLBACK_REMOVED' : 'FALLBACK_CHANGED', had, has);
  } else if (had !== has) {
    note('SERVICE_LEVEL_CHANGED', had, has);
  }
  return changes;
}

function retryability(error: ErrorSurface): string {
  return error.retryable ? 'retryable' : 'not retryable';
}
