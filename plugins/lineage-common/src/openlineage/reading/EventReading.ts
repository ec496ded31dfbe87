import { checkUri, JsonMap, toName } from './checks';
import { FacetStatement, NameKey, OpenLineageName, OtherName } from '../facts';
import { LIMITS } from '../limits';
import { nameKey } from '../names';

/** What is known while an event is read, and what has been found so far. */
export interface EventReading {
  strict: boolean;
  eventTime: string;
  stamp: string;
  /** The event's own job, once it has been read. */
  job?: NameKey;
  names: Record<NameKey, OpenLineageName>;
  /** By node and name: of two in one event the last holds. */
  facets: Map<string, FacetStatement>;
  /** As `facets`: those of the facet that holds. */
  otherNames: Map<string, OtherName[]>;
  otherRuns: { id: string; originalId?: string; job?: NameKey }[];
  /** Inputs with an explicit `lineage` facet of their own: their sources; null when it was deleted. */
  inputLineage: Map<NameKey, NameKey[] | null>;
}

/** Reads `namespace` and `name` of an object, and remembers the name. */
export function readName(
  reading: EventReading,
  kind: OpenLineageName['kind'],
  value: JsonMap,
  path: string,
): NameKey {
  const { namespace, name } = value;
  if (typeof namespace === 'string' && typeof name === 'string') {
    const key = nameKey({ kind, namespace, name });
    // Column lineage says the same few names thousands of times.
    if (reading.names[key]) {
      return key;
    }
  }
  const checked: OpenLineageName = {
    kind,
    namespace: toName(namespace, `${path}.namespace`, LIMITS.namespace),
    name: toName(name, `${path}.name`, LIMITS.name),
  };
  const key = nameKey(checked);
  reading.names[key] = checked;
  return key;
}

/** Strict reading wants the two texts that the specification asks of every facet. */
export function checkFacetOrigin(
  reading: EventReading,
  facet: JsonMap,
  path: string,
): void {
  if (!reading.strict) {
    return;
  }
  checkUri(facet._producer, `${path}._producer`);
  checkUri(facet._schemaURL, `${path}._schemaURL`);
}
