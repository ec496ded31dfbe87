/**
 * An error of a validator of JSON Schema, as ajv tells it.
 *
 * @public
 */
export interface SchemaError {
  /** JSON Pointer into the document. */
  instancePath: string;
  /** Where in the schema the keyword stands. */
  schemaPath: string;
  keyword: string;
  params: Readonly<Record<string, unknown>>;
}

/**
 * A compiled JSON Schema of 2019-09, as `ajv/dist/2019` makes it. With
 * `allErrors` it tells all that is wrong and not only the first.
 *
 * @public
 */
export interface SchemaValidator {
  (document: unknown): unknown;
  /** What was wrong with the last document. */
  errors?: readonly SchemaError[] | null;
}
