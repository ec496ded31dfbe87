/** Texts about who depends on a contract. */
export const contractConsumersMessages = {
  'contract.consumers.label': 'Consumers',
  'contract.consumers.what': 'the consumers',
  'contract.consumers.summary':
    '{{production}} in production, {{training}} in training only, {{unknown}} not known',
  'contract.consumers.incomplete':
    'There are more consumers, which you may not see or which are too many to list.',
  'contract.consumers.empty': 'No consumer is known',
  'contract.consumers.emptyWhy':
    'Whoever reads it would be here: by a contract of its own, by a relation in the catalog, or because lineage saw it read.',
  'contract.consumers.column.consumer': 'Consumer',
  'contract.consumers.column.owner': 'Owner',
  'contract.consumers.column.use': 'Used in',
  'contract.consumers.column.basis': 'How it is known',
  'contract.consumers.column.takes': 'Takes',
  'contract.consumers.column.fields': 'Fields',
  'contract.consumers.use.production': 'production',
  'contract.consumers.use.training': 'training only',
  'contract.consumers.use.unknown': 'not known',
  'contract.consumers.basis.contract': 'its own contract',
  'contract.consumers.basis.relation': 'a relation',
  'contract.consumers.basis.lineage': 'lineage',
  'contract.consumers.pinned': 'pinned to {{version}}',
  'contract.consumers.anyVersion': 'any version',
  'contract.consumers.fieldsUnknown': 'not known',
  'contract.consumers.noFields': 'none',
  'contract.consumers.fieldsOf': 'Fields that {{consumer}} uses',
  'contract.consumers.filter': 'Show only',
  'contract.consumers.range': '{{from}} to {{to}} of {{total}} consumers',
} as const;
