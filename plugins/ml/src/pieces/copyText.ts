/**
 * Puts a text on the clipboard. Rejects where the browser gives no access to
 * it, as on pages that are not served over HTTPS.
 */
export async function copyText(text: string): Promise<void> {
  if (!window.navigator.clipboard) {
    throw new Error('This browser gives no access to the clipboard');
  }
  await window.navigator.clipboard.writeText(text);
}
