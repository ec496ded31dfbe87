/** Of the bodies of events that are put into the graph in one transaction. */
const BATCH_BYTES = 8 * 1024 * 1024;

/** As many of the first events as one transaction takes; at least one. */
export function asMuchAsFits<T extends { bytes: number }>(
  events: readonly T[],
): T[] {
  let bytes = 0;
  const tooMany = events.findIndex((event, index) => {
    bytes += event.bytes;
    return index > 0 && bytes > BATCH_BYTES;
  });
  return events.slice(0, tooMany < 0 ? events.length : tooMany);
}
