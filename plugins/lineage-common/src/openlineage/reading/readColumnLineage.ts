import {
  JsonMap,
  refuse,
  toMap,
  toOptionalList,
  toOptionalMap,
} from './checks';
import { EventReading, readName } from './EventReading';
import { NameKey } from '../facts';
import { LIMITS } from '../limits';
import { isDeleted } from './readFacets';

/**
 * Datasets that the `columnLineage` facet names, for its columns and for the
 * whole dataset; null: the facet was deleted.
 */
export function readColumnLineage(
  reading: EventReading,
  facet: JsonMap,
  path: string,
): NameKey[] | null {
  if (isDeleted(facet)) {
    return null;
  }
  const sources = new Set<NameKey>();
  const fields = toOptionalMap(facet.fields, `${path}.fields`);
  if (!fields && reading.strict) {
    refuse(`${path}.fields`, undefined, 'is not an object');
  }
  const columns = fields ? Object.keys(fields) : [];
  if (columns.length > LIMITS.columns) {
    refuse(
      `${path}.fields`,
      fields,
      `has ${columns.length} columns, of ${LIMITS.columns} allowed`,
    );
  }
  for (const column of columns) {
    const columnPath = `${path}.fields.${column}`;
    const value = toMap(fields?.[column], columnPath);
    readInputFields(
      reading,
      value.inputFields,
      `${columnPath}.inputFields`,
      sources,
    );
  }
  readInputFields(reading, facet.dataset, `${path}.dataset`, sources);
  return [...sources].sort();
}

function readInputFields(
  reading: EventReading,
  value: unknown,
  path: string,
  sources: Set<NameKey>,
): void {
  const list = toOptionalList(value, path, LIMITS.columns) ?? [];
  for (let i = 0; i < list.length; i++) {
    const itemPath = `${path}[${i}]`;
    const item = toMap(list[i], itemPath);
    sources.add(readName(reading, 'dataset', item, itemPath));
  }
}
