/**
 * The `apiVersion` of every kind that Understudy adds to the catalog.
 *
 * @public
 */
export const ML_API_VERSION = 'understudy.dev/v1alpha1';

/**
 * The group part of {@link ML_API_VERSION}.
 *
 * @public
 */
export const ML_API_GROUP = 'understudy.dev';

/**
 * The kinds that Understudy adds to the catalog, as written in `kind`.
 *
 * @public
 */
export const mlKinds = ['Model', 'FeatureView', 'Feature', 'Dataset'] as const;

/**
 * One of {@link mlKinds}.
 *
 * @public
 */
export type MlKind = (typeof mlKinds)[number];
