/** Names of kinds. */
export const kindsMessages = {
  api: 'API',
  component: 'component',
  dataset: 'dataset',
  feature: 'feature',
  featureview: 'feature view',
  job: 'job',
  model: 'model',
  resource: 'resource',
  unmapped: 'dataset outside the catalog',
  typed: '{{kind}}, {{type}}',
  step: 'for {{output}}',
  unknown: 'unknown',
} as const;
