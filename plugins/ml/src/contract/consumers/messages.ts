/** Texts about who depends on a contract. */
export const contractConsumersMessages = {
  label: 'Consumers',
  what: 'the consumers',
  summary:
    '{{production}} in production, {{training}} in training only, {{unknown}} not known',
  incomplete:
    'There are more consumers, which you may not see or which are too many to list.',
  empty: 'No consumer is known',
  emptyWhy:
    'Whoever reads it would be here: by a contract of its own, by a relation in the catalog, or because lineage saw it read.',
  column: {
    consumer: 'Consumer',
    owner: 'Owner',
    use: 'Used in',
    basis: 'How it is known',
    takes: 'Takes',
    fields: 'Fields',
  },
  use: {
    production: 'production',
    training: 'training only',
    unknown: 'not known',
  },
  basis: {
    contract: 'its own contract',
    relation: 'a relation',
    lineage: 'lineage',
  },
  pinned: 'pinned to {{version}}',
  anyVersion: 'any version',
  fieldsUnknown: 'not known',
  noFields: 'none',
  fieldsOf: 'Fields that {{consumer}} uses',
  filter: 'Show only',
  range: '{{from}} to {{to}} of {{total}} consumers',
} as const;
