import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ModelConsumption, ModelEntity } from '@understudy/plugin-ml-common';

/** How a model reads a feature view, given by its full ref. */
export function consumptionOf(
  model: ModelEntity,
  view: string,
): ModelConsumption | undefined {
  return model.spec.consumes?.find(
    consumption =>
      stringifyEntityRef(
        parseEntityRef(consumption.view, {
          defaultKind: 'featureview',
          defaultNamespace: model.metadata.namespace ?? 'default',
        }),
      ) === view,
  );
}
