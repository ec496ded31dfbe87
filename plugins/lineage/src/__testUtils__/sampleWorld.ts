import { LineageRun } from '@understudy/plugin-lineage-common';
import {
  buildEntity,
  buildGroup,
  edge,
  entityNode,
  hoursAgo,
  namedNode,
} from './builders';
import { World } from './World';

const WAREHOUSE = 'postgres://warehouse.example:5432';
const AIRFLOW = 'airflow://pipelines.example';

const raw = namedNode('dataset', WAREHOUSE, 'raw.public.card_payments', {
  type: 'table',
  environments: ['production'],
  foldedNames: 365,
  lastSeen: hoursAgo(3),
});
const scratch = namedNode('dataset', 's3://scratch.example', 'exports/fraud', {
  type: 'file',
  droppedAt: hoursAgo(50),
  lastSeen: hoursAgo(60),
});
const load = namedNode('job', AIRFLOW, 'payments.load_card_payments', {
  type: 'batch',
  lastRun: { id: 'run-load', state: 'complete', at: hoursAgo(3) },
  lastSeen: hoursAgo(3),
});
const velocity = namedNode('job', AIRFLOW, 'payments.card_velocity', {
  type: 'batch',
  lastRun: { id: 'run-velocity', state: 'failed', at: hoursAgo(2) },
  lastSeen: hoursAgo(2),
});
const train = namedNode('job', AIRFLOW, 'fraud.train', {
  type: 'batch',
  lastRun: { id: 'run-train', state: 'running', at: hoursAgo(0.5) },
  lastSeen: hoursAgo(0.5),
});
const trial = namedNode('job', AIRFLOW, 'payments.trial', {
  type: 'batch',
  environments: ['staging'],
  lastRun: { id: 'run-trial', state: 'complete', at: hoursAgo(30) },
  lastSeen: hoursAgo(30),
});
const tried = namedNode('dataset', 's3://trials.example', 'exports/trial', {
  type: 'file',
  environments: ['staging'],
  lastSeen: hoursAgo(30),
});
const secret = namedNode('dataset', WAREHOUSE, 'hr.public.salaries');

/** Ids of nodes of {@link sampleWorld}. */
export const SAMPLE = {
  raw: raw.id,
  load: load.id,
  velocity: velocity.id,
  train: train.id,
  scratch: scratch.id,
  trial: trial.id,
  tried: tried.id,
  secret: secret.id,
  transactions: 'dataset:default/card-transactions',
  view: 'featureview:default/card-velocity',
  feature: 'feature:default/card-velocity.payments_1h',
  model: 'model:default/fraud-score',
  checkout: 'component:default/checkout',
  disputes: 'component:default/disputes',
  api: 'api:default/fraud-score',
} as const;

/** How fraud scores come about at a bank: raw payments to what blocks them. */
export function sampleWorld(): World {
  return {
    nodes: [
      raw,
      load,
      entityNode(SAMPLE.transactions, {
        namespace: WAREHOUSE,
        name: 'payments.public.card_transactions',
        type: 'table',
        environments: ['production', 'staging'],
        quality: { failed: 1, total: 12 },
        firstSeen: hoursAgo(2_000),
        lastSeen: hoursAgo(3),
      }),
      velocity,
      entityNode(SAMPLE.view, {
        quality: { failed: 0, total: 4 },
        lastSeen: hoursAgo(2),
      }),
      train,
      scratch,
      trial,
      tried,
      secret,
      entityNode(SAMPLE.model, { lastSeen: hoursAgo(0.5) }),
      entityNode(SAMPLE.api),
      entityNode(SAMPLE.checkout),
      entityNode(SAMPLE.disputes),
    ],
    edges: [
      edge(raw.id, load.id),
      edge(load.id, SAMPLE.transactions),
      edge(SAMPLE.transactions, velocity.id),
      edge(velocity.id, SAMPLE.view),
      edge(SAMPLE.transactions, SAMPLE.view, 'declared', {
        relations: ['derivedFrom'],
      }),
      edge(SAMPLE.view, train.id),
      edge(SAMPLE.transactions, train.id, 'observed', {
        lastSeen: hoursAgo(0.5),
      }),
      edge(train.id, SAMPLE.model, 'observed', { lastSeen: hoursAgo(0.5) }),
      edge(train.id, scratch.id),
      edge(SAMPLE.view, SAMPLE.model, 'both'),
      edge(SAMPLE.model, SAMPLE.api, 'declared', { relations: ['servedBy'] }),
      edge(SAMPLE.api, SAMPLE.checkout, 'both'),
      edge(SAMPLE.model, secret.id),
      edge(secret.id, SAMPLE.disputes),
      ...[edge(SAMPLE.transactions, trial.id), edge(trial.id, tried.id)].map(
        tested => ({ ...tested, environment: 'staging' }),
      ),
    ],
    restricted: [SAMPLE.secret],
    entities: [
      buildGroup('payments', 'Payments'),
      buildGroup('data-platform', 'Data platform'),
      buildGroup('fraud', 'Fraud & risk'),
      buildGroup('storefront', 'Storefront'),
      buildEntity('Dataset', 'card-transactions', {
        title: 'Card transactions',
        owner: 'group:default/data-platform',
        type: 'table',
        lifecycle: 'production',
        description: 'Every card payment, five minutes after it was made.',
      }),
      {
        ...buildEntity('FeatureView', 'card-velocity', {
          title: 'Card velocity',
          owner: 'payments',
          lifecycle: 'production',
        }),
      },
      {
        ...buildEntity('Feature', 'card-velocity.payments_1h', {
          owner: 'payments',
        }),
        relations: [{ type: 'partOf', targetRef: SAMPLE.view }],
      },
      buildEntity('Model', 'fraud-score', {
        title: 'Fraud score',
        owner: 'group:default/fraud',
        type: 'classifier',
        lifecycle: 'production',
      }),
      buildEntity('API', 'fraud-score', {
        title: 'Fraud score API',
        owner: 'fraud',
        lifecycle: 'experimental',
      }),
      buildEntity('Component', 'checkout', {
        title: 'Checkout',
        owner: 'storefront',
        type: 'service',
        lifecycle: 'production',
      }),
      buildEntity('Component', 'disputes', { title: 'Disputes' }),
    ],
    facets: {
      [SAMPLE.transactions]: [
        {
          name: 'schema',
          at: hoursAgo(3),
          bytes: 300,
          value: {
            _producer: 'https://producer.example',
            fields: [
              { name: 'payment_id', type: 'uuid' },
              { name: 'amount', type: 'decimal', description: 'In EUR' },
              {
                name: 'card',
                type: 'struct',
                fields: [{ name: 'country', type: 'text' }],
              },
            ],
          },
        },
        {
          name: 'dataSource',
          at: hoursAgo(3),
          bytes: 90,
          value: {
            _producer: 'https://producer.example',
            name: 'warehouse',
            uri: 'postgres://warehouse.example:5432/payments',
          },
        },
        { name: 'spark_logicalPlan', at: hoursAgo(3), bytes: 700_000 },
      ],
    },
    runs: { [SAMPLE.velocity]: sampleRuns(), [SAMPLE.raw]: partitionRuns() },
    owners: {
      [SAMPLE.raw]: ['team:payments', 'ada@bank.example'],
      [SAMPLE.train]: ['Fraud squad'],
    },
  };
}

function sampleRuns(): LineageRun[] {
  return Array.from({ length: 26 }, (_, index) => ({
    id: `run-velocity-${index}`,
    state: index === 0 ? 'failed' : 'complete',
    startedAt: hoursAgo(index * 24 + 2.2),
    endedAt: hoursAgo(index * 24 + 2),
    lastEventAt: hoursAgo(index * 24 + 2),
    ...(index === 0 && { error: 'Executor lost: out of memory' }),
    inputs: [],
    outputs: [],
  }));
}

/** One run a day, each of which writes its partition. */
function partitionRuns(): LineageRun[] {
  return [19, 18].map(day => ({
    id: `run-load-${day}`,
    state: 'complete',
    lastEventAt: hoursAgo((20 - day) * 24),
    inputs: [],
    outputs: [
      {
        id: SAMPLE.raw,
        namespace: WAREHOUSE,
        name: 'raw.public.card_payments',
        partition: `date=2026-11-${day}`,
      },
    ],
  }));
}
