const SHOWN_VALUE_LENGTH = 100;

/** A value of a request for a message: as JSON, shortened where it is long. */
export function showValue(value: unknown): string {
  // JSON has no text for infinite numbers, but its parser gives them.
  const text =
    typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > SHOWN_VALUE_LENGTH
    ? `${text.slice(0, SHOWN_VALUE_LENGTH)}...`
    : text;
}
