import { Contract } from '@understudy/contracts';
import { Format } from './detectFormat';
import { isRecord } from './isRecord';

/** Where a document in a foreign format says what a pointer into its contract is about, as near as is known. */
export function foreignPointer(
  format: Format,
  contract: Contract,
  value: unknown,
  pointer: string,
): string {
  const [, index, field] =
    /^\/spec\/ports\/(\d+)(?:\/schema\/fields\/(\d+))?/.exec(pointer) ?? [];
  const port = contract.spec.ports[Number(index)];
  if (!port) {
    return '';
  }
  const name =
    field !== undefined && port.schema.kind === 'object'
      ? port.schema.fields[Number(field)]?.name
      : undefined;
  const find = (base: string, lists: readonly string[], wanted = name) =>
    lists
      .map(list => findNamed(value, `${base}/${list}`, wanted))
      .find(found => found !== undefined);
  switch (format) {
    case 'mlflow':
      return `/signature/${port.name}`;
    case 'oip':
      return find('', [port.name]) ?? `/${port.name}`;
    case 'odcs': {
      const object = find('', ['schema'], port.name);
      return object === undefined
        ? ''
        : (find(object, ['properties']) ?? object);
    }
    case 'feast': {
      const base = isRecord(value) && isRecord(value.spec) ? '/spec' : '';
      const lists = ['entityColumns', 'entity_columns', 'features', 'schema'];
      return find(base, lists) ?? base;
    }
    default:
      return '';
  }
}

/** The place of the item with a name in a list. */
function findNamed(
  value: unknown,
  list: string,
  name: string | number | undefined,
): string | undefined {
  const items = list
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (inner, key) =>
        isRecord(inner) || Array.isArray(inner)
          ? (inner as Record<string, unknown>)[key]
          : undefined,
      value,
    );
  const index = Array.isArray(items)
    ? items.findIndex(item => isRecord(item) && item.name === name)
    : -1;
  return index === -1 || name === undefined ? undefined : `${list}/${index}`;
}
