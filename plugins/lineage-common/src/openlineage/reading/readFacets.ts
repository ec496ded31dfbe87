import { JsonMap, refuse, toMap, toName, toOptionalMap } from './checks';
import { checkFacetOrigin, EventReading } from './EventReading';
import { NameKey } from '../facts';
import { LIMITS } from '../limits';

/**
 * Checks a map of facets. Null facets, which some senders write for facets they
 * do not have, are left out.
 */
export function toFacets(
  reading: EventReading,
  value: unknown,
  path: string,
): [string, JsonMap][] {
  const map = toOptionalMap(value, path);
  if (!map) {
    return [];
  }
  const names = Object.keys(map);
  if (names.length > LIMITS.facetsOfOne) {
    refuse(
      path,
      map,
      `has ${names.length} facets, of ${LIMITS.facetsOfOne} allowed`,
    );
  }
  const facets: [string, JsonMap][] = [];
  for (const name of names) {
    if (map[name] === null && !reading.strict) {
      continue;
    }
    toName(name, `name of a facet in ${path}`, LIMITS.facetName);
    const facetPath = `${path}.${name}`;
    const facet = toMap(map[name], facetPath);
    checkFacetOrigin(reading, facet, facetPath);
    facets.push([name, facet]);
  }
  return facets;
}

/** Remembers the facets as said about a dataset or job. */
export function stateFacets(
  reading: EventReading,
  node: NameKey,
  facets: [string, JsonMap][],
): void {
  for (const [name, facet] of facets) {
    reading.facets.set(`${node}\n${name}`, {
      node,
      name,
      value: isDeleted(facet) ? undefined : facet,
    });
  }
}

export function isDeleted(facet: JsonMap): boolean {
  return facet._deleted === true;
}

/** The facet of that name, if it says anything. */
export function findFacet(
  facets: [string, JsonMap][],
  name: string,
): JsonMap | undefined {
  const facet = facets.find(([other]) => other === name)?.[1];
  return facet && isCutAway(facet) ? undefined : facet;
}

/** Of a facet that was too big there is but a note. See `sanitizeOpenLineageEvent`. */
function isCutAway(facet: JsonMap): boolean {
  return (
    facet._truncated === true &&
    !isDeleted(facet) &&
    Object.keys(facet).every(key => key.startsWith('_'))
  );
}

/**
 * A text of a facet that is only shown. It is missed in strict reading only, but
 * something else in its place is always an error.
 */
export function readShownText(
  { strict }: EventReading,
  facet: JsonMap,
  key: string,
  path: string,
): string | undefined {
  const value = facet[key];
  if (typeof value === 'string') {
    return value;
  }
  if ((value ?? undefined) === undefined && (!strict || isDeleted(facet))) {
    return undefined;
  }
  return refuse(`${path}.${key}`, value, 'is not a text');
}
