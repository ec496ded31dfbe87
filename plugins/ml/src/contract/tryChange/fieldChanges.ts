import { canonicalJson, Field, Port } from '@understudy/contracts';
import { fieldsOf } from './contractEdits';

/** What became of a field since the contract that a draft began with. */
export type FieldChange = 'same' | 'new' | 'changed';

/** What a draft did to the fields of one port. */
export interface FieldChanges {
  /** Of a field of the draft. Compares by content only where it has to. */
  changeOf(field: Field): FieldChange;
  /** Fields that are there no more, under no name. */
  removed: Field[];
}

export function fieldChanges(base?: Port, draft?: Port): FieldChanges {
  const before = new Map(
    fieldsOf(base)?.map(field => [String(field.name), field]),
  );
  const kept = new Set(
    fieldsOf(draft)?.flatMap(({ name, aliases = [] }) => [
      String(name),
      ...aliases,
    ]),
  );
  return {
    removed: [...before.values()].filter(({ name }) => !kept.has(String(name))),
    changeOf: field => {
      const old = [String(field.name), ...(field.aliases ?? [])]
        .map(name => before.get(name))
        .find(each => each !== undefined);
      if (!old) {
        return 'new';
      }
      return old === field || canonicalJson(old) === canonicalJson(field)
        ? 'same'
        : 'changed';
    },
  };
}
