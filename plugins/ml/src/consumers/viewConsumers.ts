import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  entityLimits,
  FeatureViewEntity,
  FeatureViewVersion,
  ModelConsumption,
  ModelEntity,
} from '@understudy/plugin-ml-common';
import { consumptionsOf } from './consumptionsOf';

/** Something about a consumption that will not go well, or not for long. */
export type ConsumptionDoubt =
  | {
      about: 'version';
      name: string;
      state: 'unknown' | Exclude<FeatureViewVersion['state'], 'live'>;
      /** When the version is switched off. */
      until?: string;
    }
  | { about: 'field'; name: string; state: 'unknown' | 'deprecated' };

/** One way in which a model reads a feature view. */
export interface ViewConsumer {
  /** Ref of the view. */
  view: string;
  model: ModelEntity;
  consumption: ModelConsumption;
  doubts: ConsumptionDoubt[];
}

/** How the models that read a view do so, in the order of the models. */
export function viewConsumers(
  view: FeatureViewEntity,
  models: ModelEntity[],
): ViewConsumer[] {
  const ref = stringifyEntityRef(view);
  return models.flatMap(model =>
    consumptionsOf(model, ref).map(consumption => ({
      view: ref,
      model,
      consumption,
      doubts: [
        ...versionDoubts(view, consumption),
        ...fieldDoubts(view, consumption),
      ],
    })),
  );
}

/** Whether a consumption includes a field: one that names none reads all. */
export function readsField(
  consumption: ModelConsumption,
  field: string,
): boolean {
  return consumption.fields?.includes(field) ?? true;
}

/** The models that read each field, every model once. Unread fields are absent. */
export function modelsByField(
  fields: { name: string }[],
  consumers: ViewConsumer[],
): Map<string, ModelEntity[]> {
  const names = fields.map(({ name }) => name);
  const known = new Set(names);
  const byField = new Map<string, Set<ModelEntity>>();
  for (const { model, consumption } of consumers) {
    const read = consumption.fields?.filter(name => known.has(name)) ?? names;
    for (const name of read) {
      byField.set(name, (byField.get(name) ?? new Set()).add(model));
    }
  }
  return new Map([...byField].map(([name, models]) => [name, [...models]]));
}

function versionDoubts(
  { spec: { versions = [] } }: FeatureViewEntity,
  { version: label }: ModelConsumption,
): ConsumptionDoubt[] {
  if (label === undefined || versions.length === 0) {
    return [];
  }
  const version = versions.find(each => each.label === label);
  if (!version) {
    return [{ about: 'version', name: label, state: 'unknown' }];
  }
  const { state, until } = version;
  return state === 'live'
    ? []
    : [{ about: 'version', name: label, state, until }];
}

function fieldDoubts(
  { spec: { fields = [] } }: FeatureViewEntity,
  consumption: ModelConsumption,
): ConsumptionDoubt[] {
  // A view that is as wide as an entity may be has more fields in its contract.
  const allAreKnown =
    fields.length > 0 && fields.length < entityLimits.listItems;
  const byName = new Map(fields.map(field => [field.name, field]));
  return (consumption.fields ?? []).flatMap((name): ConsumptionDoubt[] => {
    const field = byName.get(name);
    if (!field) {
      return allAreKnown ? [{ about: 'field', name, state: 'unknown' }] : [];
    }
    return field.deprecated
      ? [{ about: 'field', name, state: 'deprecated' }]
      : [];
  });
}
