import {
  IntakeAction,
  intakeLimits,
  IntakeRecord,
} from '@understudy/plugin-ml-common';

/** What can be done with records that are selected. */
export type BulkAction = IntakeAction | 'draft';

/** Every bulk action, in the order of its button. */
export const bulkActions = [
  'claim',
  'bind',
  'ignore',
  'reset',
  'draft',
] as const satisfies readonly BulkAction[];

/** Why nothing can be done: the key of a text. */
export type Obstacle =
  | 'mayNotClaim'
  | 'mayNotBind'
  | 'mayNotIgnore'
  | 'nothingToReset'
  | 'mixedKinds'
  | 'tooMany'
  | 'tooManyDrafts';

const NOT_ALLOWED = {
  claim: 'mayNotClaim',
  bind: 'mayNotBind',
  ignore: 'mayNotIgnore',
  reset: 'nothingToReset',
} as const satisfies Record<IntakeAction, Obstacle>;

/** The records that somebody may decide so about. A draft decides nothing. */
export function fittingRecords(
  action: BulkAction,
  records: IntakeRecord[],
): IntakeRecord[] {
  return action === 'draft'
    ? records
    : records.filter(record => record.allowed.includes(action));
}

/** Why an action cannot be done with any of the records, if so. */
export function obstacleTo(
  action: BulkAction,
  records: IntakeRecord[],
): Obstacle | undefined {
  if (action === 'draft') {
    return records.length > intakeLimits.drafts ? 'tooManyDrafts' : undefined;
  }
  const fitting = fittingRecords(action, records);
  if (fitting.length === 0) {
    return NOT_ALLOWED[action];
  }
  if (fitting.length > intakeLimits.decisions) {
    return 'tooMany';
  }
  const kinds = new Set(fitting.map(({ kind }) => kind));
  return action === 'bind' && kinds.size > 1 ? 'mixedKinds' : undefined;
}
