import { FieldType } from './FieldType';

/** Whether a definition is nothing but a reference to itself, by way of others or not. */
export function isCircular(
  name: string,
  definitions: ReadonlyMap<string, FieldType>,
): boolean {
  const seen = new Set<string>();
  let type = definitions.get(name);
  while (type?.kind === 'ref') {
    if (seen.has(type.name)) {
      return true;
    }
    seen.add(type.name);
    type = definitions.get(type.name);
  }
  return false;
}
