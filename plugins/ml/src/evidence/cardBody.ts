const FENCE = '---';

/**
 * The text of a card for readers: without the block of YAML that it may begin
 * with. A block that never ends is text.
 */
export function cardBody(text: string): string {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines[0].trimEnd() !== FENCE) {
    return lines.join('\n');
  }
  const end = lines.findIndex(
    (line, index) => index > 0 && line.trimEnd() === FENCE,
  );
  return end < 0
    ? lines.join('\n')
    : lines
        .slice(end + 1)
        .join('\n')
        .trimStart();
}
