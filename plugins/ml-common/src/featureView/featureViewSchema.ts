import { JsonObject } from '@backstage/types';
import { fieldsSchema, physicalSchema } from '../entity/dataSchema';
import {
  duration,
  line,
  listOf,
  oneOfTerms,
  record,
  timestamp,
  versionLabel,
} from '../entity/schemaParts';
import {
  cardSchema,
  contractSchema,
  derivedFromSchema,
  lifecycleSchema,
  ownerSchema,
  systemSchema,
} from '../entity/sharedSchema';
import {
  emitFeaturesModes,
  featureViewTypes,
  featureViewVersionStates,
} from './featureViewVocabulary';

const joinKeysSchema = listOf(
  {
    title: 'Join keys',
    description: 'What a value is looked up by.',
    examples: [[{ name: 'card_id', type: 'string' }]],
  },
  record(
    {
      title: 'Join key',
      description: 'One key; several together form one look-up.',
      examples: [{ name: 'card_id' }],
    },
    {
      name: line({
        title: 'Name of the key',
        description: 'The name in the data, verbatim.',
        examples: ['card_id'],
      }),
      type: line({
        title: 'Data type of the key',
        description: 'The type, as the feature store calls it.',
        examples: ['string'],
      }),
      description: line({
        title: 'Description of the key',
        description: 'What it identifies.',
        examples: ['The card, as a token'],
      }),
    },
    { required: ['name'] },
  ),
);

const versionsSchema = listOf(
  {
    title: 'Versions',
    description:
      'The definitions of the view. Several may be live at once, each with its own contract and consumers.',
    examples: [
      [
        { label: '1', state: 'deprecated' },
        { label: '2', state: 'live' },
      ],
    ],
  },
  record(
    {
      title: 'Version',
      description: 'One definition.',
      examples: [{ label: '2', state: 'live' }],
    },
    {
      label: versionLabel({
        title: 'Label',
        description: 'Its name, unique within the view.',
        examples: ['2'],
      }),
      state: oneOfTerms(
        {
          title: 'State',
          description:
            'draft is not served yet, live is, deprecated is served and should be left, retired is no longer served.',
          examples: ['live'],
        },
        featureViewVersionStates,
      ),
      description: line(
        {
          title: 'Description of the version',
          description: 'What is different in it.',
          examples: ['Refunds are left out'],
        },
        2000,
      ),
      since: timestamp({
        title: 'Since',
        description: 'Since when it is in this state, ISO 8601.',
        examples: ['2026-03-01T00:00:00Z'],
      }),
      until: timestamp({
        title: 'Until',
        description: 'When it will be, or was, switched off, ISO 8601.',
        examples: ['2026-09-01T00:00:00Z'],
      }),
      contract: contractSchema,
    },
    { required: ['label', 'state'] },
  ),
);

/**
 * JSON Schema of kind FeatureView, in the form of `modelSchema`.
 *
 * @public
 */
export const featureViewSchema: JsonObject = {
  title: 'FeatureView',
  description:
    'A named group of features that are computed and versioned together. The catalog shows each field as an entity of kind Feature as well.',
  type: 'object',
  required: ['spec'],
  properties: {
    spec: record(
      {
        title: 'Spec',
        description: 'What is said about the view.',
        examples: [{ type: 'batch', lifecycle: 'production' }],
      },
      {
        type: oneOfTerms(
          {
            title: 'Type',
            description:
              'How features are computed: batch on a schedule, stream from events, on-demand from the request, service by a call to something else.',
            examples: ['stream'],
          },
          featureViewTypes,
        ),
        lifecycle: lifecycleSchema,
        owner: ownerSchema,
        system: systemSchema,
        joinKeys: joinKeysSchema,
        fields: fieldsSchema(
          'Its features. At most 500; wider views list the rest in the contract.',
        ),
        versions: versionsSchema,
        freshness: duration({
          title: 'Freshness',
          description: 'How old a value may be, as an ISO 8601 duration.',
          examples: ['PT5M'],
        }),
        ttl: duration({
          title: 'Time to live',
          description:
            'After which a value is no longer served, as an ISO 8601 duration.',
          examples: ['P7D'],
        }),
        physical: physicalSchema,
        derivedFrom: derivedFromSchema,
        emitFeatures: oneOfTerms(
          {
            title: 'Emit features',
            description:
              'Which fields become entities of kind Feature: all, those a Model consumes, or none. Overrides `catalog.understudy.emitFeatures`.',
            examples: ['used'],
          },
          emitFeaturesModes,
        ),
        contract: contractSchema,
        card: cardSchema,
      },
      { required: ['type', 'lifecycle'] },
    ),
  },
};
