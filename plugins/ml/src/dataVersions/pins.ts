/** How models read an entity with versions. */
export interface Pins<T> {
  /** Those that name the version. */
  pinned: T[];
  /** Those that name none: they get whatever is served. */
  unpinned: T[];
  /** Those that name another one. */
  elsewhere: T[];
}

/** Sorts readers by whether they name a version. */
export function pinsOf<T>(
  readers: T[],
  label: string,
  versionOf: (reader: T) => string | undefined,
): Pins<T> {
  const pins: Pins<T> = { pinned: [], unpinned: [], elsewhere: [] };
  for (const reader of readers) {
    const version = versionOf(reader);
    if (version === undefined) {
      pins.unpinned.push(reader);
    } else {
      pins[version === label ? 'pinned' : 'elsewhere'].push(reader);
    }
  }
  return pins;
}
