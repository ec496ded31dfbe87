import { JsonObject } from '@backstage/types';
import { personalDataFlags, physicalRoles } from './dataVocabulary';
import {
  entityRef,
  line,
  listOf,
  oneOfTerms,
  record,
  term,
  timestamp,
} from './schemaParts';
import { textForms } from './textForms';

/** How sensitive something is, the same for datasets and fields. */
export const classificationSchema: JsonObject = term({
  title: 'Classification',
  description:
    'How sensitive it is, in the words of your company, such as public, internal, confidential, restricted.',
  examples: ['confidential'],
});

const tagsSchema = listOf(
  {
    title: 'Tags of the field',
    description: 'Words to find it by.',
    examples: [['velocity']],
  },
  {
    title: 'Tag',
    description: 'A tag, as in `metadata.tags`.',
    examples: ['velocity'],
    type: 'string',
    maxLength: 63,
    pattern: textForms.tag.pattern,
  },
  { uniqueItems: true },
);

const deprecatedSchema = record(
  {
    title: 'Deprecated',
    description: 'Present when the field should no longer be used.',
    examples: [{ since: '2026-03-01T00:00:00Z', replacedBy: 'tx_count_1h' }],
  },
  {
    since: timestamp({
      title: 'Deprecated since',
      description: 'Since when, ISO 8601.',
      examples: ['2026-03-01T00:00:00Z'],
    }),
    reason: line(
      {
        title: 'Reason',
        description: 'Why, for those who use it.',
        examples: ['Counted refunds twice'],
      },
      1000,
    ),
    replacedBy: line({
      title: 'Replaced by',
      description: 'The name of the field to use instead.',
      examples: ['tx_count_1h'],
    }),
  },
  { minProperties: 1 },
);

/** The properties of one field. */
export const dataFieldProperties = {
  name: line({
    title: 'Name of the field',
    description: 'The name in the data, verbatim.',
    examples: ['tx_count_1h'],
  }),
  type: line({
    title: 'Data type',
    description: 'The type, as the platform that holds the data calls it.',
    examples: ['int64'],
  }),
  unit: line({
    title: 'Unit',
    description: 'What is counted or measured.',
    examples: ['EUR'],
  }),
  description: line(
    {
      title: 'Description of the field',
      description: 'What it means, and what one must know to use it.',
      examples: ['Card transactions of the last hour, refunds left out'],
    },
    2000,
  ),
  classification: classificationSchema,
  personalData: listOf(
    {
      title: 'Personal data',
      description:
        'Which kinds of personal data it holds. An empty list says that somebody looked and found none; no list says nothing.',
      examples: [['indirect', 'location']],
    },
    oneOfTerms(
      {
        title: 'Kind of personal data',
        description:
          'direct identifies a person by itself, indirect together with other data; special-category is what law protects most, such as health; children and location as the words say.',
        examples: ['indirect'],
      },
      personalDataFlags,
    ),
    { uniqueItems: true, maxItems: personalDataFlags.length },
  ),
  deprecated: deprecatedSchema,
  tags: tagsSchema,
  owner: entityRef({
    title: 'Owner of the field',
    description:
      'The Group that answers for this field, where it is not the owner of the whole.',
    examples: ['group:default/data-platform'],
  }),
};

/** `spec.fields` of a dataset or feature view. */
export function fieldsSchema(description: string): JsonObject {
  return listOf(
    {
      title: 'Fields',
      description,
      examples: [[{ name: 'tx_count_1h', type: 'int64', personalData: [] }]],
    },
    record(
      {
        title: 'Field',
        description: 'One field.',
        examples: [{ name: 'tx_count_1h', type: 'int64' }],
      },
      dataFieldProperties,
      { required: ['name'] },
    ),
  );
}

/** `spec.physical` of a dataset or feature view. */
export const physicalSchema: JsonObject = listOf(
  {
    title: 'Physical',
    description:
      'Where it physically is. One logical dataset or view usually has several: per environment, region and role. Named as OpenLineage names datasets, so that lineage finds them.',
    examples: [
      [
        {
          role: 'offline',
          platform: 'postgres',
          namespace: 'postgres://dwh.example.com:5432',
          name: 'payments.card_transactions',
          environment: 'production',
        },
      ],
    ],
  },
  record(
    {
      title: 'Physical dataset',
      description: 'One place. Either `name` or `pattern` is given.',
      examples: [
        {
          role: 'stream',
          platform: 'kafka',
          namespace: 'kafka://broker.example.com:9092',
          name: 'card-transactions',
          environment: 'production',
        },
      ],
    },
    {
      role: oneOfTerms(
        {
          title: 'Role of the place',
          description:
            'offline is read by training and batches, online while answering, stream as events; source is where it comes from.',
          examples: ['offline'],
        },
        physicalRoles,
      ),
      platform: term({
        title: 'Platform',
        description: 'The system that holds it.',
        examples: ['postgres', 'kafka'],
      }),
      namespace: line(
        {
          title: 'OpenLineage namespace',
          description:
            'The namespace OpenLineage gives datasets of that system.',
          examples: ['postgres://dwh.example.com:5432'],
        },
        500,
      ),
      name: line(
        {
          title: 'OpenLineage name',
          description: 'The name of the dataset in that namespace.',
          examples: ['payments.card_transactions'],
        },
        500,
      ),
      pattern: line(
        {
          title: 'Name pattern',
          description:
            'A regular expression for the names of many physical datasets that are one, such as daily tables.',
          examples: ['payments\\.card_transactions_\\d{8}'],
        },
        500,
      ),
      environment: term({
        title: 'Environment of the place',
        description: 'The environment it belongs to.',
        examples: ['production'],
      }),
      region: term({
        title: 'Region of the place',
        description: 'Where it is stored.',
        examples: ['eu-central-1'],
      }),
    },
    { required: ['role', 'platform', 'namespace', 'environment'] },
  ),
);
