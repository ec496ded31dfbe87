// Spreadsheets run a cell that begins with one of these as a formula, some also
// behind spaces and quotes, or when the character is a wide one.
const formulaStart = /^['"\s]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Puts a quote before a text that a spreadsheet would run as a formula. */
export function guardFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}
