import { JsonObject } from '@backstage/types';
import { entityLimits } from '../entity/limits';
import {
  entityRef,
  flag,
  line,
  listOf,
  oneOfTerms,
  record,
  term,
  versionLabel,
  versionRef,
  webUrl,
} from '../entity/schemaParts';
import {
  cardSchema,
  contractSchema,
  datasetRefsSchema,
  lifecycleSchema,
  ownerSchema,
  systemSchema,
} from '../entity/sharedSchema';
import { textForms } from '../entity/textForms';
import { inlineVersionSchema } from './inlineVersionSchema';
import {
  consumptionModes,
  modelOrigins,
  modelTypes,
  servingModes,
  stewardPhases,
} from './modelVocabulary';

const typeSchema = term({
  title: 'Type',
  description: `What kind of model it is. An open vocabulary; terms with a fixed meaning: ${modelTypes
    .map(({ term: word, meaning }) => `\`${word}\` - ${meaning}`)
    .join(' ')}`,
  examples: ['classifier', 'llm-app'],
});

const stewardMeanings: Record<(typeof stewardPhases)[number], string> = {
  data: 'the data it learns from',
  features: 'the features it reads',
  training: 'training and experiments',
  deployment: 'bringing versions to where they answer',
  monitoring: 'watching it while it answers',
  retirement: 'taking it out of use',
};

const stewardsSchema = record(
  {
    title: 'Stewards',
    description:
      'Which Group looks after which phase of its life. Informs people; nothing is permitted or refused because of it.',
    examples: [{ data: 'data-platform', monitoring: 'payments-fraud' }],
  },
  Object.fromEntries(
    stewardPhases.map(phase => [
      phase,
      entityRef({
        title: `Steward of ${phase}`,
        description: `The Group that looks after ${stewardMeanings[phase]}.`,
        examples: ['group:default/payments-fraud'],
      }),
    ]),
  ),
  { minProperties: 1 },
);

const escalationSchema = record(
  {
    title: 'Escalation',
    description:
      'Whom to reach when it misbehaves and the owner does not answer.',
    examples: [
      {
        group: 'group:default/ml-platform',
        contact: '#ml-on-call',
        url: 'https://on-call.example.com/ml',
      },
    ],
  },
  {
    group: entityRef({
      title: 'On-call group',
      description: 'The Group on call. Its members may roll the model back.',
      examples: ['group:default/ml-platform'],
    }),
    contact: line({
      title: 'Contact',
      description: 'A chat channel, mail address or telephone number.',
      examples: ['#ml-on-call'],
    }),
    url: webUrl({
      title: 'Rota or pager',
      description: 'Where the rota or the pager is.',
      examples: ['https://on-call.example.com/ml'],
    }),
  },
  { minProperties: 1 },
);

const providerSchema = record(
  {
    title: 'Provider',
    description: 'Who makes a third-party model.',
    examples: [{ name: 'Example AI', url: 'https://ai.example.com' }],
  },
  {
    name: line({
      title: 'Name of the provider',
      description: 'The company or project.',
      examples: ['Example AI'],
    }),
    url: webUrl({
      title: 'Address of the provider',
      description: 'Where the provider describes the model.',
      examples: ['https://ai.example.com'],
    }),
  },
  { required: ['name'] },
);

const usesSchema = listOf(
  {
    title: 'Uses',
    description:
      'What the model is used for. Its risk tier is the highest of its uses.',
    examples: [
      [
        {
          id: 'card-authorisation',
          purpose: 'Refuse card payments that are likely to be fraud',
          riskTier: 'high',
          owner: 'group:default/payments-fraud',
        },
      ],
    ],
  },
  record(
    {
      title: 'Use',
      description: 'One use of the model.',
      examples: [
        {
          id: 'card-authorisation',
          purpose: 'Refuse card payments that are likely to be fraud',
        },
      ],
    },
    {
      id: term({
        title: 'Id of the use',
        description: 'Unique within the model, and stable.',
        examples: ['card-authorisation'],
      }),
      purpose: line(
        {
          title: 'Purpose',
          description: 'What is decided or done with the answers.',
          examples: ['Refuse card payments that are likely to be fraud'],
        },
        1000,
      ),
      riskTier: term({
        title: 'Risk tier',
        description:
          'One of the tiers of `ml.riskTiers`, by default minimal, limited, high, critical. Missing or unknown tiers are findings.',
        examples: ['high'],
      }),
      rationale: line(
        {
          title: 'Rationale',
          description: 'Why it has this tier.',
          examples: ['A refused payment is visible to the customer at once'],
        },
        2000,
      ),
      owner: entityRef({
        title: 'Owner of the use',
        description:
          'The Group that answers for this use. Its absence is a finding.',
        examples: ['group:default/payments-fraud'],
      }),
      consumer: entityRef({
        title: 'Consumer',
        description:
          'What uses the answers: a Component unless the reference names another kind.',
        examples: ['component:default/checkout'],
      }),
      personAffecting: flag({
        title: 'Affects persons',
        description: 'Whether answers lead to decisions about people.',
        examples: [true],
      }),
      jurisdictions: listOf(
        {
          title: 'Jurisdictions',
          description:
            'Where the use takes place: ISO 3166 codes of countries or their parts, or EU.',
          examples: [['EU', 'US-CA']],
        },
        {
          title: 'Jurisdiction',
          description:
            'Two capital letters, and a part of the country if need be.',
          examples: ['DE', 'US-CA'],
          type: 'string',
          pattern: textForms.jurisdiction.pattern,
        },
        { uniqueItems: true },
      ),
    },
    { required: ['id', 'purpose'] },
  ),
);

const serverText = {
  title: 'Server',
  description: 'The id of a registry server, as in `ml.registries.<id>`.',
  examples: ['mlflow-eu'],
};

const registriesSchema = listOf(
  {
    title: 'Registries',
    description:
      'The records of outside registries that hold its versions. Several records may belong to one Model: one per environment, server or variant.',
    examples: [
      [{ server: 'mlflow-eu', name: 'fraud-score', environment: 'production' }],
    ],
  },
  record(
    {
      title: 'Registry record',
      description: 'One record of one registry.',
      examples: [{ server: 'mlflow-eu', name: 'fraud-score' }],
    },
    {
      server: term(serverText),
      workspace: line({
        title: 'Workspace',
        description: 'The workspace of the record, where the server has them.',
        examples: ['payments'],
      }),
      name: line(
        {
          title: 'Name in the registry',
          description: 'The name of the record, verbatim.',
          examples: ['fraud-score'],
        },
        500,
      ),
      environment: term({
        title: 'Environment',
        description: 'The environment the record is for.',
        examples: ['production'],
      }),
      variant: line({
        title: 'Variant',
        description:
          'The trained line inside the Model that the record holds, as `key=value`.',
        examples: ['store=0417'],
      }),
    },
    { required: ['server', 'name'] },
  ),
);

const experimentsSchema = listOf(
  {
    title: 'Experiments',
    description:
      'Where it is tried out in a tracking server. The portal links there; it keeps no copy of the runs.',
    examples: [
      [
        {
          server: 'mlflow-eu',
          id: '42',
          name: 'fraud-score/tuning',
          url: 'https://mlflow.example.com/#/experiments/42',
        },
      ],
    ],
  },
  record(
    {
      title: 'Experiment',
      description: 'One experiment: its server, and an id or a name or both.',
      examples: [{ server: 'mlflow-eu', id: '42' }],
    },
    {
      server: term(serverText),
      id: line({
        title: 'Id of the experiment',
        description: 'The id the server gave it.',
        examples: ['42'],
      }),
      name: line(
        {
          title: 'Name of the experiment',
          description: 'The name it has in the server.',
          examples: ['fraud-score/tuning'],
        },
        500,
      ),
      url: webUrl({
        title: 'Address of the experiment',
        description: 'Where people look at it.',
        examples: ['https://mlflow.example.com/#/experiments/42'],
      }),
    },
    { required: ['server'] },
  ),
);

const datasetVersionItem = versionRef({
  title: 'Dataset',
  description: 'A Dataset, or with `@<label>` one of its versions.',
  examples: ['dataset:default/card-transactions@2026-05'],
});

const consumesSchema = listOf(
  {
    title: 'Consumes',
    description: 'The feature views it reads.',
    examples: [
      [
        {
          view: 'featureview:default/card-activity',
          version: '2',
          mode: 'online',
        },
      ],
    ],
  },
  record(
    {
      title: 'Consumed view',
      description: 'One feature view, and what of it is read.',
      examples: [{ view: 'card-activity', mode: 'both' }],
    },
    {
      view: entityRef({
        title: 'Feature view',
        description: 'The FeatureView that is read.',
        examples: ['featureview:default/card-activity'],
      }),
      version: versionLabel({
        title: 'Version of the view',
        description: 'The version that is read, where it matters.',
        examples: ['2'],
      }),
      fields: listOf(
        {
          title: 'Fields',
          description: 'The fields that are read. All of them when left out.',
          examples: [['tx_count_1h', 'tx_amount_avg_30d']],
        },
        line({
          title: 'Field',
          description: 'The name of a field, verbatim.',
          examples: ['tx_count_1h'],
        }),
        { uniqueItems: true },
      ),
      mode: oneOfTerms(
        {
          title: 'Mode',
          description:
            'Whether features are read while answering (online), for training and batches (offline), or both.',
          examples: ['online'],
        },
        consumptionModes,
      ),
    },
    { required: ['view', 'mode'] },
  ),
);

const servingSchema = listOf(
  {
    title: 'Serving',
    description: 'How its answers reach those who use them.',
    examples: [
      [
        {
          mode: 'endpoint',
          component: 'fraud-scoring',
          api: 'fraud-score-api',
        },
      ],
    ],
  },
  record(
    {
      title: 'Way of serving',
      description: 'One way in which answers are given.',
      examples: [{ mode: 'batch', writes: ['dataset:default/nightly-scores'] }],
    },
    {
      mode: oneOfTerms(
        {
          title: 'Mode of serving',
          description:
            'endpoint answers requests; batch and stream write answers; embedded and device run inside another program or on a device; external-api is run by a third party.',
          examples: ['endpoint'],
        },
        servingModes,
      ),
      component: entityRef({
        title: 'Component',
        description: 'The Component that runs or contains it.',
        examples: ['component:default/fraud-scoring'],
      }),
      api: entityRef({
        title: 'API',
        description: 'The API it answers on.',
        examples: ['api:default/fraud-score-api'],
      }),
      writes: datasetRefsSchema({
        title: 'Writes',
        description: 'The Datasets its answers are written to.',
      }),
    },
    { required: ['mode'] },
  ),
);

/**
 * JSON Schema of kind Model, as the catalog's model layer takes it: without
 * `apiVersion`, `kind` and `metadata`, which the catalog adds.
 *
 * @public
 */
export const modelSchema: JsonObject = {
  title: 'Model',
  description:
    'A machine-learning model as a product: what it is for, who answers for it, what it needs and where its versions live. Links to dashboards and the runbook go to `metadata.links`, with `type: dashboard` or `type: runbook`.',
  type: 'object',
  required: ['spec'],
  properties: {
    spec: record(
      {
        title: 'Spec',
        description: 'What is said about the model.',
        examples: [{ type: 'classifier', lifecycle: 'production' }],
      },
      {
        type: typeSchema,
        lifecycle: lifecycleSchema,
        owner: ownerSchema,
        system: systemSchema,
        stewards: stewardsSchema,
        escalation: escalationSchema,
        origin: oneOfTerms(
          {
            title: 'Origin',
            description: 'Whether it was made in the company or bought.',
            examples: ['internal'],
          },
          modelOrigins,
        ),
        provider: providerSchema,
        licence: line({
          title: 'Licence',
          description:
            'The licence it is used under: an SPDX identifier or the name of an agreement.',
          examples: ['Apache-2.0'],
        }),
        uses: usesSchema,
        registries: registriesSchema,
        home: term({
          title: 'Home',
          description:
            'The authority over its versions: `portal`, or the id of one registry server. Needed only when `registries` names several servers.',
          examples: ['mlflow-eu', 'portal'],
        }),
        experiments: experimentsSchema,
        trainedOn: listOf(
          {
            title: 'Trained on',
            description: 'The Datasets it learned from.',
            examples: [['dataset:default/card-transactions@2026-05']],
          },
          datasetVersionItem,
          { uniqueItems: true },
        ),
        evaluatedOn: listOf(
          {
            title: 'Evaluated on',
            description: 'The Datasets it was measured with.',
            examples: [['dataset:default/card-transactions-holdout']],
          },
          datasetVersionItem,
          { uniqueItems: true },
        ),
        consumes: consumesSchema,
        basedOn: listOf(
          {
            title: 'Based on',
            description:
              'The Models it was made from: fine-tuned, prompted, distilled or combined.',
            examples: [['model:default/text-base@3']],
          },
          versionRef({
            title: 'Base model',
            description: 'A Model, or with `@<label>` one of its versions.',
            examples: ['model:default/text-base@3'],
          }),
          { uniqueItems: true },
        ),
        produces: datasetRefsSchema({
          title: 'Produces',
          description:
            'The Datasets made of its answers, whichever way they are served.',
        }),
        serving: servingSchema,
        contract: contractSchema,
        card: cardSchema,
        versions: listOf(
          {
            title: 'Versions',
            description:
              'Its versions, for a Model whose home is the portal. Usually kept in a file beside this one and included with `$yaml: ./versions.yaml`. At most 100; more are registered through REST.',
            examples: [
              [{ label: '2026-05', createdAt: '2026-05-02T08:00:00Z' }],
            ],
          },
          inlineVersionSchema,
          { maxItems: entityLimits.inlineVersions },
        ),
      },
      { required: ['type', 'lifecycle'] },
    ),
  },
};
