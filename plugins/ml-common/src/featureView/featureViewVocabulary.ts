/**
 * How the features of a view are computed.
 *
 * @public
 */
export const featureViewTypes = [
  'batch',
  'stream',
  'on-demand',
  'service',
] as const;

/**
 * Where a version of a feature view stands. Several may be live at once.
 *
 * @public
 */
export const featureViewVersionStates = [
  'draft',
  'live',
  'deprecated',
  'retired',
] as const;

/**
 * Which features of a view become entities of their own.
 *
 * @public
 */
export const emitFeaturesModes = ['all', 'used', 'none'] as const;

/**
 * One of {@link emitFeaturesModes}.
 *
 * @public
 */
export type EmitFeaturesMode = (typeof emitFeaturesModes)[number];
