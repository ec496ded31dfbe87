/** Of a thing that both sides have, each in its own form. */
function differs(thing: string): string {
  return `The ${thing} of {field} is {writer} for the writer, and {reader} for the reader`;
}

/** Of a thing that a consumer relies on and a provider has otherwise. */
function disagrees(thing: string): string {
  return `The consumer takes the ${thing} of {field} to be {old}, and the provider says {new}`;
}

function promises(thing: string): string {
  return `The consumer needs ${thing.replace('#', '{old}')}, and the provider promises {new}`;
}

function outsideOfTerms(use: string): string {
  return `The consumer ${use} {old}, and the terms allow {new}`;
}

const notTaken =
  'The writer may write {writer} to {field}, which the reader does not take';
const type = differs('type');
const shape = differs('shape');

/**
 * What rules say where a reader and a writer meet, or a consumer and a
 * provider, of which neither is the older: there `{reader}` and `{writer}` are
 * the two values, `{old}` is that of the consumer, and nothing changed.
 */
export const meetingMessages: Readonly<Record<string, string | undefined>> = {
  PORT_ADDED:
    'The provider needs the port {field}, which the consumer does not send',
  PORT_REMOVED:
    'The provider does not have the port {field}, which the consumer uses',
  PORT_DIRECTION_CHANGED: disagrees('direction'),
  FIELD_REMOVED:
    'The consumer sends the field {field}, which the provider does not know and drops',
  FIELD_REMOVED_OPTIONAL:
    'The consumer lists the optional field {field}, which the provider does not have',
  FIELD_RENAMED_WITH_ALIAS:
    'The field that is called {reader} for the reader is called {writer} for the writer',
  FIELD_RENAMED:
    'The field that is called {reader} for the reader is called {writer} for the writer',
  FIELD_CASE_CHANGED:
    'The field that is written {reader} for the reader is written {writer} for the writer',
  FIELD_REORDERED:
    'The field {field} has the place {writer} for the writer, and {reader} for the reader',
  FIELD_NAMED:
    'The fields of {field} are {writer} for the writer, and {reader} for the reader',
  FIELD_UNNAMED:
    'The fields of {field} are {writer} for the writer, and {reader} for the reader',
  PRESENCE_NARROWED:
    'The writer may leave out the field {field}, which the reader requires',
  UNVERIFIABLE_ANY:
    'The writer may write anything to {field}, and the reader takes {reader} only',
  TYPE_WIDENED: type,
  TYPE_WIDENED_LOSSY: `${type}, which may round values`,
  TYPE_NARROWED: type,
  TYPE_CHANGED: type,
  KIND_CHANGED: type,
  UNION_BRANCH_REMOVED: notTaken,
  NAMED_TYPE_RENAMED: differs('name of the type'),
  FIXED_SIZE_CHANGED: differs('size'),
  DECIMAL_WIDENED: type,
  DECIMAL_NARROWED: type,
  DECIMAL_SCALE_CHANGED: `${type} and keeps fewer digits behind the point`,
  TIME_UNIT_COARSENED: `${type}, which is coarser`,
  TIMEZONE_SEMANTICS_CHANGED: type,
  MAP_KEY_CHANGED: differs('type of the keys'),
  UNIQUE_ADDED:
    'The reader takes each value of {field} once, and the writer may repeat values',
  CONTENT_MODEL_CLOSED:
    'The reader rejects fields that {field} does not list, and the writer may write some',
  TENSOR_DTYPE_CHANGED: differs('type of the elements'),
  TENSOR_RANK_CHANGED: shape,
  TENSOR_DIM_CHANGED: shape,
  TENSOR_DIM_FIXED: shape,
  BATCH_DIM_FIXED: `${shape}, which takes no batches`,
  TENSOR_LAYOUT_CHANGED: disagrees('layout'),
  VECTOR_LENGTH_CHANGED: differs('length'),
  EMBEDDING_SPACE_CHANGED: differs('vector space'),
  ENUM_SYMBOL_REMOVED: notTaken,
  ENUM_CONSTRAINT_ADDED: type,
  ENUM_ORDER_CHANGED:
    'The consumer takes the values of {field} in another order than the provider',
  RANGE_NARROWED: differs('range'),
  RANGE_ADDED:
    'The reader asks for {field} to be {reader}, which the writer does not promise',
  MULTIPLE_OF_ADDED:
    'The reader asks for {field} to be a multiple of {reader}, which the writer does not promise',
  MULTIPLE_OF_CHANGED: differs('step'),
  LENGTH_NARROWED: differs('length'),
  PATTERN_ADDED:
    'The reader asks for {field} to match {reader}, which the writer does not promise',
  PATTERN_UNPROVEN:
    'The writer keeps {field} to the pattern {writer}, the reader asks for {reader}',
  FORMAT_ADDED:
    'The reader asks for {field} to have the format {reader}, which the writer does not promise',
  FORMAT_CHANGED: differs('format'),
  UNVERIFIABLE_SHAPE: `${differs('form')}, which cannot be checked`,
  OPAQUE_CHANGED: `${type}, which cannot be compared`,
  KEY_CHANGED: disagrees('key'),
  EVENT_TIME_CHANGED: disagrees('event time'),
  PARTITION_CHANGED: disagrees('partitions'),
  UNIT_CHANGED: disagrees('unit'),
  NORMALISATION_CHANGED: disagrees('scaling'),
  SEMANTIC_TYPE_CHANGED: disagrees('meaning'),
  LABEL_MAP_CHANGED: disagrees('labels'),
  TRANSFORM_CHANGED:
    'The consumer relies on {old} to compute {field}, and the provider uses {new}',
  CLASSIFICATION_RAISED:
    'The field {field} is classified as {new}, which the consumer is not cleared for',
  PERSONAL_DATA_ADDED:
    'The field {field} holds personal data that the consumer does not count on: {new}',
  QUALITY_RULE_WEAKENED:
    'The consumer relies on the quality rule {old} of {field}, and the provider keeps to {new}',
  QUALITY_RULE_REMOVED:
    'The consumer relies on the quality rule {old} of {field}, which the provider does not have',
  QUALITY_RULE_STRENGTHENED:
    'The consumer keeps to the quality rule {old} of {field}, and the provider asks for {new}',
  METRIC_FLOOR_LOWERED: promises('# of {field} or more'),
  THROUGHPUT_REDUCED: promises('# requests per second'),
  AVAILABILITY_REDUCED: promises('an availability of #'),
  ERROR_RATE_RAISED: promises('a rate of errors of # at most'),
  RATE_LIMIT_LOWERED:
    'The consumer sends {old} requests per second, and the provider takes {new}',
  MAX_PAYLOAD_LOWERED:
    'The consumer sends requests of {old} bytes, and the provider takes {new}',
  MAX_BATCH_LOWERED:
    'The consumer sends batches of {old} rows, and the provider takes {new}',
  FRESHNESS_RELAXED: promises('data that is no older than #'),
  TTL_SHORTENED:
    'The consumer needs values to stay for {old}, and they expire after {new}',
  ERROR_CODE_REMOVED:
    'The service does not answer with the error {old}, which the consumer handles',
  ERROR_STATUS_CHANGED:
    'The consumer takes the error {field} to have the status {old}, and it has {new}',
  RETRYABILITY_CHANGED:
    'The consumer takes the error {field} to be {old}, and it is {new}',
  FALLBACK_REMOVED:
    'The consumer counts on the fallback {old} of the error {field}, which has none',
  FALLBACK_CHANGED:
    'The consumer counts on the fallback {old} of the error {field}, which has {new}',
  PROTOCOL_REMOVED:
    'The consumer speaks {old}, which the service does not declare',
  ENDPOINT_CHANGED:
    'The consumer calls the endpoint {old}, and the service has {new}',
  AUTH_CHANGED:
    'The consumer signs in by {old}, and the service asks for {new}',
  SERIALIZATION_CHANGED:
    'The consumer uses the serialization {old}, and the service {new}',
  FLAVOR_REMOVED:
    'The consumer loads the model as {old}, and it is not packaged so',
  CAPABILITY_REMOVED:
    'The consumer uses the capability {old}, which the provider does not have',
  SERVICE_LEVEL_CHANGED:
    'The consumer takes the {field} to be {old}, and the provider says {new}',
  PURPOSE_NARROWED: outsideOfTerms('uses the data for'),
  REGION_NARROWED: outsideOfTerms('uses the data in'),
  SHARING_NARROWED: outsideOfTerms('shares the data with the scope'),
  RETENTION_SHORTENED:
    'The consumer needs the data for {old}, and has it for {new}',
};
