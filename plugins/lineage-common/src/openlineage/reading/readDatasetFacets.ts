import {
  JsonMap,
  refuse,
  toMap,
  toOptionalList,
  toOptionalMap,
  toShownText,
} from './checks';
import { EventReading, readName } from './EventReading';
import { NameKey, OtherName } from '../facts';
import { LIMITS, SHOWN } from '../limits';
import { findFacet, isDeleted, readShownText } from './readFacets';

/** Other names of a dataset, from its `symlinks` and `lifecycleStateChange` facets. */
export function readOtherNames(
  reading: EventReading,
  node: NameKey,
  facets: [string, JsonMap][],
  path: string,
): void {
  const symlinks = findFacet(facets, 'symlinks');
  if (symlinks) {
    reading.otherNames.set(
      `${node}\nsymlinks`,
      readSymlinks(reading, node, symlinks, `${path}.symlinks`),
    );
  }
  const change = findFacet(facets, 'lifecycleStateChange');
  if (change) {
    reading.otherNames.set(
      `${node}\nlifecycleStateChange`,
      readRename(reading, node, change, `${path}.lifecycleStateChange`),
    );
  }
}

function readSymlinks(
  reading: EventReading,
  node: NameKey,
  facet: JsonMap,
  path: string,
): OtherName[] {
  if (isDeleted(facet)) {
    return [];
  }
  const list =
    toOptionalList(facet.identifiers, `${path}.identifiers`, LIMITS.symlinks) ??
    [];
  return list.flatMap((item, index): OtherName[] => {
    const itemPath = `${path}.identifiers[${index}]`;
    const identifier = toMap(item, itemPath);
    const other = readName(reading, 'dataset', identifier, itemPath);
    if (reading.strict && typeof identifier.type !== 'string') {
      refuse(`${itemPath}.type`, identifier.type, 'is not a text');
    }
    const how = identifier.type === 'TABLE' ? 'table-symlink' : 'symlink';
    return other === node ? [] : [{ node, other, how }];
  });
}

function readRename(
  reading: EventReading,
  node: NameKey,
  facet: JsonMap,
  path: string,
): OtherName[] {
  const { lifecycleStateChange: change, previousIdentifier: value } = facet;
  if (reading.strict && typeof change !== 'string' && !isDeleted(facet)) {
    refuse(`${path}.lifecycleStateChange`, change, 'is not a text');
  }
  const previousPath = `${path}.previousIdentifier`;
  const previous = toOptionalMap(value, previousPath);
  if (change !== 'RENAME' || !previous || isDeleted(facet)) {
    return [];
  }
  const other = readName(reading, 'dataset', previous, previousPath);
  return other === node ? [] : [{ node, other, how: 'renamed-from' }];
}

/** The `version` facet: which version of the dataset the event is about. */
export function readVersion(
  reading: EventReading,
  facet: JsonMap,
  path: string,
): string | undefined {
  const { datasetVersion: version } = facet;
  if (typeof version === 'number' && !reading.strict) {
    return String(version);
  }
  const text = readShownText(reading, facet, 'datasetVersion', path);
  return text && toShownText(text, SHOWN.version);
}
