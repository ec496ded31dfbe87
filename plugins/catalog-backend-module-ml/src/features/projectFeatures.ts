import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_VIEW_URL,
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  DataField,
  FeatureEntity,
  featureNames,
  FeatureViewEntity,
  ML_API_VERSION,
} from '@understudy/plugin-ml-common';

/**
 * The Feature entities of a view: one per field that is wanted. A name depends
 * on the fields before it, never on which fields are wanted, so that features
 * keep their names when others come and go.
 */
export function projectFeatures(
  view: FeatureViewEntity,
  isWanted: (field: string) => boolean,
): FeatureEntity[] {
  const fields = view.spec.fields ?? [];
  const names = featureNames(
    view.metadata.name,
    fields.map(({ name }) => name),
  );
  return fields.flatMap((field, index) =>
    isWanted(field.name) ? [toFeature(view, field, names[index])] : [],
  );
}

function toFeature(
  view: FeatureViewEntity,
  field: DataField,
  name: string,
): FeatureEntity {
  const owner = field.owner ?? view.spec.owner;
  const { unit, classification, personalData, deprecated } = field;
  return {
    apiVersion: ML_API_VERSION,
    kind: 'Feature',
    metadata: {
      namespace: getCompoundEntityRef(view).namespace,
      name,
      title: field.name,
      ...(field.description ? { description: field.description } : {}),
      ...(field.tags ? { tags: field.tags } : {}),
      annotations: sourceAnnotations(view),
    },
    spec: {
      view: stringifyEntityRef(view),
      field: field.name,
      type: field.type ?? 'unknown',
      lifecycle: deprecated ? 'deprecated' : view.spec.lifecycle,
      ...(owner ? { owner } : {}),
      ...(unit ? { unit } : {}),
      ...(classification ? { classification } : {}),
      ...(personalData ? { personalData } : {}),
      ...(deprecated ? { deprecated } : {}),
    },
  };
}

/** Where people look at and edit the view is where they do so for a field. */
function sourceAnnotations(view: FeatureViewEntity): Record<string, string> {
  return Object.fromEntries(
    [ANNOTATION_VIEW_URL, ANNOTATION_EDIT_URL].flatMap(name => {
      const value = view.metadata.annotations?.[name];
      return value ? [[name, value]] : [];
    }),
  );
}
