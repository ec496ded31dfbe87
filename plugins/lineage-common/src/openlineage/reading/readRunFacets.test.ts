import {
  dataset,
  ETL,
  facet,
  job,
  jobKey,
  read,
  RUN_ID,
  runEvent,
} from '../__testUtils__/events';

const PARENT = '0193a5c0-0000-7000-8000-000000000001';
const ROOT = '0193a5c0-0000-7000-8000-000000000002';

const readRun = (facets: Record<string, unknown>, strict = false) =>
  read(runEvent({}, facets), strict);

describe('parent', () => {
  it('is the run it is part of', () => {
    const parent = facet({
      run: { runId: PARENT.toUpperCase() },
      job: job('dag'),
      root: { run: { runId: ROOT }, job: job('root') },
    });
    const facts = readRun({ parent }, true);
    expect(facts.run?.facts.parent?.value).toEqual({
      runId: PARENT,
      job: jobKey('dag'),
    });
    expect(facts.otherRuns).toEqual([
      { id: PARENT, job: jobKey('dag') },
      { id: ROOT, job: jobKey('root') },
    ]);
  });

  it('named once when it is the root too, and never the run itself', () => {
    const same = facet({
      run: { runId: PARENT },
      root: { run: { runId: PARENT }, job: job('dag') },
    });
    expect(readRun({ parent: same }).otherRuns).toEqual([
      { id: PARENT, job: jobKey('dag') },
    ]);
    const own = facet({
      run: { runId: RUN_ID },
      job: job('etl'),
      root: { run: { runId: RUN_ID }, job: job('etl') },
    });
    expect(readRun({ parent: own })).toMatchObject({ otherRuns: [] });
    expect(readRun({ parent: own }).run?.facts.parent).toBeUndefined();
  });

  it('has an id made from what is no UUID', () => {
    const parent = facet({ run: { runId: 'dag-1' }, job: job('dag') });
    const [other] = readRun({ parent }).otherRuns;
    expect(other).toMatchObject({ originalId: 'dag-1' });
    const own = read(runEvent({ run: { runId: 'dag-1' } }));
    expect(own.run).toMatchObject({ id: other.id, originalId: 'dag-1' });
  });

  it.each([
    ['run.facets.parent.run is missing', { job: job('dag') }],
    ['run.facets.parent.run.runId is missing', { run: {} }],
    ['run.facets.parent.run: 5 is not an object', { run: 5 }],
    [
      'run.facets.parent.job.name is missing',
      { run: { runId: PARENT }, job: { namespace: 'a' } },
    ],
    [
      'run.facets.parent.root.run is missing',
      { run: { runId: PARENT }, root: {} },
    ],
    [
      "run.facets.parent.root: 'x' is not an object",
      { run: { runId: PARENT }, root: 'x' },
    ],
  ])('refuses: %s', (message, parent) => {
    expect(() => readRun({ parent })).toThrow(message);
  });

  it('needs a job when reading is strict', () => {
    const parent = facet({ run: { runId: PARENT } });
    expect(() => readRun({ parent }, true)).toThrow(
      'run.facets.parent.job is missing',
    );
    expect(readRun({ parent }).run?.facts.parent?.value).toEqual({
      runId: PARENT,
    });
  });
});

describe('nominalTime', () => {
  const nominalOf = (content: object, strict = false) =>
    readRun({ nominalTime: facet({ ...content }) }, strict).run?.facts.nominal
      ?.value;

  it('is kept', () => {
    const nominalStartTime = '2026-11-24T00:00:00Z';
    const start = '2026-11-24T00:00:00.000000000Z';
    expect(
      nominalOf({ nominalStartTime, nominalEndTime: '2099-01-01T00:00:00Z' }),
    ).toEqual({ start, end: '2099-01-01T00:00:00.000000000Z' });
    expect(nominalOf({ nominalStartTime, nominalEndTime: null }, true)).toEqual(
      { start },
    );
    expect(nominalOf({ nominalStartTime: 'None' })).toEqual({});
  });

  it.each([
    [false, { nominalStartTime: 5 }, 'nominalStartTime: 5 is not a text'],
    [true, {}, 'nominalStartTime is missing'],
    [true, { nominalStartTime: 'None' }, "nominalStartTime: 'None' is not"],
  ])('strict %p refuses %j', (strict, content, message) => {
    expect(() => nominalOf(content, strict)).toThrow(
      `run.facets.nominalTime.${message}`,
    );
  });
});

describe('errorMessage', () => {
  const errorOf = (content: object, strict = false) =>
    readRun({ errorMessage: facet({ ...content }) }, strict).run?.facts.error
      ?.value;

  it('is kept, cut, without what cannot be stored', () => {
    expect(errorOf({ message: 'failed' }, true)).toBe('failed');
    expect(errorOf({ message: 'x'.repeat(9_000) })).toHaveLength(2_000);
    expect(errorOf({ message: 'a\u0000b' })).toBe('a\ufffdb');
    expect(errorOf({})).toBeUndefined();
  });

  it('is refused when it is no text', () => {
    expect(() => errorOf({ message: 5 })).toThrow(
      'run.facets.errorMessage.message: 5 is not a text',
    );
    expect(() => errorOf({}, true)).toThrow(
      'run.facets.errorMessage.message is missing',
    );
  });
});

describe('tags', () => {
  const tagsOf = (tags: unknown, strict = false) =>
    readRun({ tags: facet({ tags }) }, strict).run?.facts.tags?.value;

  it('are kept in their order', () => {
    const tags = [
      { key: 'team', value: 'risk', source: 'AIRFLOW' },
      { key: 'backfill', value: 'true' },
    ];
    expect(tagsOf(tags, true)).toEqual(tags);
  });

  it('are read as far as they make sense, unless reading is strict', () => {
    expect(
      tagsOf([
        5,
        { value: 'no key' },
        { key: ' ' },
        { key: 'tries', value: 3 },
        { key: 'alone', value: null },
        { key: 'long', value: 'x'.repeat(1_000) },
      ]),
    ).toEqual([
      { key: 'tries', value: '3' },
      { key: 'alone' },
      { key: 'long', value: 'x'.repeat(256) },
    ]);
    expect(tagsOf([])).toEqual([]);
  });

  it.each([['none'], [null], [[5, {}]]])('%j says nothing', tags => {
    expect(tagsOf(tags)).toBeUndefined();
  });

  it('are at most fifty', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      key: `k${index}`,
      value: 'true',
    }));
    expect(tagsOf(many)).toEqual(many.slice(0, 50));
  });

  it.each([
    ['x', "tags: 'x' is not a list"],
    [[5], 'tags[0]: 5 is not an object'],
    [[{ value: 'a' }], 'tags[0].key is missing'],
    [[{ key: 'a', value: 1 }], 'tags[0].value: 1 is not a text'],
  ])('%j is refused when reading is strict', (tags, message) => {
    expect(() => tagsOf(tags, true)).toThrow(`run.facets.tags.${message}`);
  });
});

describe('processing_engine', () => {
  const engineOf = (content: object, strict = false) =>
    readRun({ processing_engine: facet({ ...content }) }, strict).run?.facts
      .engine?.value;

  it('is kept with its version', () => {
    expect(
      engineOf({
        name: 'spark',
        version: '3.5.1',
        openlineageAdapterVersion: '1.52.0',
      }),
    ).toEqual({ name: 'spark', version: '3.5.1' });
    expect(engineOf({ version: '2.9' }, true)).toEqual({ version: '2.9' });
    expect(engineOf({ name: {}, version: [] })).toBeUndefined();
  });

  it('needs a version when reading is strict', () => {
    expect(() => engineOf({ name: 'spark' }, true)).toThrow(
      'run.facets.processing_engine.version is missing',
    );
  });
});

describe('jobDependencies', () => {
  it('names jobs before and after', () => {
    const jobDependencies = facet({
      upstream: [{ job: job('b') }, { job: job('a') }, { job: job('a') }],
      downstream: [{ job: job('c'), run: { runId: PARENT } }],
    });
    const facts = readRun({ jobDependencies }, true);
    expect(facts.run?.facts.dependencies?.value).toEqual({
      upstream: [jobKey('a'), jobKey('b')],
      downstream: [jobKey('c')],
    });
    expect(facts.names).toHaveProperty([jobKey('c')]);
  });

  it('refuses a dependency without a job', () => {
    const jobDependencies = { upstream: [{}] };
    expect(() => readRun({ jobDependencies })).toThrow(
      'run.facets.jobDependencies.upstream[0].job is missing',
    );
  });
});

describe('state of a run', () => {
  const TIME = '2026-11-25T08:00:00.000000000Z';
  const factsOf = (eventType: string) =>
    read(runEvent({ eventType }), true).run?.facts;

  it('is said by the type of the event', () => {
    expect(factsOf('START')).toMatchObject({ start: TIME, running: true });
    expect(factsOf('RUNNING')).toMatchObject({ running: true, first: TIME });
    expect(factsOf('RUNNING')).not.toHaveProperty('start');
    expect(factsOf('OTHER')).not.toHaveProperty('running');
    const ended = { at: TIME, hash: expect.stringMatching(/^[0-9a-f]{16}$/) };
    expect(factsOf('COMPLETE')?.terminal).toEqual({ ...ended, rank: 1 });
    expect(factsOf('ABORT')?.terminal).toEqual({ ...ended, rank: 2 });
    expect(factsOf('FAIL')?.terminal).toEqual({ ...ended, rank: 3 });
  });
});

describe('snapshots', () => {
  const event = (inputs: unknown[], eventContentMode: string) =>
    runEvent({
      job: {
        ...job('etl'),
        facets: {
          jobType: facet({
            processingType: 'STREAMING',
            integration: 'FLINK',
            emissionPattern: { eventContentMode },
          }),
        },
      },
      inputs,
    });
  const isSnapshot = (value: unknown) => {
    const facts = read(value, true).run?.facts;
    return facts?.snapshot !== undefined && facts.snapshot === facts.last;
  };

  it('are events of jobs that say so and that name a dataset', () => {
    expect(isSnapshot(event([dataset('a')], 'COMPLETE_SNAPSHOT'))).toBe(true);
    expect(isSnapshot(event([dataset('a')], 'ACCUMULATIVE'))).toBe(false);
    expect(isSnapshot(event([], 'COMPLETE_SNAPSHOT'))).toBe(false);
    expect(isSnapshot(runEvent({ inputs: [dataset('a')] }))).toBe(false);
  });

  it('have the own job', () => {
    expect(read(event([], 'COMPLETE_SNAPSHOT')).job).toBe(ETL);
  });
});
