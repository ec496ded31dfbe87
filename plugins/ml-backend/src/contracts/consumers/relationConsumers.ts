import {
  Entity,
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_DEPENDENCY_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  isModelEntity,
  ModelConsumption,
  RELATION_BASE_OF,
  RELATION_EVALUATION_DATA_FOR,
  RELATION_FEATURE_CONSUMED_BY,
  RELATION_SOURCE_OF,
  RELATION_TRAINING_DATA_FOR,
} from '@understudy/plugin-ml-common';

/** Relations whose targets use what they start from, and if only to train. */
const USING = new Map<string, { trainingOnly: boolean }>([
  [RELATION_TRAINING_DATA_FOR, { trainingOnly: true }],
  [RELATION_EVALUATION_DATA_FOR, { trainingOnly: true }],
  [RELATION_FEATURE_CONSUMED_BY, { trainingOnly: false }],
  [RELATION_SOURCE_OF, { trainingOnly: false }],
  [RELATION_BASE_OF, { trainingOnly: false }],
  [RELATION_DEPENDENCY_OF, { trainingOnly: false }],
  [RELATION_API_CONSUMED_BY, { trainingOnly: false }],
]);

/**
 * Who says that they use an entity, by ref, and whether all that they say is
 * about training.
 */
export function relationConsumers(
  provider: Entity,
): Map<string, { trainingOnly: boolean }> {
  const found = new Map<string, { trainingOnly: boolean }>();
  const add = (ref: string, trainingOnly: boolean) => {
    const before = found.get(ref)?.trainingOnly ?? true;
    found.set(ref, { trainingOnly: before && trainingOnly });
  };
  for (const { type, targetRef } of provider.relations ?? []) {
    const using = USING.get(type);
    if (using) {
      add(targetRef, using.trainingOnly);
    }
  }
  if (isModelEntity(provider)) {
    for (const { consumer } of provider.spec.uses ?? []) {
      if (consumer !== undefined) {
        add(inFull(consumer, 'component', provider), false);
      }
    }
  }
  return found;
}

/** What a model says that it reads of a feature view. */
export function consumptionsOf(
  consumer: Entity,
  view: string,
): ModelConsumption[] {
  return isModelEntity(consumer)
    ? (consumer.spec.consumes ?? []).filter(
        entry => inFull(entry.view, 'featureview', consumer) === view,
      )
    : [];
}

function inFull(ref: string, defaultKind: string, from: Entity): string {
  return stringifyEntityRef(
    parseEntityRef(ref, {
      defaultKind,
      defaultNamespace: from.metadata.namespace ?? 'default',
    }),
  );
}
