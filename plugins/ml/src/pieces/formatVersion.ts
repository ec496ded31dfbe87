const DAY_OR_MONTH = /^\d{4}-\d{2}/;

/** `44` is written `v44`; a date or any other label is a name and stays as it is. */
export function formatVersion(label: string): string {
  return /^\d/.test(label) && !DAY_OR_MONTH.test(label) ? `v${label}` : label;
}
