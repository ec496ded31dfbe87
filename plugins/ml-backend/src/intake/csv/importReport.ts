import { IntakeDecisionResult } from '@understudy/plugin-ml-common';

/** What became of an uploaded file. */
export interface IntakeImportReport {
  /** One for each row that asks for something, in the order of the file. */
  items: IntakeDecisionResult[];
  /** Rows that were accepted, or would be. */
  accepted: number;
  /** Rows that say what was decided before. */
  unchanged: number;
  refused: number;
  /** Rows without an action. */
  skipped: number;
}

/** Counts what became of the rows of a file. */
export function importReport(
  items: IntakeDecisionResult[],
  skipped: number,
): IntakeImportReport {
  const count = (...outcomes: IntakeDecisionResult['outcome'][]) =>
    items.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    items,
    accepted: count('accepted', 'would-accept'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    skipped,
  };
}
