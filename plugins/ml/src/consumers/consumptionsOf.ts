import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ModelConsumption, ModelEntity } from '@understudy/plugin-ml-common';

/**
 * The ways in which a model reads a feature view, given by its full ref. A model
 * may read two versions, or train on one and answer with the other.
 */
export function consumptionsOf(
  model: ModelEntity,
  view: string,
): ModelConsumption[] {
  return (model.spec.consumes ?? []).filter(
    consumption =>
      stringifyEntityRef(
        parseEntityRef(consumption.view, {
          defaultKind: 'featureview',
          defaultNamespace: model.metadata.namespace ?? 'default',
        }),
      ) === view,
  );
}
