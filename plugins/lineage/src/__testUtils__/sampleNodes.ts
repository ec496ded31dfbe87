import { hoursAgo, namedNode } from './builders';

export const WAREHOUSE = 'postgres://warehouse.example:5432';
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
/** What loaded the payments before. */
const nightly = namedNode('job', AIRFLOW, 'payments.nightly_import', {
  type: 'batch',
  lastRun: { id: 'run-nightly', state: 'complete', at: hoursAgo(700) },
  lastSeen: hoursAgo(700),
});

/** Nodes that events alone name. */
export const NAMED = {
  raw,
  load,
  nightly,
  velocity,
  train,
  scratch,
  trial,
  tried,
  secret,
};

/** Ids of nodes of the sample world. */
export const SAMPLE = {
  raw: raw.id,
  load: load.id,
  velocity: velocity.id,
  train: train.id,
  scratch: scratch.id,
  trial: trial.id,
  tried: tried.id,
  secret: secret.id,
  nightly: nightly.id,
  transactions: 'dataset:default/card-transactions',
  view: 'featureview:default/card-velocity',
  feature: 'feature:default/card-velocity.payments_1h',
  model: 'model:default/fraud-score',
  checkout: 'component:default/checkout',
  disputes: 'component:default/disputes',
  api: 'api:default/fraud-score',
} as const;
