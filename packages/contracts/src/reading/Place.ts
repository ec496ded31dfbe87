/** Where a type or field stands in a port. */
export interface Place {
  /** JSON Pointer that starts at the port. */
  pointer: string;
  /** As a person writes it: `address.street`, `tags[]`, `scores{}`. */
  path: string;
}

export function fieldPlace(
  parent: Place,
  index: number,
  name: string | number,
): Place {
  const shown = typeof name === 'number' ? `#${name}` : name;
  return {
    pointer: `${parent.pointer}/fields/${index}`,
    path: parent.path ? `${parent.path}.${shown}` : shown,
  };
}

/** Of a part that the path shows by a suffix, such as `[]`, or not at all. */
export function partPlace(parent: Place, part: string, suffix = ''): Place {
  return {
    pointer: `${parent.pointer}/${part}`,
    path: `${parent.path}${suffix}`,
  };
}
