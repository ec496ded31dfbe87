import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { ModelFilterField } from './modelFilters';

const CATALOG_FIELDS = {
  owner: 'relations.ownedBy',
  type: 'spec.type',
  tier: 'spec.uses.riskTier',
  lifecycle: 'spec.lifecycle',
} as const;

/**
 * The stages of a policy that names none of its own. Policies may differ from
 * model to model, so there is no list of all that are in use.
 */
const USUAL_STAGES = ['staging', 'shadow', 'canary', 'production'];

/**
 * The values that models, or entities of another kind, have, per filter, as the
 * catalog knows them.
 */
export function useModelFacets(
  kind = 'Model',
): Loaded<Record<ModelFilterField, string[]>> {
  const catalogApi = useApi(catalogApiRef);
  return useLoaded(
    useCallback(async () => {
      const { facets } = await catalogApi.getEntityFacets({
        filter: { kind },
        facets: Object.values(CATALOG_FIELDS),
      });
      const values = (field: string) =>
        (facets[field] ?? []).map(facet => facet.value).sort();
      return {
        owner: values(CATALOG_FIELDS.owner),
        type: values(CATALOG_FIELDS.type),
        tier: values(CATALOG_FIELDS.tier),
        lifecycle: values(CATALOG_FIELDS.lifecycle),
        stage: USUAL_STAGES,
      };
    }, [catalogApi, kind]),
  );
}
