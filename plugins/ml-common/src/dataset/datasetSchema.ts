import { JsonObject } from '@backstage/types';
import {
  classificationSchema,
  fieldsSchema,
  physicalSchema,
} from '../entity/dataSchema';
import {
  duration,
  entityRef,
  line,
  listOf,
  oneOfTerms,
  record,
  term,
} from '../entity/schemaParts';
import {
  cardSchema,
  contractSchema,
  derivedFromSchema,
  lifecycleSchema,
  ownerSchema,
  systemSchema,
} from '../entity/sharedSchema';
import { datasetTypes, qualityDimensions } from './datasetVocabulary';

const qualitySchema = listOf(
  {
    title: 'Quality',
    description: 'What the data are expected to be like.',
    examples: [
      [
        {
          id: 'fresh',
          dimension: 'freshness',
          expectation: 'Not older than two hours',
        },
      ],
    ],
  },
  record(
    {
      title: 'Quality expectation',
      description: 'One expectation.',
      examples: [
        {
          id: 'amount-present',
          dimension: 'completeness',
          expectation: 'At most 0.1 % of rows without an amount',
          field: 'amount',
        },
      ],
    },
    {
      id: term({
        title: 'Id of the expectation',
        description: 'Unique within the dataset, and stable.',
        examples: ['amount-present'],
      }),
      dimension: oneOfTerms(
        {
          title: 'Dimension',
          description: 'What the expectation is about.',
          examples: ['completeness'],
        },
        qualityDimensions,
      ),
      expectation: line(
        {
          title: 'Expectation',
          description: 'What has to hold, for people.',
          examples: ['At most 0.1 % of rows without an amount'],
        },
        1000,
      ),
      field: line({
        title: 'Field of the expectation',
        description: 'The field it is about; the whole dataset when left out.',
        examples: ['amount'],
      }),
    },
    { required: ['id', 'dimension', 'expectation'] },
  ),
);

const retentionSchema = record(
  {
    title: 'Retention',
    description: 'How long the data are kept.',
    examples: [{ period: 'P2Y', basis: 'Card scheme rules' }],
  },
  {
    period: duration({
      title: 'Period',
      description: 'How long, as an ISO 8601 duration.',
      examples: ['P2Y'],
    }),
    basis: line({
      title: 'Basis',
      description: 'Why that long: a law, a contract or a decision.',
      examples: ['Card scheme rules'],
    }),
  },
  { required: ['period'] },
);

/**
 * JSON Schema of kind Dataset, in the form of `modelSchema`.
 *
 * @public
 */
export const datasetSchema: JsonObject = {
  title: 'Dataset',
  description:
    'A logical body of data that has an owner: a table, a stream, files, an index. Its physical places, one per environment and region, are listed inside it.',
  type: 'object',
  required: ['spec'],
  properties: {
    spec: record(
      {
        title: 'Spec',
        description: 'What is said about the dataset.',
        examples: [{ type: 'table', lifecycle: 'production' }],
      },
      {
        type: term({
          title: 'Type',
          description: `What kind of data it is. An open vocabulary; terms with a fixed meaning: ${datasetTypes
            .map(({ term: word, meaning }) => `\`${word}\` - ${meaning}`)
            .join(' ')}`,
          examples: ['table'],
        }),
        lifecycle: lifecycleSchema,
        owner: ownerSchema,
        system: systemSchema,
        fields: fieldsSchema(
          'Its columns or properties. At most 500; wider data list the rest in the contract.',
        ),
        physical: physicalSchema,
        derivedFrom: derivedFromSchema,
        producedBy: listOf(
          {
            title: 'Produced by',
            description: 'What writes it: Components, Models or Resources.',
            examples: [['component:default/payments-ingest']],
          },
          entityRef({
            title: 'Producer',
            description: 'A Component unless the reference names another kind.',
            examples: ['component:default/payments-ingest'],
          }),
          { uniqueItems: true },
        ),
        classification: classificationSchema,
        retention: retentionSchema,
        regions: listOf(
          {
            title: 'Regions',
            description: 'Where it may be stored.',
            examples: [['eu-central-1']],
          },
          term({
            title: 'Region',
            description: 'A region, as in `physical[].region`.',
            examples: ['eu-central-1'],
          }),
          { uniqueItems: true },
        ),
        purposes: listOf(
          {
            title: 'Purposes',
            description: 'What it may be used for.',
            examples: [['fraud-prevention']],
          },
          term({
            title: 'Purpose',
            description: 'A purpose, in the words of your company.',
            examples: ['fraud-prevention'],
          }),
          { uniqueItems: true },
        ),
        licence: line({
          title: 'Licence',
          description:
            'The licence it is used under: an SPDX identifier or the name of an agreement.',
          examples: ['CC-BY-4.0'],
        }),
        quality: qualitySchema,
        contract: contractSchema,
        card: cardSchema,
      },
      { required: ['type', 'lifecycle'] },
    ),
  },
};
