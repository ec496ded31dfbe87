import { createExtensionPoint } from '@backstage/backend-plugin-api';

/**
 * A name under which an entity of the catalog appears in OpenLineage events.
 *
 * @public
 */
export interface LineageEntityName {
  /** In full: `dataset:default/orders`. */
  entityRef: string;
  /** What the events call it. */
  kind: 'dataset' | 'job';
  namespace: string;
  name: string;
  /**
   * The name is a regular expression (RE2) for the whole names of many datasets
   * that are one, such as daily tables.
   */
  isPattern?: boolean;
  /** What the place is for, such as `offline` or `online`. */
  role?: string;
  environment?: string;
  region?: string;
}

/**
 * Knows under which names entities appear in events, for instance from an
 * inventory that the catalog does not have.
 *
 * @public
 */
export interface LineageEntityNameSource {
  /** Tells sources apart in logs. */
  getSourceName(): string;
  /**
   * All names that it knows now. Asked every time names are brought up to date,
   * once a minute unless configured otherwise. When it rejects, all names stay
   * as they were.
   */
  readNames(options: {
    signal: AbortSignal;
  }): Promise<Iterable<LineageEntityName>>;
}

/**
 * Where modules of the lineage backend bring their own sources of names. The
 * names that entities give themselves are read in any case.
 *
 * @public
 */
export interface LineageEntityNamesExtensionPoint {
  addNameSource(source: LineageEntityNameSource): void;
}

/**
 * Use it in a module of the lineage backend to say which datasets and jobs
 * belong to which entities.
 *
 * @public
 */
export const lineageEntityNamesExtensionPoint =
  createExtensionPoint<LineageEntityNamesExtensionPoint>({
    id: 'lineage.entity-names',
  });
