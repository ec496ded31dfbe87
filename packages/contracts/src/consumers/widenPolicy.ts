/** How a consumer check names what the check of a version names as a change. */
const met: Readonly<Record<string, readonly string[] | undefined>> = {
  FIELD_REMOVED: ['REQUIRED_FIELD_MISSING'],
  FIELD_ADDED_REQUIRED: ['REQUIRED_FIELD_MISSING'],
  PRESENCE_WIDENED: ['PRESENCE_NARROWED'],
  NULLABLE_ADDED: ['NULLABLE_MISMATCH'],
  NULLABLE_REMOVED: ['NULLABLE_MISMATCH'],
  TYPE_WIDENED: ['TYPE_NARROWED', 'TYPE_WIDENED_LOSSY'],
  TYPE_TO_ANY: ['UNVERIFIABLE_ANY'],
  TYPE_FROM_ANY: ['UNVERIFIABLE_ANY'],
  UNION_BRANCH_ADDED: ['UNION_BRANCH_REMOVED'],
  DECIMAL_WIDENED: ['DECIMAL_NARROWED', 'DECIMAL_SCALE_CHANGED'],
  TIME_UNIT_REFINED: ['TIME_UNIT_COARSENED'],
  UNIQUE_REMOVED: ['UNIQUE_ADDED'],
  CONTENT_MODEL_OPENED: ['CONTENT_MODEL_CLOSED'],
  TENSOR_DIM_RELAXED: ['TENSOR_DIM_FIXED', 'BATCH_DIM_FIXED'],
  ENUM_SYMBOL_ADDED: ['ENUM_SYMBOL_REMOVED'],
  ENUM_CONSTRAINT_REMOVED: ['ENUM_CONSTRAINT_ADDED'],
  RANGE_WIDENED: ['RANGE_NARROWED'],
  RANGE_REMOVED: ['RANGE_ADDED'],
  MULTIPLE_OF_REMOVED: ['MULTIPLE_OF_ADDED'],
  LENGTH_WIDENED: ['LENGTH_NARROWED'],
  PATTERN_CHANGED: ['PATTERN_UNPROVEN'],
  PATTERN_REMOVED: ['PATTERN_ADDED'],
  FORMAT_REMOVED: ['FORMAT_ADDED'],
};

/**
 * Lets what was decided of a change hold for what the change means to a
 * consumer, so that nobody has to decide twice.
 */
export function widenPolicy<T extends { ruleId: string }>(
  entries: readonly T[],
): T[] {
  return entries.flatMap(entry => [
    entry,
    ...(met[entry.ruleId] ?? []).map(ruleId => ({ ...entry, ruleId })),
  ]);
}
