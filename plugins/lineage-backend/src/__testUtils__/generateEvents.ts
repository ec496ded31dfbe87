const DAY_MS = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 7, 1);
const origin = {
  _producer: 'https://example.com/producer',
  _schemaURL: 'https://example.com/schema',
};

type Random = () => number;

/**
 * Events of a few jobs that read and write the same few datasets, of every kind
 * and with everything that matters for the graph: made from a seed, so that a
 * failure can be had again.
 */
export function generateEvents(seed: number, count: number): object[] {
  const random = mulberry32(seed);
  // As they are sent: what is undefined is not there.
  return Array.from({ length: count }, () =>
    JSON.parse(JSON.stringify(generateEvent(random))),
  );
}

function generateEvent(random: Random): object {
  const kind = random();
  if (kind < 0.75) {
    return runEvent(random);
  }
  return kind < 0.9 ? jobEvent(random) : datasetEvent(random);
}

/** In an order that follows from the seed. */
export function shuffle<T>(items: readonly T[], seed: number): T[] {
  const random = mulberry32(seed);
  const shuffled = [...items];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = below(random, i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]];
  }
  return shuffled;
}

function mulberry32(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 2 ** 32;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function pick<T>(random: Random, items: readonly T[]): T {
  return items[below(random, items.length)];
}

function some<T>(random: Random, items: readonly T[], most: number): T[] {
  const count = below(random, most + 1);
  return [...new Set(Array.from({ length: count }, () => pick(random, items)))];
}

/** The datasets that the events speak of; of some of them parts, and other spellings. */
export const datasets = [
  ...Array.from({ length: 7 }, (_, i) => ({
    namespace: i % 2 ? 's3://lake' : 'postgres://db:5432',
    name: `data/${'abcdefg'[i]}`,
  })),
  { namespace: 's3://lake', name: 'data/b/dt=2026-01-01' },
  { namespace: 's3a://lake', name: 'data/b/dt=2026-01-02/part-0' },
  { namespace: 's3://lake', name: 'data/p_20260101' },
  { namespace: 's3://lake', name: 'data/p_20260102' },
  { namespace: 'postgresql://db:5432', name: 'data/c' },
];
/** The jobs that they are of. */
export const jobs = [
  ...Array.from({ length: 4 }, (_, i) => ({
    namespace: 'airflow',
    name: `dag${i % 2}.task${i}`,
  })),
  { namespace: 'airflow', name: 'dag1.task3_20260101' },
];
const dags = ['dag0', 'dag1'].map(name => ({ namespace: 'airflow', name }));

const runIds = Array.from(
  { length: 8 },
  (_, i) => `0192d0a0-0000-7000-8000-00000000000${i}`,
);

/** Few different times, so that some are the same; some far before the others. */
function eventTime(random: Random): string {
  const day = random() < 0.1 ? -200 : below(random, 100);
  const at = new Date(START + day * DAY_MS + below(random, 3) * 1000);
  return pick(random, [
    at.toISOString(),
    at.toISOString().replace('Z', '123456Z'),
    at.toISOString().replace('Z', '+00:00'),
  ]);
}

function envelope(random: Random): object {
  return {
    eventTime: eventTime(random),
    producer: origin._producer,
    schemaURL: origin._schemaURL,
  };
}

function runEvent(random: Random): object {
  const index = below(random, runIds.length);
  // Most runs are of one job, as they should be.
  const job = random() < 0.95 ? jobs[index % jobs.length] : pick(random, jobs);
  return {
    ...envelope(random),
    eventType: pick(random, [
      'START',
      'RUNNING',
      'COMPLETE',
      'COMPLETE',
      'FAIL',
      'ABORT',
      'OTHER',
      undefined,
    ]),
    run: {
      runId: random() < 0.9 ? runIds[index] : `scheduled__${index}`,
      facets: runFacets(random),
    },
    job: { ...job, facets: jobFacets(random) },
    inputs: some(random, datasets, 3).map(dataset => ({
      ...dataset,
      facets: { ...datasetFacets(random), ...ownLineage(random) },
    })),
    outputs: some(random, datasets, 2).map(dataset => ({
      ...dataset,
      facets: { ...datasetFacets(random), ...sourceFacets(random) },
      outputFacets: maybe(random, 0.2, () => ({
        outputStatistics: { ...origin, rowCount: below(random, 100) },
      })),
    })),
  };
}

function jobEvent(random: Random): object {
  return {
    ...envelope(random),
    job: { ...pick(random, jobs), facets: jobFacets(random) },
    inputs: maybe(random, 0.8, () =>
      some(random, datasets, 3).map(dataset => ({
        ...dataset,
        facets: ownLineage(random),
      })),
    ),
    outputs: maybe(random, 0.8, () => some(random, datasets, 2)),
  };
}

function datasetEvent(random: Random): object {
  return {
    ...envelope(random),
    dataset: {
      ...pick(random, datasets),
      facets: {
        ...datasetFacets(random),
        lineage: maybe(random, 0.5, () => lineageFacet(random)),
      },
    },
  };
}

function maybe<T>(
  random: Random,
  chance: number,
  make: () => T,
): T | undefined {
  return random() < chance ? make() : undefined;
}

function runFacets(random: Random): object {
  return {
    parent: maybe(random, 0.5, () => ({
      ...origin,
      run: { runId: pick(random, [...runIds, 'dag-run']) },
      job: pick(random, dags),
      root: maybe(random, 0.3, () => ({
        run: { runId: pick(random, runIds) },
        job: pick(random, dags),
      })),
    })),
    nominalTime: maybe(random, 0.2, () => ({
      ...origin,
      nominalStartTime: eventTime(random),
    })),
    errorMessage: maybe(random, 0.1, () => ({
      ...origin,
      message: `error ${below(random, 5)}`,
      programmingLanguage: 'python',
    })),
    tags: maybe(random, 0.2, () => ({
      ...origin,
      tags: [{ key: 'attempt', value: `${below(random, 3)}` }],
    })),
    jobDependencies: maybe(random, 0.15, () => ({
      ...origin,
      upstream: some(random, jobs, 2).map(job => ({ job })),
      downstream: some(random, jobs, 1).map(job => ({ job })),
    })),
  };
}

function jobFacets(random: Random): object {
  return {
    jobType: maybe(random, 0.3, () => ({
      ...origin,
      processingType: 'STREAMING',
      integration: 'FLINK',
      emissionPattern: maybe(random, 0.5, () => ({
        eventTrigger: 'PERIODIC',
        eventContentMode: 'COMPLETE_SNAPSHOT',
      })),
    })),
    documentation: maybe(random, 0.3, () => ({
      ...origin,
      description: `text ${below(random, 3)}`,
      _deleted: maybe(random, 0.3, () => true),
    })),
    lineage: maybe(random, 0.12, () => ({
      ...origin,
      entries: Array.from({ length: below(random, 3) }, () => ({
        ...pick(random, [
          { type: 'JOB' },
          { type: 'JOB', ...pick(random, jobs) },
          { type: 'DATASET', ...pick(random, datasets) },
          { type: 'DATASET', ...pick(random, datasets) },
        ]),
        inputs: some(random, datasets, 2).map(dataset => ({
          type: 'DATASET',
          ...dataset,
        })),
        fields: maybe(random, 0.4, () => lineageFields(random)),
      })),
    })),
  };
}

function datasetFacets(random: Random): object {
  return {
    schema: maybe(random, 0.4, () => ({
      ...origin,
      fields: [{ name: `column${below(random, 3)}`, type: 'INTEGER' }],
      _deleted: maybe(random, 0.15, () => true),
    })),
    symlinks: maybe(random, 0.2, () => ({
      ...origin,
      identifiers: some(random, datasets, 2).map(dataset => ({
        ...dataset,
        type: pick(random, ['TABLE', 'LOCATION']),
      })),
      _deleted: maybe(random, 0.2, () => true),
    })),
    lifecycleStateChange: maybe(random, 0.15, () => ({
      ...origin,
      ...pick(random, [
        { lifecycleStateChange: 'OVERWRITE' },
        { lifecycleStateChange: 'DROP' },
        {
          lifecycleStateChange: 'RENAME',
          previousIdentifier: pick(random, datasets),
        },
      ]),
    })),
    version: maybe(random, 0.3, () => ({
      ...origin,
      datasetVersion: `v${below(random, 4)}`,
    })),
  };
}

/** What an input says that it was made from, before. */
function ownLineage(random: Random): object {
  return { lineage: maybe(random, 0.15, () => lineageFacet(random)) };
}

/** What an output says that it was made from. */
function sourceFacets(random: Random): object {
  return {
    columnLineage: maybe(random, 0.35, () => ({
      ...origin,
      fields: Object.fromEntries(
        ['x', 'y'].map(column => [
          column,
          {
            inputFields: some(random, datasets, 2).map(dataset => ({
              ...dataset,
              field: 'id',
            })),
          },
        ]),
      ),
      dataset: maybe(random, 0.3, () =>
        some(random, datasets, 1).map(dataset => ({ ...dataset, field: 'id' })),
      ),
      _deleted: maybe(random, 0.15, () => true),
    })),
    lineage: maybe(random, 0.12, () => lineageFacet(random)),
  };
}

function lineageFacet(random: Random): object {
  return {
    ...origin,
    inputs: pick(random, [
      some(random, datasets, 2).map(dataset => ({
        type: 'DATASET',
        ...dataset,
      })),
      [{ type: 'JOB', ...pick(random, jobs) }],
      [],
    ]),
    fields: maybe(random, 0.6, () => lineageFields(random)),
    _deleted: maybe(random, 0.2, () => true),
  };
}

function lineageFields(random: Random): object {
  return Object.fromEntries(
    some(random, ['x', 'y', 'z'], 3).map(field => [
      field,
      {
        inputs: some(random, datasets, 2).map(dataset => ({
          type: 'DATASET',
          ...dataset,
          field: pick(random, ['id', 'x']),
          transformations: maybe(random, 0.3, () => [{ type: 'INDIRECT' }]),
        })),
      },
    ]),
  );
}
