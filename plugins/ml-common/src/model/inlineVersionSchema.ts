import { JsonObject } from '@backstage/types';
import {
  line,
  listOf,
  oneOfTerms,
  record,
  timestamp,
  versionLabel,
} from '../entity/schemaParts';
import { textForms } from '../entity/textForms';
import { componentRoles } from './modelVocabulary';

const digestText = {
  title: 'Digest',
  description: 'The hash of the bytes: `sha256:` and 64 hexadecimal digits.',
  examples: [
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ],
};

function digest(): JsonObject {
  return { ...digestText, type: 'string', pattern: textForms.digest.pattern };
}

const metricSchema = record(
  {
    title: 'Metric',
    description: 'One measured number.',
    examples: [{ name: 'auc', value: 0.912, split: 'test' }],
  },
  {
    name: line({
      title: 'Name of the metric',
      description:
        'As measured; the metric dictionary maps it to a common name.',
      examples: ['auc'],
    }),
    value: {
      title: 'Value',
      description: 'The number.',
      examples: [0.912],
      type: 'number',
    },
    dataset: line({
      title: 'Dataset of the metric',
      description: 'What it was measured on: a reference or a name.',
      examples: ['dataset:default/card-transactions-holdout'],
    }),
    split: line({
      title: 'Split',
      description: 'The part of the dataset.',
      examples: ['test'],
    }),
  },
  { required: ['name', 'value'] },
);

const paramSchema = record(
  {
    title: 'Parameter',
    description: 'One parameter of the training.',
    examples: [{ name: 'max_depth', value: '6' }],
  },
  {
    name: line({
      title: 'Name of the parameter',
      description: 'As in the training code.',
      examples: ['max_depth'],
    }),
    value: line(
      {
        title: 'Value of the parameter',
        description: 'As text.',
        examples: ['6'],
      },
      2000,
    ),
  },
  { required: ['name', 'value'] },
);

const componentSchema = record(
  {
    title: 'Component of a version',
    description: 'One part the version is made of.',
    examples: [
      { role: 'prompt', ref: 'model:default/claims-prompt', version: '9' },
    ],
  },
  {
    role: oneOfTerms(
      {
        title: 'Role',
        description: 'What the part is in the whole.',
        examples: ['prompt'],
      },
      componentRoles,
    ),
    ref: line({
      title: 'Reference to the part',
      description:
        'An entity reference, or a URI where the part is not in the catalog.',
      examples: ['model:default/claims-prompt'],
    }),
    version: versionLabel({
      title: 'Version of the part',
      description: 'The version that is built in.',
      examples: ['9'],
    }),
    digest: digest(),
  },
  { required: ['role', 'ref'] },
);

/** One item of `spec.versions` of a Model. */
export const inlineVersionSchema: JsonObject = record(
  {
    title: 'Version',
    description: 'One version.',
    examples: [{ label: '2026-05', createdAt: '2026-05-02T08:00:00Z' }],
  },
  {
    label: versionLabel({
      title: 'Label',
      description:
        'Its name, unique within the model: letters, digits and `._:+-`.',
      examples: ['2026-05'],
    }),
    description: line(
      {
        title: 'Description of the version',
        description: 'What is new or special about it.',
        examples: ['Retrained with data up to April'],
      },
      2000,
    ),
    createdAt: timestamp({
      title: 'Created at',
      description: 'When it was made, ISO 8601 with a zone.',
      examples: ['2026-05-02T08:00:00Z'],
    }),
    createdBy: line({
      title: 'Created by',
      description: 'Who or what made it: an entity reference or a name.',
      examples: ['component:default/fraud-training'],
    }),
    digest: digest(),
    source: line(
      {
        title: 'Source',
        description: 'Where the artifact is, as a URI.',
        examples: ['s3://models/fraud-score/2026-05'],
      },
      2000,
    ),
    variant: line({
      title: 'Variant of the version',
      description: 'The trained line it belongs to, as `key=value`.',
      examples: ['store=0417'],
    }),
    metrics: listOf(
      {
        title: 'Metrics',
        description: 'What was measured.',
        examples: [[{ name: 'auc', value: 0.912, split: 'test' }]],
      },
      metricSchema,
    ),
    params: listOf(
      {
        title: 'Parameters',
        description: 'How it was trained.',
        examples: [[{ name: 'max_depth', value: '6' }]],
      },
      paramSchema,
    ),
    components: listOf(
      {
        title: 'Components',
        description:
          'What it is made of. The digest of a version covers its parts.',
        examples: [
          [{ role: 'base', ref: 'model:default/text-base', version: '3' }],
        ],
      },
      componentSchema,
    ),
  },
  { required: ['label'] },
);
