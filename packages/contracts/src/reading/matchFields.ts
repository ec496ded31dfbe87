import { Field } from '../fields/Field';

/** How two fields were found to be the same. */
export type FieldMatch = 'place' | 'id' | 'name' | 'alias' | 'case';

/** For each field of a reader, the field of the writer that it reads, if any. */
export interface MatchedFields {
  pairs: { reader: number; writer: number | undefined; by?: FieldMatch }[];
  /** Fields of the writer that the reader does not know. */
  unread: number[];
}

/**
 * Pairs the fields of two objects: by id, by name, by an alias of the reader,
 * and where asked for by name whatever the case. Each way is tried for all
 * fields before the next, so that no alias takes what another field is named.
 */
export function matchFields(
  readers: readonly Field[],
  writers: readonly Field[],
  options: { foldsCase: boolean; positional?: boolean },
): MatchedFields {
  if (options.positional) {
    return matchByPlace(readers, writers);
  }
  const found: { writer: number; by: FieldMatch }[] = [];
  const taken = new Set<number>();
  const tryAll = (
    by: FieldMatch,
    writerKey: (field: Field) => string | undefined,
    readerKeys: (field: Field) => readonly (string | undefined)[],
  ) => {
    const byKey = new Map<string, number>();
    writers.forEach((field, index) => {
      const key = writerKey(field);
      if (key !== undefined && !taken.has(index) && !byKey.has(key)) {
        byKey.set(key, index);
      }
    });
    readers.forEach((field, index) => {
      if (found[index]) {
        return;
      }
      for (const key of readerKeys(field)) {
        const writer = key === undefined ? undefined : byKey.get(key);
        if (writer !== undefined && !taken.has(writer)) {
          found[index] = { writer, by };
          taken.add(writer);
          return;
        }
      }
    });
  };
  const nameOf = (field: Field) => String(field.name);
  tryAll(
    'id',
    field => field.id,
    field => [field.id],
  );
  tryAll('name', nameOf, field => [nameOf(field)]);
  tryAll('alias', nameOf, field => field.aliases ?? []);
  if (options.foldsCase) {
    tryAll(
      'case',
      field => nameOf(field).toLowerCase(),
      field => [nameOf(field).toLowerCase()],
    );
  }
  return {
    pairs: readers.map((_, reader) => ({
      reader,
      writer: found[reader]?.writer,
      by: found[reader]?.by,
    })),
    unread: writers.flatMap((_, index) => (taken.has(index) ? [] : [index])),
  };
}

function matchByPlace(
  readers: readonly Field[],
  writers: readonly Field[],
): MatchedFields {
  return {
    pairs: readers.map((_, reader) =>
      reader < writers.length
        ? { reader, writer: reader, by: 'place' }
        : { reader, writer: undefined },
    ),
    unread: writers.flatMap((_, index) =>
      index < readers.length ? [] : [index],
    ),
  };
}
