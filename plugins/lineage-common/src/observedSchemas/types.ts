/**
 * The schema that a dataset was last observed to have.
 *
 * @public
 */
export interface LineageObservedSchema {
  /** Namespace and name as in events; of partitions and other parts, what they fold into. */
  namespace: string;
  name: string;
  environment: string;
  /** ISO 8601, UTC: the latest event that said so. */
  observedAt: string;
  /** SHA-256 of the facet, base64url: the same while nothing in it changes. */
  digest: string;
  /** The facet `schema` of OpenLineage as it was sent; one that was too large says `_truncated`. */
  facet: unknown;
}

/**
 * An entity with the observed schemas of all datasets that are shown as it.
 *
 * @public
 */
export interface LineageEntitySchemas {
  entityRef: string;
  /** The one observed last comes first; empty where none is known any more. */
  schemas: LineageObservedSchema[];
  /** There are more than are listed. */
  truncated?: true;
}

/**
 * Observed schemas of some entities.
 *
 * @public
 */
export interface LineageSchemaPage {
  items: LineageEntitySchemas[];
  /**
   * Where to go on, now or when something has changed since. Missing where
   * entities were asked for by name.
   */
  cursor?: string;
  /**
   * There is more already: read on from the cursor. Where entities were asked
   * for by name, ask again for those behind the last one listed.
   */
  more: boolean;
}
