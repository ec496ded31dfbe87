import { LineageFacet } from '@understudy/plugin-lineage-common';

/** What OpenLineage defines to be about the dataset or job itself. */
const ABOUT_ITSELF = new Set([
  'catalog',
  'dataQualityAssertions',
  'dataQualityMetrics',
  'dataSource',
  'datasetType',
  'documentation',
  'hierarchy',
  'inputStatistics',
  'jobType',
  'lifecycleStateChange',
  'outputStatistics',
  'ownership',
  'schema',
  'sourceCodeLocation',
  'storage',
  'symlinks',
  'tags',
  'version',
]);

/**
 * The facets of a node for whoever may not see the whole graph. A query, a plan, the
 * lineage of columns or what a tool came up with can name other nodes, in words that
 * cannot be checked one by one: of those no more is told than that they are there.
 */
export function withholdFacets(
  facets: readonly LineageFacet[],
): LineageFacet[] {
  return facets.map(({ value, ...facet }) => {
    if (!ABOUT_ITSELF.has(facet.name)) {
      return { ...facet, restricted: true };
    }
    return value ? { ...facet, value } : facet;
  });
}
