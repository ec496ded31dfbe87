import { Entity } from '@backstage/catalog-model';
import { CatalogApi } from '@backstage/plugin-catalog-react';
import { isModelEntity, ModelEntity } from '@understudy/plugin-ml-common';
import { shareAmongCards } from '../loading/shareAmongCards';
import { entityTitle } from '../pieces/entityTitle';

/** How many models are read at most, in one request. */
export const MOST_MODELS = 200;

// What the cards show of a model, without its card, versions and the like.
const FIELDS = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.uses',
  'spec.consumes',
  'spec.trainedOn',
  'spec.evaluatedOn',
];

/** Models that relations lead to, as far as they were read. */
export interface ReadModels {
  /** In the order of their titles. */
  models: ModelEntity[];
  /** How many there are, read or not. */
  total: number;
  /** How many there are beyond the bound. */
  beyond: number;
  /** How many the catalog did not give: gone, or not for this reader. */
  withheld: number;
}

const readAll = shareAmongCards(
  async (catalogApi: CatalogApi, key: string): Promise<ReadModels> => {
    const refs = key.split(' ');
    const asked = refs.slice(0, MOST_MODELS);
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs: asked,
      fields: FIELDS,
    });
    const models = items
      .filter(item => item !== undefined)
      .filter(isModelEntity)
      .sort((a, b) => entityTitle(a).localeCompare(entityTitle(b)));
    return {
      models,
      total: refs.length,
      beyond: refs.length - asked.length,
      withheld: asked.length - models.length,
    };
  },
);

/**
 * Reads the models with these refs from the catalog, at most
 * {@link MOST_MODELS} and all in one request, which the cards on the page of
 * `entity` share.
 */
export async function readModels(
  catalogApi: CatalogApi,
  entity: Entity,
  refs: string[],
): Promise<ReadModels> {
  return refs.length === 0
    ? { models: [], total: 0, beyond: 0, withheld: 0 }
    : await readAll(catalogApi, entity, refs.join(' '));
}
