import {
  buildEntity,
  buildGroup,
  edge,
  entityNode,
  hoursAgo,
} from './builders';
import { sampleFields } from './sampleFields';
import { NAMED, SAMPLE, WAREHOUSE } from './sampleNodes';
import { sampleRuns } from './sampleRuns';
import { World } from './World';

export { SAMPLE } from './sampleNodes';

/** Before that the payments came from elsewhere. */
const CHANGED = hoursAgo(700);

/** How fraud scores come about at a bank: raw payments to what blocks them. */
export function sampleWorld(): World {
  const { raw, load, velocity, train, scratch, trial, tried, secret } = NAMED;
  const { nightly } = NAMED;
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
      nightly,
      entityNode(SAMPLE.model, { lastSeen: hoursAgo(0.5) }),
      entityNode(SAMPLE.api),
      entityNode(SAMPLE.checkout),
      entityNode(SAMPLE.disputes),
    ],
    edges: [
      edge(raw.id, load.id, 'observed', { since: CHANGED }),
      edge(load.id, SAMPLE.transactions, 'observed', { since: CHANGED }),
      edge(nightly.id, SAMPLE.transactions, 'observed', { until: CHANGED }),
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
      buildEntity('System', 'card-safety', { title: 'Card safety' }),
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
          field: 'payments_1h',
        }),
        relations: [{ type: 'partOf', targetRef: SAMPLE.view }],
      },
      buildEntity('Model', 'fraud-score', {
        title: 'Fraud score',
        owner: 'group:default/fraud',
        system: 'card-safety',
        type: 'classifier',
        lifecycle: 'production',
      }),
      buildEntity('API', 'fraud-score', {
        title: 'Fraud score API',
        owner: 'fraud',
        system: 'card-safety',
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
    runs: sampleRuns(),
    fields: sampleFields(),
    owners: {
      [SAMPLE.raw]: ['team:payments', 'ada@bank.example'],
      [SAMPLE.train]: ['Fraud squad'],
    },
  };
}
