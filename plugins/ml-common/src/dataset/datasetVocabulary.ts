/**
 * Terms of `spec.type` of a Dataset with a fixed meaning. The vocabulary is
 * open: another term is accepted and shown as it is.
 *
 * @public
 */
export const datasetTypes = [
  { term: 'table', meaning: 'Rows and columns in a database or lake.' },
  { term: 'stream', meaning: 'Events in order.' },
  { term: 'file', meaning: 'One or many files.' },
  { term: 'vector-index', meaning: 'Embeddings to search by similarity.' },
  { term: 'label-set', meaning: 'Labels given by people or rules.' },
  {
    term: 'documents',
    meaning: 'Text documents, for instance to retrieve from.',
  },
] as const;

/**
 * What a quality expectation is about.
 *
 * @public
 */
export const qualityDimensions = [
  'completeness',
  'freshness',
  'uniqueness',
  'validity',
  'accuracy',
  'consistency',
  'volume',
] as const;
