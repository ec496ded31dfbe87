/** `44` is written `v44`; any other label is a name and stays as it is. */
export function formatVersion(label: string): string {
  return /^\d/.test(label) ? `v${label}` : label;
}
