// Spreadsheets run a cell that begins with one of these as a formula.
const formulaStart = /^'*[=+\-@\t\r]/;

/**
 * Puts a quote before a text that a spreadsheet would run as a formula.
 * {@link unguardFormula} takes it off again and gives back any text unchanged.
 */
export function guardFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** Takes the quote of {@link guardFormula} off. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text;
}
