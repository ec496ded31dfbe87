import { contractConsumersMessages } from './consumers/messages';
import { contractDeprecationMessages } from './deprecation/messages';
import { contractFactsMessages } from './facts/messages';
import { contractFieldsMessages, typeMessages } from './fields/messages';
import { contractFindingsMessages } from './findings/messages';
import { contractHistoryMessages } from './history/messages';
import { tryChangeMessages } from './tryChange/messages';
import { contractWaiverMessages } from './waivers/messages';

/** Texts of the tab with the contract of an entity. */
export const contractMessages = {
  what: 'the contract',
  views: 'Views of the contract',
  view: {
    fields: 'Fields',
    promises: 'Promises',
    consumers: 'Consumers',
    history: 'History',
    deprecations: 'Deprecations',
    waivers: 'Waivers',
    try: 'Try a change',
  },
  status: {
    consumers_one: '{{count}} consumer',
    consumers_other: '{{count}} consumers',
    atLeast: 'at least {{consumers}}',
    consumersUnknown: 'consumers not known',
    consumersReading: 'reading who consumes it',
    broken_one: '{{count}} would break by the proposed v{{version}}',
    broken_other: '{{count}} would break by the proposed v{{version}}',
    harmless: 'the proposed v{{version}} breaks nobody that is known',
    proposedFailed: 'whether a next version is proposed is not known',
    origin: 'from {{origin}}',
    none: 'There is no contract yet',
    published: 'published',
    removed: 'goes after {{day}}',
  },
  observed: {
    with: 'compared with {{name}}',
    schemaOf: 'its schema was observed',
    silent: 'lineage has not answered for',
  },
  empty: {
    title: 'No contract is stored',
    why: 'What consumers can rely on would be here: fields with their types, service levels and terms. It comes from spec.contract in the catalog file, from the signature of a version, from lineage, or from what you write here.',
  },
  export: {
    action: 'Export',
    what: 'Formats to export the contract in',
    failed: 'It could not be exported',
    lost: 'What the format could not hold',
    lostAt: '{{pointer}}: {{message}}',
    format: {
      yaml: 'YAML of this portal',
      json: 'JSON of this portal',
      'json-schema': 'JSON Schema',
      mlflow: 'MLflow signature',
      odcs: 'Open Data Contract (ODCS)',
      oip: 'Open Inference Protocol metadata',
      feast: 'Feast feature view',
      avro: 'Avro schema',
      openlineage: 'OpenLineage schema facet',
    },
  },
  fields: contractFieldsMessages,
  type: typeMessages,
  facts: contractFactsMessages,
  findings: contractFindingsMessages,
  consumers: contractConsumersMessages,
  history: contractHistoryMessages,
  deprecation: contractDeprecationMessages,
  waivers: contractWaiverMessages,
  try: tryChangeMessages,
} as const;
