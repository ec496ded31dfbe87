import { ContractConsumer } from '@understudy/plugin-ml-common';

/** Who uses which fields of a contract. */
export interface FieldUsage {
  /** Consumers that are known to use the field, or something in it, or all that it is in. */
  usersOf(port: string, path: string): ContractConsumer[];
  /** Consumers of which it is not known what they use. */
  unknown: ContractConsumer[];
  /** Whether a field without users is used by nobody. */
  complete: boolean;
}

/** Sorts consumers by what they use. `complete`: there are no others. */
export function fieldUsage(
  consumers: readonly ContractConsumer[],
  complete: boolean,
): FieldUsage {
  const named = new Map<string, Set<ContractConsumer>>();
  const touched = new Map<string, Set<ContractConsumer>>();
  for (const consumer of consumers) {
    for (const { port, path } of consumer.fields ?? []) {
      add(named, keyOf(port, path), consumer);
      outerPaths(path).forEach(outer =>
        add(touched, keyOf(port, outer), consumer),
      );
    }
  }
  const unknown = consumers.filter(({ fields }) => fields === undefined);
  return {
    unknown,
    complete: complete && unknown.length === 0,
    usersOf: (port, path) => {
      const users = new Set(touched.get(keyOf(port, path)));
      for (const each of [path, ...outerPaths(path)]) {
        named.get(keyOf(port, each))?.forEach(user => users.add(user));
      }
      return [...users].sort((a, b) => a.consumer.localeCompare(b.consumer));
    },
  };
}

/** `a.b[].c` is in `a.b[]`, in `a.b` and in `a`. */
function outerPaths(path: string): string[] {
  return Array.from(path.matchAll(/[.[{]/g), ({ index }) =>
    path.slice(0, index),
  ).filter(Boolean);
}

function add<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  const values = map.get(key) ?? new Set<T>();
  values.add(value);
  map.set(key, values);
}

function keyOf(port: string, path: string): string {
  return `${port}\n${path}`;
}
