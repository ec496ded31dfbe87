/**
 * Terms of `spec.type` with a fixed meaning. The vocabulary is open: another
 * term is accepted and shown as it is.
 *
 * @public
 */
export const modelTypes = [
  { term: 'classifier', meaning: 'Puts an input into one of several classes.' },
  { term: 'regressor', meaning: 'Predicts a number.' },
  { term: 'ranker', meaning: 'Puts candidates in order.' },
  { term: 'forecaster', meaning: 'Predicts a time series.' },
  { term: 'embedding', meaning: 'Turns an input into a vector.' },
  {
    term: 'llm-app',
    meaning:
      'An application of a language model: a base with prompt, index and guardrails.',
  },
  { term: 'prompt', meaning: 'A prompt that has versions of its own.' },
  { term: 'adapter', meaning: 'Fine-tuned weights on top of a base model.' },
  {
    term: 'external',
    meaning: 'A model that a third party runs and we call.',
  },
  { term: 'rules', meaning: 'Hand-written rules that stand in for a model.' },
] as const;

/**
 * The phases of a model's life that have a steward.
 *
 * @public
 */
export const stewardPhases = [
  'data',
  'features',
  'training',
  'deployment',
  'monitoring',
  'retirement',
] as const;

/**
 * One of {@link stewardPhases}.
 *
 * @public
 */
export type StewardPhase = (typeof stewardPhases)[number];

/**
 * Where a model comes from.
 *
 * @public
 */
export const modelOrigins = ['internal', 'third-party'] as const;

/**
 * Through which path a model reads a feature view.
 *
 * @public
 */
export const consumptionModes = ['online', 'offline', 'both'] as const;

/**
 * How a model's answers reach whoever uses them.
 *
 * @public
 */
export const servingModes = [
  'endpoint',
  'batch',
  'stream',
  'embedded',
  'device',
  'external-api',
] as const;

/**
 * What a part of a version is, in `spec.versions[].components[].role`.
 *
 * @public
 */
export const componentRoles = [
  'base',
  'adapter',
  'prompt',
  'embedding',
  'index',
  'tokenizer',
  'preprocessor',
  'guardrail',
  'submodel',
  'featureView',
] as const;
