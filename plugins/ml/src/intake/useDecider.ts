import { usePermission } from '@backstage/plugin-permission-react';
import {
  mlIntakeClaimPermission,
  mlIntakeDecidePermission,
} from '@understudy/plugin-ml-common';

/**
 * What the reader may decide at all: for `anybody`, for their `own` groups
 * only, or nothing. Undefined while that is asked. What may be decided about a
 * single record stands in the record, so an answer that fails to come takes no
 * button away.
 */
export type Decider = 'anybody' | 'own' | 'nothing' | undefined;

/** See {@link Decider}. */
export function useDecider(): Decider {
  const decide = usePermission({ permission: mlIntakeDecidePermission });
  const claim = usePermission({ permission: mlIntakeClaimPermission });
  if (decide.loading || claim.loading) {
    return undefined;
  }
  if (decide.allowed) {
    return 'anybody';
  }
  return claim.allowed || claim.error || decide.error ? 'own' : 'nothing';
}
