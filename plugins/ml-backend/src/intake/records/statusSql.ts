/**
 * Whether a record is left alone by decision: the same rule as in `statusOf`,
 * over the tables that the list of records joins.
 */
export const ignoredSql = `
  COALESCE(intake_decision.action, '') = 'ignore'
  AND COALESCE(registry_record.bound_by, '') <> 'declared'`;

/** How a record stands, as far as the index of models knows. */
export const statusSql = `
  CASE
    WHEN ${ignoredSql} THEN 'ignored'
    WHEN model_index.ref IS NULL THEN 'no-model'
    WHEN model_index.owner = '' THEN 'no-owner'
    ELSE 'settled'
  END`;
