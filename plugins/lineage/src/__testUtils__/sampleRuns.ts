import { LineageRun } from '@understudy/plugin-lineage-common';
import { hoursAgo } from './builders';
import { SAMPLE, WAREHOUSE } from './sampleNodes';

const AIRFLOW = 'airflow://pipelines.example';

/** Runs by the node that they are of, or that they wrote. */
export function sampleRuns(): Record<string, LineageRun[]> {
  return {
    [SAMPLE.velocity]: velocityRuns(),
    [SAMPLE.raw]: partitionRuns(),
    [SAMPLE.transactions]: loadRuns(),
    [SAMPLE.train]: trainRuns(),
    [SAMPLE.model]: trainRuns(),
  };
}

/** Daily; each snapshot of the transactions is read by ten of them. */
function velocityRuns(): LineageRun[] {
  return Array.from({ length: 26 }, (_, index) => ({
    id: `run-velocity-${index}`,
    job: {
      id: SAMPLE.velocity,
      namespace: AIRFLOW,
      name: 'payments.card_velocity',
    },
    state: index === 0 ? 'failed' : 'complete',
    startedAt: hoursAgo(index * 24 + 2.2),
    endedAt: hoursAgo(index * 24 + 2),
    lastEventAt: hoursAgo(index * 24 + 2),
    ...(index === 0 && { error: 'Executor lost: out of memory' }),
    inputs: [transactions(41 - Math.floor(index / 10))],
    outputs: [
      {
        id: SAMPLE.view,
        namespace: WAREHOUSE,
        name: 'features.public.card_velocity',
        partition: `run=${26 - index}`,
      },
    ],
  }));
}

function transactions(snapshot: number) {
  return {
    id: SAMPLE.transactions,
    namespace: WAREHOUSE,
    name: 'payments.public.card_transactions',
    version: `snapshot-${snapshot}`,
  };
}

/** Each writes a snapshot. */
function loadRuns(): LineageRun[] {
  return [41, 40, 39].map(snapshot => ({
    id: `run-load-snapshot-${snapshot}`,
    job: {
      id: SAMPLE.load,
      namespace: AIRFLOW,
      name: 'payments.load_card_payments',
    },
    state: 'complete',
    lastEventAt: hoursAgo((42 - snapshot) * 240),
    inputs: [],
    outputs: [transactions(snapshot)],
  }));
}

/** Each trains a version of the model. */
function trainRuns(): LineageRun[] {
  return [7, 6].map(version => ({
    id: `run-train-${version}`,
    job: { id: SAMPLE.train, namespace: AIRFLOW, name: 'fraud.train' },
    state: 'complete',
    lastEventAt: hoursAgo((8 - version) * 100),
    inputs: [transactions(version + 34)],
    outputs: [
      {
        id: SAMPLE.model,
        namespace: 'mlflow://tracking.example',
        name: 'fraud-score',
        version: String(version),
      },
    ],
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
