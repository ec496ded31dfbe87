import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';
import {
  ANNOTATION_IMPORTED_BY,
  ANNOTATION_REGISTRY_NAME,
  ANNOTATION_REGISTRY_SERVER,
  ML_API_VERSION,
  ModelEntity,
  PORTAL_HOME,
} from '@understudy/plugin-ml-common';
import { PortalModel } from './PortalModel';

/**
 * Name of the entity provider that tells the catalog of the models that the
 * portal keeps itself.
 *
 * @public
 */
export const PORTAL_MODEL_PROVIDER = 'PortalModelProvider';

const LOCATION = 'understudy:portal';
/** Said of what nobody has said. */
const UNKNOWN = 'unknown';
const TERM = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_TERM_LENGTH = 63;

/**
 * The Model that the catalog is told of for a record that the portal keeps
 * itself. It says what was said when it was registered, until a team describes
 * it in YAML.
 *
 * @public
 */
export function toPortalModel(model: PortalModel): ModelEntity {
  const { entityName, namespace, name, description, owner } = model;
  return {
    apiVersion: ML_API_VERSION,
    kind: 'Model',
    metadata: {
      namespace,
      name: entityName,
      ...(name !== entityName && { title: name }),
      ...(description && { description }),
      annotations: {
        [ANNOTATION_LOCATION]: LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
        [ANNOTATION_IMPORTED_BY]: PORTAL_MODEL_PROVIDER,
        [ANNOTATION_REGISTRY_SERVER]: PORTAL_HOME,
        [ANNOTATION_REGISTRY_NAME]: name,
      },
    },
    spec: {
      type:
        model.kind === 'prompt'
          ? 'prompt'
          : (termOfTag(model, 'type') ?? UNKNOWN),
      lifecycle: termOfTag(model, 'lifecycle') ?? UNKNOWN,
      ...(owner && { owner }),
      home: PORTAL_HOME,
    },
  };
}

function termOfTag({ tags }: PortalModel, key: string): string | undefined {
  const value = tags
    .find(tag => tag.key === key)
    ?.value.trim()
    .toLowerCase();
  return value && value.length <= MAX_TERM_LENGTH && TERM.test(value)
    ? value
    : undefined;
}
