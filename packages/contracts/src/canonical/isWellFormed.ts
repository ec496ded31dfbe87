/** Whether a text has no half of a surrogate pair in it, which no encoding of Unicode can hold. */
export function isWellFormed(text: string): boolean {
  // Hardly any text has surrogates at all, and looking for them is cheap.
  return !/[\uD800-\uDFFF]/.test(text) || !/\p{Surrogate}/u.test(text);
}
