import { JsonMap, toMap, toOptionalList, refuse } from './checks';
import { EventReading } from './EventReading';
import { LineageEntry, NameKey } from '../facts';
import { LIMITS } from '../limits';
import { isDeleted } from './readFacets';
import { readEntity, readSources } from './readSources';

/**
 * The explicit `lineage` facet of a dataset: what it was made from. Null: the
 * facet was deleted; undefined: it says nothing, which an empty list does.
 */
export function readDatasetLineage(
  reading: EventReading,
  facet: JsonMap,
  path: string,
): NameKey[] | null | undefined {
  if (isDeleted(facet)) {
    return null;
  }
  if ((facet.inputs ?? facet.fields ?? undefined) === undefined) {
    return undefined;
  }
  const sources = new Set<NameKey>();
  for (const source of readSources(reading, facet, path)) {
    const key = source ?? reading.job;
    if (key !== undefined) {
      sources.add(key);
    }
  }
  return [...sources].sort();
}

/** The explicit `lineage` facet of a job; null: it was deleted. */
export function readLineageEntries(
  reading: EventReading,
  facet: JsonMap,
  path: string,
): LineageEntry[] | null {
  if (isDeleted(facet)) {
    return null;
  }
  const list =
    toOptionalList(facet.entries, `${path}.entries`, LIMITS.lineageEntries) ??
    refuse(`${path}.entries`, undefined, 'is not a list');
  return list.map((item, index) => {
    const itemPath = `${path}.entries[${index}]`;
    const value = toMap(item, itemPath);
    const target = readEntity(reading, value, itemPath);
    const inputs = [...readSources(reading, value, itemPath)];
    return target === null ? { inputs } : { target, inputs };
  });
}
