import { contractConsumersMessages } from './consumers/messages';
import { contractDeprecationMessages } from './deprecation/messages';
import { contractFactsMessages } from './facts/messages';
import { contractFieldsMessages, typeMessages } from './fields/messages';
import { contractFindingsMessages } from './findings/messages';
import { contractHistoryMessages } from './history/messages';
import { tryChangeMessages } from './tryChange/messages';
import { contractWaiverMessages } from './waivers/messages';

/**
 * The English texts of {@link contractTranslationRef} by key: what an app can word
 * otherwise or translate.
 *
 * @public
 */
export const contractMessages = {
  'contract.what': 'the contract',
  'contract.views': 'Views of the contract',
  'contract.view.fields': 'Fields',
  'contract.view.promises': 'Promises',
  'contract.view.consumers': 'Consumers',
  'contract.view.history': 'History',
  'contract.view.deprecations': 'Deprecations',
  'contract.view.waivers': 'Waivers',
  'contract.view.try': 'Try a change',
  'contract.status.consumers_one': '{{count}} consumer',
  'contract.status.consumers_other': '{{count}} consumers',
  'contract.status.atLeast': 'at least {{consumers}}',
  'contract.status.consumersUnknown': 'consumers not known',
  'contract.status.consumersReading': 'reading who consumes it',
  'contract.status.broken_one':
    '{{count}} would break by the proposed v{{version}}',
  'contract.status.broken_other':
    '{{count}} would break by the proposed v{{version}}',
  'contract.status.harmless':
    'the proposed v{{version}} breaks nobody that is known',
  'contract.status.proposedFailed':
    'whether a next version is proposed is not known',
  'contract.status.origin': 'from {{origin}}',
  'contract.status.none': 'There is no contract yet',
  'contract.status.published': 'published',
  'contract.status.removed': 'goes after {{day}}',
  'contract.observed.with': 'compared with {{name}}',
  'contract.observed.schemaOf': 'its schema was observed',
  'contract.observed.silent': 'lineage has not answered for',
  'contract.empty.title': 'No contract is stored',
  'contract.empty.why':
    'What consumers can rely on would be here: fields with their types, service levels and terms. It comes from spec.contract in the catalog file, from the signature of a version, from lineage, or from what you write here.',
  'contract.export.action': 'Export',
  'contract.export.what': 'Formats to export the contract in',
  'contract.export.failed': 'It could not be exported',
  'contract.export.lost': 'What the format could not hold',
  'contract.export.lostAt': '{{pointer}}: {{message}}',
  'contract.export.format.yaml': 'YAML of this portal',
  'contract.export.format.json': 'JSON of this portal',
  'contract.export.format.json-schema': 'JSON Schema',
  'contract.export.format.mlflow': 'MLflow signature',
  'contract.export.format.odcs': 'Open Data Contract (ODCS)',
  'contract.export.format.oip': 'Open Inference Protocol metadata',
  'contract.export.format.feast': 'Feast feature view',
  'contract.export.format.avro': 'Avro schema',
  'contract.export.format.openlineage': 'OpenLineage schema facet',
  ...contractFieldsMessages,
  ...typeMessages,
  ...contractFactsMessages,
  ...contractFindingsMessages,
  ...contractConsumersMessages,
  ...contractHistoryMessages,
  ...contractDeprecationMessages,
  ...contractWaiverMessages,
  ...tryChangeMessages,
} as const;
