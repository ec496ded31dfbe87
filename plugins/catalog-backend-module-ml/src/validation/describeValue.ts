const MAX_LENGTH = 80;

/** A value as error messages show it: short, and unmistakably a value. */
export function describeValue(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  const text =
    typeof value === 'string' ? `'${value}'` : (JSON.stringify(value) ?? '');
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
