/**
 * A value found in an entity and where it stood, such as `spec.uses[2].owner`.
 *
 * @public
 */
export interface ValueAtPath {
  path: string;
  value: unknown;
}

/**
 * Reads all values at a path of a {@link ReferenceField}, in document order.
 * What is absent, or of another shape than the path expects, gives nothing.
 *
 * @public
 */
export function readPath(root: unknown, path: string): ValueAtPath[] {
  let found: ValueAtPath[] = [{ path: '', value: root }];
  for (const segment of path.split('.')) {
    const isList = segment.endsWith('[]');
    const key = isList ? segment.slice(0, -2) : segment;
    found = found.flatMap(parent => {
      const child = readProperty(parent, key);
      if (!child) {
        return [];
      }
      return isList ? readItems(child) : [child];
    });
  }
  return found;
}

function readProperty(
  parent: ValueAtPath,
  key: string,
): ValueAtPath | undefined {
  if (!isRecord(parent.value) || !Object.hasOwn(parent.value, key)) {
    return undefined;
  }
  const child = parent.value[key];
  if (child === undefined || child === null) {
    return undefined;
  }
  return { path: parent.path ? `${parent.path}.${key}` : key, value: child };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readItems(list: ValueAtPath): ValueAtPath[] {
  if (!Array.isArray(list.value)) {
    return [];
  }
  return list.value.map((value, index) => ({
    path: `${list.path}[${index}]`,
    value,
  }));
}
