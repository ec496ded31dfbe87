import { Entity } from '@backstage/catalog-model';
import { ML_API_VERSION } from '@understudy/plugin-ml-common';

export const VIEW = 'featureview:default/card-activity';
export const VIEW_PATH = '/contracts/featureview/default/card-activity';
export const VIEW_OWNER = 'group:default/feature-platform';

/** An entity of ours as the catalog gives it. */
export function mlEntity(
  kind: 'Model' | 'FeatureView' | 'Dataset',
  name: string,
  options: {
    owner?: string;
    /** As YAML would hold it. */
    spec?: object;
    relations?: Entity['relations'];
  } = {},
): Entity {
  const { owner, spec, relations = [] } = options;
  return {
    apiVersion: ML_API_VERSION,
    kind,
    metadata: { name, namespace: 'default' },
    spec: JSON.parse(
      JSON.stringify({ type: 'batch', lifecycle: 'experimental', ...spec }),
    ),
    relations: [
      ...(owner === undefined ? [] : [{ type: 'ownedBy', targetRef: owner }]),
      ...relations,
    ],
  };
}

/** A model that says what it reads of the view. */
export function consumingModel(
  name: string,
  options: {
    owner?: string;
    lifecycle?: string;
    fields?: string[];
    mode?: string;
  } = {},
): Entity {
  const { owner, lifecycle = 'production', fields, mode = 'online' } = options;
  return mlEntity('Model', name, {
    owner: owner ?? `group:default/${name}-team`,
    spec: {
      type: 'classifier',
      lifecycle,
      consumes: [{ view: 'card-activity', mode, ...(fields && { fields }) }],
    },
  });
}

/** The view, used by the models. */
export function viewEntity(
  models: readonly string[],
  spec: object = {},
): Entity {
  return mlEntity('FeatureView', 'card-activity', {
    owner: VIEW_OWNER,
    spec,
    relations: models.map(name => ({
      type: 'featureConsumedBy',
      targetRef: `model:default/${name}`,
    })),
  });
}
