import { randomUUID } from 'node:crypto';
import { createRandom } from './random.mjs';

/** @typedef {import('./readSampleEvents.mjs').LineageEvent} LineageEvent */

const DAY_MS = 86_400_000;
const TABLES = 12;
const JOBS = 10;

/**
 * Events about few things that contradict, repeat and overtake each other in
 * every way that the specification allows: whatever a receiver could make
 * depend on their order.
 *
 * @param {{ now: Date, count: number, seed: number }} options
 * @returns {LineageEvent[]} in the order of their times
 */
export function troublesomeEvents({ now, count, seed }) {
  const random = createRandom(seed);
  /** @param {number} below */
  const number = below => Math.floor(random() * below);
  /** @param {readonly any[]} items */
  const oneOf = items => items[number(items.length)];

  // Times are few, so that many events have the same one; some are long ago.
  const times = Array.from({ length: 25 }, (_, index) => {
    const days = index < 5 ? 40 + index * 10 : random() * 10;
    return new Date(now.getTime() - days * DAY_MS - 60_000).toISOString();
  });
  const runs = Array.from({ length: 30 }, (_, index) =>
    index % 10 === 0 ? `manual__${index} nicht als UUID` : randomUUID(),
  );

  const table = () => ({
    namespace: oneOf(['postgres://trouble:5432', 'postgresql://trouble:5432']),
    name: `db.öffentlich.t${number(TABLES)}`,
  });
  const job = () => ({ namespace: 'trouble', name: `job ${number(JOBS)}` });
  const tables = () => Array.from({ length: number(4) }, table);
  /** @param {object} content */
  const facet = content => ({
    _producer: 'https://producer.example.com',
    _schemaURL: 'https://producer.example.com/facet.json',
    ...content,
  });

  const datasetFacets = () => ({
    ...(random() < 0.3 && {
      schema: facet({ fields: [{ name: `f${number(5)}`, type: 'int' }] }),
    }),
    ...(random() < 0.1 && { schema: facet({ _deleted: true }) }),
    ...(random() < 0.06 && {
      symlinks: facet({
        identifiers: [{ ...table(), type: oneOf(['TABLE', 'LOCATION']) }],
      }),
    }),
    ...(random() < 0.02 && { symlinks: facet({ _deleted: true }) }),
    ...(random() < 0.03 && {
      lifecycleStateChange: facet({
        lifecycleStateChange: 'RENAME',
        previousIdentifier: table(),
      }),
    }),
    ...(random() < 0.03 && {
      lifecycleStateChange: facet({ lifecycleStateChange: 'DROP' }),
    }),
    ...(random() < 0.05 && {
      lineage: facet({
        inputs: [...tables(), job()].map(input => ({
          ...input,
          type: input.namespace === 'trouble' ? 'JOB' : 'DATASET',
        })),
      }),
    }),
  });
  const read = () => ({
    ...table(),
    facets: datasetFacets(),
    ...(random() < 0.1 && {
      inputFacets: {
        dataQualityAssertions: facet({
          assertions: [{ assertion: 'not_null', success: random() < 0.5 }],
        }),
      },
    }),
  });
  const written = () => ({
    ...table(),
    facets: {
      ...datasetFacets(),
      ...(random() < 0.15 && {
        columnLineage: facet({
          fields: {
            a: { inputFields: [{ ...table(), field: `f${number(5)}` }] },
          },
          dataset: random() < 0.5 ? [{ ...table(), field: 'a' }] : [],
        }),
      }),
      ...(random() < 0.1 && {
        version: facet({ datasetVersion: String(number(5)) }),
      }),
    },
  });
  const jobFacets = () => ({
    ...(random() < 0.1 && {
      jobType: facet({
        processingType: 'STREAMING',
        integration: 'TROUBLE',
        emissionPattern: {
          eventTrigger: 'PERIODIC',
          eventContentMode: oneOf(['COMPLETE_SNAPSHOT', 'ACCUMULATIVE']),
        },
      }),
    }),
    ...(random() < 0.06 && {
      lineage: facet({
        entries: [
          {
            ...(random() < 0.5
              ? { ...table(), type: 'DATASET' }
              : { ...job(), type: 'JOB' }),
            inputs: [
              ...tables().map(input => ({ ...input, type: 'DATASET' })),
              { type: 'JOB' },
            ],
          },
        ],
      }),
    }),
    ...(random() < 0.1 && {
      documentation: facet({ description: `Nr. ${number(100)}` }),
    }),
  });
  const runFacets = () => ({
    ...(random() < 0.2 && {
      parent: facet({ run: { runId: oneOf(runs) }, job: job() }),
    }),
    ...(random() < 0.05 && {
      jobDependencies: facet({
        upstream: [{ job: job() }],
        downstream: [{ job: job() }],
      }),
    }),
    ...(random() < 0.1 && {
      errorMessage: facet({
        message: `Fehler ${number(9)}`,
        programmingLanguage: 'python',
      }),
    }),
  });

  // A run belongs to one job: which one must not depend on who speaks first.
  const jobOfRun = new Map(runs.map(run => [run, job()]));
  const common = () => ({
    eventTime: oneOf([
      (/** @type {string} */ time) => time,
      (/** @type {string} */ time) => time.replace('Z', '123456Z'),
      (/** @type {string} */ time) => time.replace('Z', ''),
      (/** @type {string} */ time) => time.replace('Z', '+00:00'),
    ])(oneOf(times)),
    producer: 'https://producer.example.com',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
  });
  const runEvent = () => {
    const runId = oneOf(runs);
    return {
      ...common(),
      ...(random() < 0.95 && {
        eventType: oneOf([
          'START',
          'START',
          'RUNNING',
          'COMPLETE',
          'COMPLETE',
          'FAIL',
          'ABORT',
          'OTHER',
        ]),
      }),
      run: { runId, facets: runFacets() },
      job: { ...jobOfRun.get(runId), facets: jobFacets() },
      inputs: Array.from({ length: number(4) }, read),
      outputs: Array.from({ length: number(3) }, written),
    };
  };
  const jobEvent = () => ({
    ...common(),
    job: { ...job(), facets: jobFacets() },
    ...(random() < 0.8 && { inputs: tables() }),
    ...(random() < 0.8 && { outputs: tables() }),
  });
  const datasetEvent = () => ({
    ...common(),
    dataset: { ...table(), facets: datasetFacets() },
  });

  return Array.from({ length: count }, () => {
    const kind = random();
    if (kind < 0.75) {
      return runEvent();
    }
    return kind < 0.9 ? jobEvent() : datasetEvent();
  }).sort((a, b) => timeOf(a) - timeOf(b));
}

/** @param {LineageEvent} event */
function timeOf({ eventTime }) {
  const hasZone = /(Z|\+00:00)$/.test(eventTime);
  return Date.parse(hasZone ? eventTime : `${eventTime}Z`);
}
