/**
 * Set by importers: the id of the registry server the entity was made from, as
 * in `ml.registries.<id>`.
 *
 * @public
 */
export const ANNOTATION_REGISTRY_SERVER = 'understudy.dev/registry-server';

/**
 * Set by importers: the workspace of the registry record, where the server has
 * workspaces.
 *
 * @public
 */
export const ANNOTATION_REGISTRY_WORKSPACE =
  'understudy.dev/registry-workspace';

/**
 * Set by importers: the name of the registry record, verbatim.
 *
 * @public
 */
export const ANNOTATION_REGISTRY_NAME = 'understudy.dev/registry-name';

/**
 * Set by importers when the registry no longer has the record: since when,
 * ISO 8601.
 *
 * @public
 */
export const ANNOTATION_REGISTRY_GONE_SINCE =
  'understudy.dev/registry-gone-since';

/**
 * Set by importers: the name of the entity provider that made the entity.
 *
 * @public
 */
export const ANNOTATION_IMPORTED_BY = 'understudy.dev/imported-by';

/**
 * Set by importers: how they came to the owner, such as `tag:team`, or `intake`
 * where somebody claimed the record.
 *
 * @public
 */
export const ANNOTATION_OWNER_SOURCE = 'understudy.dev/owner-source';

/**
 * Set by people when they rename an entity: the refs it had before, separated
 * by commas, so that its versions and history follow. Read it with
 * `previousRefs`.
 *
 * @public
 */
export const ANNOTATION_PREVIOUS_REFS = 'understudy.dev/previous-refs';

/**
 * An annotation of ours, for documentation and the catalog's own description of
 * itself.
 *
 * @public
 */
export interface MlAnnotation {
  name: string;
  title: string;
  description: string;
  example: string;
}

/**
 * All annotations of ours.
 *
 * @public
 */
export const mlAnnotations: readonly MlAnnotation[] = [
  {
    name: ANNOTATION_REGISTRY_SERVER,
    title: 'Registry server',
    description:
      'The id of the registry server an imported entity was made from. Set by importers.',
    example: 'mlflow-eu',
  },
  {
    name: ANNOTATION_REGISTRY_WORKSPACE,
    title: 'Registry workspace',
    description:
      'The workspace of the registry record an imported entity was made from. Set by importers.',
    example: 'payments',
  },
  {
    name: ANNOTATION_REGISTRY_NAME,
    title: 'Registry name',
    description:
      'The name of the registry record an imported entity was made from, verbatim. Set by importers.',
    example: 'Fraud Score (EU)',
  },
  {
    name: ANNOTATION_REGISTRY_GONE_SINCE,
    title: 'Gone from the registry since',
    description:
      'Since when the registry no longer has the record, ISO 8601. Set and removed by importers.',
    example: '2026-03-01T04:00:00Z',
  },
  {
    name: ANNOTATION_IMPORTED_BY,
    title: 'Imported by',
    description:
      'The entity provider that made the entity. Absent from entities that a team writes itself.',
    example: 'MlflowEntityProvider:mlflow-eu',
  },
  {
    name: ANNOTATION_OWNER_SOURCE,
    title: 'Source of the owner',
    description:
      'How an importer came to the owner of an imported entity: the tag it read, or `intake` where somebody claimed the record for a team.',
    example: 'tag:team',
  },
  {
    name: ANNOTATION_PREVIOUS_REFS,
    title: 'Previous references',
    description:
      'The entity refs it had before it was renamed or moved, separated by commas. Set it when you rename an entity: versions and history follow.',
    example: 'model:default/fraud-score, model:payments/fraud-score',
  },
];
