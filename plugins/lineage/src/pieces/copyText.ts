/** Puts a text on the clipboard. Fails where the browser gives no access to it. */
export async function copyText(text: string): Promise<void> {
  const { clipboard } = window.navigator;
  // Pages that are not served over HTTPS have none, whatever the types say.
  if (clipboard === undefined) {
    throw new Error('This browser gives no access to the clipboard');
  }
  await clipboard.writeText(text);
}
