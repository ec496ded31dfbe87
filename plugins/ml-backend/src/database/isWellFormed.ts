/**
 * Whether a text has no half of a surrogate pair in it. One that has cannot be
 * written to the ledger, whose hashes need one JSON text for every value.
 */
export function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(
    text,
  );
}
