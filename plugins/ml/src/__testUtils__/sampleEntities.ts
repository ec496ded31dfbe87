import { Entity } from '@backstage/catalog-model';
import { FINDING_STATUS_TYPE } from '@understudy/plugin-ml-common';
import { buildModelEntity } from './builders';
import {
  buildDataset,
  buildFeature,
  buildFeatureView,
  fullDataset,
} from './dataBuilders';

function group(name: string, title: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', title },
    spec: { type: 'team', children: [], profile: { displayName: title } },
  };
}

function plain(kind: string, name: string, spec: Entity['spec']): Entity {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec,
  };
}

const fraudScore: Entity & { status: { items: object[] } } = {
  ...buildModelEntity({
    origin: 'internal',
    licence: 'proprietary',
    uses: [
      {
        id: 'card-payments',
        purpose: 'Blocks card payments that look fraudulent.',
        riskTier: 'high',
        rationale: 'A wrong block leaves a customer without payment.',
        owner: 'group:default/payments-fraud',
        consumer: 'component:default/checkout',
        personAffecting: true,
        jurisdictions: ['EU', 'US-CA'],
      },
      { id: 'dispute-triage', purpose: 'Sorts disputes by urgency.' },
    ],
    stewards: {
      data: 'group:default/data-platform',
      training: 'group:default/payments-fraud',
      deployment: 'group:default/ml-platform',
    },
    escalation: {
      group: 'group:default/ml-on-call',
      contact: '#payments-fraud',
      url: 'https://runbooks.example/fraud-score',
    },
    registries: [{ server: 'eu-prod', name: 'fraud-score' }],
    experiments: [
      {
        server: 'eu-prod',
        name: 'fraud-score-nightly',
        url: 'https://mlflow.example/#/experiments/7',
      },
    ],
    consumes: [
      {
        view: 'featureview:default/card-velocity',
        version: '3',
        fields: ['payments_1h', 'payments_24h'],
        mode: 'online',
      },
    ],
    serving: [
      {
        mode: 'endpoint',
        component: 'component:default/fraud-api',
        api: 'api:default/fraud-score',
      },
    ],
    trainedOn: ['dataset:default/card-transactions@2026-10'],
    card: 'Trained every night on **90 days** of card payments.',
  }),
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/payments-fraud' },
    {
      type: 'consumesFeature',
      targetRef: 'featureview:default/card-velocity',
    },
    { type: 'trainedOn', targetRef: 'dataset:default/card-transactions' },
    { type: 'servedBy', targetRef: 'component:default/fraud-api' },
    { type: 'servedBy', targetRef: 'api:default/fraud-score' },
  ],
  status: {
    items: [
      {
        type: FINDING_STATUS_TYPE,
        id: 'use-without-tier',
        level: 'warning',
        path: 'spec.uses[1].riskTier',
        message:
          "The use 'dispute-triage' has no risk tier. Add one, so that the tier of the model is known.",
      },
    ],
  },
};

const cardTransactions = buildDataset(fullDataset, [
  { type: 'ownedBy', targetRef: 'group:default/data-platform' },
  { type: 'sourceOf', targetRef: 'featureview:default/card-velocity' },
  { type: 'trainingDataFor', targetRef: 'model:default/fraud-score' },
]);

const cardVelocity = buildFeatureView(
  { physical: fullDataset.physical },
  { consumers: ['model:default/fraud-score'] },
);

/** The catalog of the small organisation of {@link sampleData}. */
export const sampleEntities: Entity[] = [
  fraudScore,
  plain('Model', 'chargeback-risk', {
    type: 'classifier',
    lifecycle: 'experimental',
  }),
  cardTransactions,
  cardVelocity,
  ...(cardVelocity.spec.fields ?? []).map(({ name }) =>
    buildFeature(cardVelocity, name),
  ),
  plain('Component', 'fraud-api', { type: 'service' }),
  plain('Component', 'checkout', { type: 'service' }),
  group('payments-fraud', 'Payments fraud'),
  group('search-ranking', 'Search ranking'),
  group('data-platform', 'Data platform'),
  group('ml-platform', 'ML platform'),
  group('ml-on-call', 'ML on-call'),
];
