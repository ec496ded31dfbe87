import {
  arrows,
  columnsFrom,
  dataset,
  datasetKey,
  ETL,
  facet,
  job,
  jobEvent,
  jobKey,
  read,
  runEvent,
} from '../__testUtils__/events';
import { datasets, edges, factsOf, nothing } from '../__testUtils__/edges';
import { edgesOfDeclared, edgesOfRun } from './edgesOfRun';

type Parts = Record<string, unknown>;

describe('edgesOfRun', () => {
  it('leads from all inputs through the job to all outputs', () => {
    expect(
      edges(
        runEvent({ inputs: datasets('a', 'b'), outputs: datasets('x', 'y') }),
      ),
    ).toEqual(['a -> etl', 'b -> etl', 'etl -> x', 'etl -> y']);
  });

  it('has inputs without outputs, outputs without inputs, and nothing of nothing', () => {
    expect(edges(runEvent({ inputs: datasets('a') }))).toEqual(['a -> etl']);
    expect(edges(runEvent({ outputs: datasets('x') }))).toEqual(['etl -> x']);
    expect(edges(runEvent())).toEqual([]);
  });

  it('lets a job read what it writes', () => {
    const event = runEvent({ inputs: datasets('a'), outputs: datasets('a') });
    expect(edges(event)).toEqual(['a -> etl', 'etl -> a']);
  });

  it('adds up what the events of a run name', () => {
    expect(
      edges(
        runEvent({ eventType: 'START', inputs: datasets('a') }),
        runEvent({ eventType: 'RUNNING', inputs: datasets('b') }),
        runEvent({ outputs: datasets('x') }),
      ),
    ).toEqual(['a -> etl', 'b -> etl', 'etl -> x']);
  });

  it('has the times of the statements it comes from', () => {
    const at = (second: number, parts: Parts) =>
      runEvent({ eventTime: `2026-11-25T08:00:0${second}Z`, ...parts });
    const facts = factsOf(
      at(1, { inputs: datasets('a') }),
      at(2, { inputs: datasets('b') }),
      at(3, {
        inputs: datasets('a'),
        outputs: [dataset('x', columnsFrom('a'))],
      }),
      at(4, { outputs: datasets('x') }),
    );
    const time = (second: number) => `2026-11-25T08:00:0${second}.000000000Z`;
    const step = { step: { output: datasetKey('x') } };
    expect(edgesOfRun(ETL, factsOf(at(1, { inputs: datasets('a') })))).toEqual([
      {
        source: { node: datasetKey('a') },
        target: { node: ETL },
        first: time(1),
        last: time(1),
      },
    ]);
    // b is named by no column: like a, it is a source.
    expect(arrows(edgesOfRun(ETL, facts))).toEqual([
      'a -> etl',
      'b -> etl',
      'etl -> x',
    ]);
    const some = factsOf(
      at(1, { inputs: datasets('a', 'b') }),
      at(3, { outputs: [dataset('x', columnsFrom('a'))] }),
      at(4, { outputs: [dataset('x'), dataset('y', columnsFrom('b'))] }),
    );
    expect(edgesOfRun(ETL, some)).toContainEqual({
      source: { node: datasetKey('a') },
      target: step,
      first: time(3),
      last: time(3),
    });
    expect(edgesOfRun(ETL, some)).toContainEqual({
      source: step,
      target: { node: datasetKey('x') },
      first: time(3),
      last: time(4),
    });
  });

  it('leads from jobs before to jobs after', () => {
    const jobDependencies = facet({
      upstream: [{ job: job('before') }, { job: job('etl') }],
      downstream: [{ job: job('after') }, { job: job('etl') }],
    });
    expect(edges(runEvent({}, { jobDependencies }))).toEqual([
      'before -> etl',
      'etl -> after',
    ]);
  });

  describe('of a job that states all it reads and writes at once', () => {
    const snapshot = (second: number, parts: Parts) =>
      runEvent({
        eventTime: `2026-11-25T08:00:0${second}Z`,
        eventType: 'RUNNING',
        job: {
          ...job('etl'),
          facets: {
            jobType: facet({
              emissionPattern: { eventContentMode: 'COMPLETE_SNAPSHOT' },
            }),
          },
        },
        ...parts,
      });

    it('has what the latest such event names', () => {
      const first = snapshot(1, {
        inputs: datasets('a', 'b'),
        outputs: datasets('x'),
      });
      const second = snapshot(2, {
        inputs: datasets('b'),
        outputs: datasets('y'),
      });
      expect(edges(first)).toEqual(['a -> etl', 'b -> etl', 'etl -> x']);
      expect(edges(first, second)).toEqual(['b -> etl', 'etl -> y']);
      expect(edges(second, first)).toEqual(['b -> etl', 'etl -> y']);
    });

    it('keeps it when the last event names nothing', () => {
      const running = snapshot(1, { inputs: datasets('a') });
      const end = snapshot(2, {
        eventType: 'COMPLETE',
        inputs: [],
        outputs: [],
      });
      expect(edges(running, end)).toEqual(['a -> etl']);
    });
  });
});

describe('edgesOfDeclared', () => {
  it('has the connections of the latest job event', () => {
    const { job: key = '', declared = nothing } = read(
      jobEvent({
        inputs: datasets('a', 'b'),
        outputs: [
          dataset('x', columnsFrom('a')),
          dataset('y', columnsFrom('b')),
        ],
      }),
    );
    expect(key).toBe(jobKey('etl'));
    expect(arrows(edgesOfDeclared(key, declared))).toEqual([
      'a -> [x]',
      'b -> [y]',
      '[x] -> x',
      '[y] -> y',
    ]);
  });
});
