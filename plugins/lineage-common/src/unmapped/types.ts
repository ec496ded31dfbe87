/**
 * A dataset or job that was observed and belongs to no entity of the catalog.
 *
 * @public
 */
export interface LineageUnmappedNode {
  /** Node id. */
  id: string;
  kind: 'dataset' | 'job';
  namespace: string;
  name: string;
  environment: string;
  /** `table`, `file`, `topic`, `batch`...: from facets, lower case. */
  type?: string;
  /** Connections in the graph as it is now, of all environments; at most 1,000 are counted on each side. */
  upstream: number;
  downstream: number;
  /** How many names that rules fold into one, such as partitions, it stands for. */
  foldedNames?: number;
  /** As its ownership facet says: names that the sender chose, no entity refs. */
  owners?: string[];
  /** ISO 8601, UTC: event times. */
  firstSeen?: string;
  lastSeen?: string;
}

/**
 * A page of what was observed and is not in the catalog.
 *
 * @public
 */
export interface LineageUnmappedPage {
  items: LineageUnmappedNode[];
  /** All that match, counted up to 10,000. */
  total: number;
  /** There are more than are looked at for one list; name an environment to see others. */
  truncated?: true;
  /** Gives the next page; missing on the last. */
  nextCursor?: string;
}

/**
 * Catalog YAML for datasets and jobs that have no entity yet.
 *
 * @public
 */
export interface LineageDraft {
  /** One document per thing, to be reviewed and put beside the code of its team. */
  yaml: string;
  items: LineageDraftItem[];
}

/**
 * What a draft says about one thing.
 *
 * @public
 */
export interface LineageDraftItem {
  /** Node id. */
  id: string;
  /** The entity that the draft would make. */
  entityRef: string;
  /** Entity ref of a group; missing when nothing says whose it is. */
  owner?: string;
  /** Entities of the catalog with much the same name, which may be the same thing. */
  similar: string[];
}
