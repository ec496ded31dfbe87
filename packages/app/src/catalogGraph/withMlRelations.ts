import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  DefaultCatalogGraphApiOptions,
} from '@backstage/plugin-catalog-graph';
import {
  mlGraphRelations,
  RELATION_STEWARD_OF,
  RELATION_STEWARDED_BY,
} from '@understudy/plugin-ml-common';

/** The platform's relations and ours, each once: a pair given twice would be drawn twice. */
export function withMlRelations(): DefaultCatalogGraphApiOptions {
  const known = new Set(ALL_RELATIONS);
  return {
    knownRelations: [
      ...ALL_RELATIONS,
      ...mlGraphRelations.relations.filter(type => !known.has(type)),
    ],
    knownRelationPairs: [
      ...ALL_RELATION_PAIRS,
      ...mlGraphRelations.relationPairs.filter(
        ([forward]) => !known.has(forward),
      ),
    ],
    // Who stewards what stands on its own card and would bury the picture here.
    defaultRelationTypes: {
      exclude: [RELATION_STEWARDED_BY, RELATION_STEWARD_OF],
    },
  };
}
