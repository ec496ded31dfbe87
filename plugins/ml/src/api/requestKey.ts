/**
 * A key that makes repeating one request harmless. Unlike `randomUUID` this
 * works on pages that are not served over HTTPS, too.
 */
export function requestKey(): string {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
