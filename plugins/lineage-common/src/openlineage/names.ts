import { InputError } from '@backstage/errors';
import { NameKey, OpenLineageName } from './facts';

// Names have no control characters, so this one tells the parts apart; being
// less than any other, it makes keys sort by kind, then namespace, then name.
const SEPARATOR = '\n';
const DATASET = `dataset${SEPARATOR}`;

/**
 * The name as one text. Keys sort as (kind, namespace, name) do, and are never
 * the name of a property that every object has.
 *
 * @public
 */
export function nameKey(name: OpenLineageName): NameKey {
  return name.kind + SEPARATOR + name.namespace + SEPARATOR + name.name;
}

/** Whether it is the key of a dataset, not of a job. */
export function isDatasetKey(key: NameKey): boolean {
  return key.startsWith(DATASET);
}

/**
 * Reads what {@link nameKey} writes.
 *
 * @throws InputError for any other text.
 * @public
 */
export function parseNameKey(key: NameKey): OpenLineageName {
  const first = key.indexOf(SEPARATOR);
  const second = key.indexOf(SEPARATOR, first + 1);
  const kind = key.slice(0, first);
  if (first < 0 || second < 0 || (kind !== 'dataset' && kind !== 'job')) {
    throw new InputError(`${JSON.stringify(key)} is not the key of a name`);
  }
  return {
    kind,
    namespace: key.slice(first + 1, second),
    name: key.slice(second + 1),
  };
}
