import { IntakeRecord } from '@understudy/plugin-ml-common';

/**
 * Whether something was decided that the next import has yet to carry out. A
 * Model that declares the record goes before any decision, and of several
 * claims on one Model the last one counts; neither is waited for.
 */
export function isPending(record: IntakeRecord): boolean {
  const decision = record.decision?.decision;
  if (!decision || record.boundBy === 'declared') {
    return false;
  }
  switch (decision.action) {
    case 'claim':
      return record.status === 'no-model' || record.status === 'no-owner';
    case 'bind':
      return record.status === 'no-model' || record.model !== decision.model;
    default:
      return false;
  }
}

/** Whether something was decided that a Model has overtaken by its YAML. */
export function isOvertaken(record: IntakeRecord): boolean {
  return record.decision !== undefined && record.boundBy === 'declared';
}
