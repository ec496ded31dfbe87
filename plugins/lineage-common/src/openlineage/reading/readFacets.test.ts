import {
  dataset,
  datasetEvent,
  datasetKey,
  ETL,
  facet,
  job,
  jobEvent,
  jobKey,
  read,
  runEvent,
} from '../__testUtils__/events';

describe('facets of datasets and jobs', () => {
  const schema = facet({ fields: [{ name: 'id', type: 'int' }] });
  const statistics = facet({ rowCount: 7 });

  it('are statements about them, those of inputs and outputs too', () => {
    const facts = read(
      runEvent({
        job: { ...job('etl'), facets: { sql: facet({ query: 'select 1' }) } },
        inputs: [
          {
            ...dataset('a', { schema }),
            inputFacets: { inputStatistics: statistics },
          },
        ],
        outputs: [
          {
            ...dataset('b', { schema }),
            outputFacets: { outputStatistics: statistics },
          },
        ],
      }),
      true,
    );
    expect(facts.facets).toEqual([
      { node: ETL, name: 'sql', value: facet({ query: 'select 1' }) },
      { node: datasetKey('a'), name: 'schema', value: schema },
      { node: datasetKey('a'), name: 'inputStatistics', value: statistics },
      { node: datasetKey('b'), name: 'schema', value: schema },
      { node: datasetKey('b'), name: 'outputStatistics', value: statistics },
    ]);
  });

  it('are deleted by _deleted: true', () => {
    expect(
      read(datasetEvent({ schema: facet({ _deleted: true }) })).facets,
    ).toEqual([
      { node: datasetKey('orders'), name: 'schema', value: undefined },
    ]);
    expect(
      read(datasetEvent({ schema: facet({ _deleted: 'true' }) })).facets[0]
        .value,
    ).toBeDefined();
  });

  it('are said once by an event that says them twice: the last holds', () => {
    const facts = read(
      runEvent({
        inputs: [dataset('a', { tags: facet({ n: 1 }) })],
        outputs: [dataset('a', { tags: facet({ n: 2 }) })],
      }),
    );
    expect(facts.facets).toEqual([
      { node: datasetKey('a'), name: 'tags', value: facet({ n: 2 }) },
    ]);
  });

  it('may be null or without origin when reading is lenient', () => {
    expect(read(datasetEvent({ schema: null, tags: {} })).facets).toEqual([
      { node: datasetKey('orders'), name: 'tags', value: {} },
    ]);
  });

  it('of runs are not statements about anything else', () => {
    const facts = read(runEvent({}, { processing_engine: facet({}) }));
    expect(facts.facets).toEqual([]);
  });
});

describe('other names of a dataset', () => {
  const symlinks = (...identifiers: unknown[]) => facet({ identifiers });

  it('come from the symlinks facet', () => {
    const facets = {
      symlinks: symlinks(
        { ...dataset('table'), type: 'TABLE' },
        { ...dataset('place'), type: 'LOCATION' },
        { ...dataset('orders'), type: 'TABLE' },
      ),
    };
    const node = datasetKey('orders');
    const expected = [
      { node, other: datasetKey('table'), how: 'table-symlink' },
      { node, other: datasetKey('place'), how: 'symlink' },
    ];
    expect(read(datasetEvent(facets), true).otherNames).toEqual(expected);
    const asInput = runEvent({ inputs: [dataset('orders', facets)] });
    expect(read(asInput).otherNames).toEqual(expected);
    expect(read(asInput).names).toHaveProperty([datasetKey('place')]);
  });

  it('are those of the last symlinks facet in the event', () => {
    const named = (name: string) =>
      dataset('a', { symlinks: symlinks({ ...dataset(name), type: 'TABLE' }) });
    const facts = read(
      runEvent({ inputs: [named('x')], outputs: [named('y')] }),
    );
    expect(facts.otherNames.map(({ other }) => other)).toEqual([
      datasetKey('y'),
    ]);
  });

  it('are none once the facet was deleted', () => {
    const facets = { symlinks: facet({ _deleted: true }) };
    expect(read(datasetEvent(facets), true).otherNames).toEqual([]);
  });

  it('come from a rename', () => {
    const change = (content: object) =>
      read(datasetEvent({ lifecycleStateChange: facet({ ...content }) }), true)
        .otherNames;
    const previousIdentifier = dataset('old');
    expect(
      change({ lifecycleStateChange: 'RENAME', previousIdentifier }),
    ).toEqual([
      {
        node: datasetKey('orders'),
        other: datasetKey('old'),
        how: 'renamed-from',
      },
    ]);
    expect(change({ lifecycleStateChange: 'RENAME' })).toEqual([]);
    expect(
      change({ lifecycleStateChange: 'ALTER', previousIdentifier }),
    ).toEqual([]);
    expect(
      change({
        lifecycleStateChange: 'RENAME',
        previousIdentifier: dataset('orders'),
      }),
    ).toEqual([]);
  });

  it.each([
    [
      'dataset.facets.symlinks.identifiers[0].name is missing',
      { symlinks: symlinks({ namespace: 'x' }) },
    ],
    [
      'dataset.facets.symlinks.identifiers: 5 is not a list',
      { symlinks: facet({ identifiers: 5 }) },
    ],
    [
      "dataset.facets.symlinks.identifiers[0]: 'x' is not an object",
      { symlinks: symlinks('x') },
    ],
    [
      'dataset.facets.lifecycleStateChange.previousIdentifier.namespace is missing',
      {
        lifecycleStateChange: facet({
          lifecycleStateChange: 'RENAME',
          previousIdentifier: { name: 'x' },
        }),
      },
    ],
    [
      'dataset.facets.lifecycleStateChange.previousIdentifier: 5 is not an object',
      {
        lifecycleStateChange: facet({
          lifecycleStateChange: 'RENAME',
          previousIdentifier: 5,
        }),
      },
    ],
  ])('refuses: %s', (message, facets) => {
    expect(() => read(datasetEvent(facets))).toThrow(message);
  });
});

describe('version of a dataset', () => {
  const versionOf = (datasetVersion: unknown, strict = false) =>
    read(
      runEvent({
        inputs: [dataset('a', { version: facet({ datasetVersion }) })],
      }),
      strict,
    ).run?.facts.inputs[datasetKey('a')].version?.value;

  it('is kept with the run', () => {
    expect(versionOf('7', true)).toBe('7');
    expect(versionOf(7)).toBe('7');
    expect(versionOf(null)).toBeUndefined();
    expect(versionOf('a\u0000\ud800b')).toBe('a\ufffd\ufffdb');
    expect(versionOf('x'.repeat(5_000))).toHaveLength(1_024);
  });

  it('is refused when it is something else', () => {
    const message = 'inputs[0].facets.version.datasetVersion';
    expect(() => versionOf({})).toThrow(`${message}: an object is not a text`);
    expect(() => versionOf(7, true)).toThrow(`${message}: 7 is not a text`);
    expect(() => versionOf(undefined, true)).toThrow(`${message} is missing`);
  });
});

describe('facets of jobs named by others', () => {
  it('are statements about those jobs', () => {
    const jobType = facet({ jobType: 'DAG' });
    const parent = facet({
      run: { runId: '0193a5c0-0000-7000-8000-000000000001' },
      job: { ...job('dag.task'), facets: { jobType } },
      root: {
        run: { runId: '0193a5c0-0000-7000-8000-000000000002' },
        job: { ...job('dag'), facets: { jobType } },
      },
    });
    expect(read(runEvent({}, { parent }), true).facets).toEqual([
      { node: jobKey('dag.task'), name: 'jobType', value: jobType },
      { node: jobKey('dag'), name: 'jobType', value: jobType },
    ]);
  });

  it('of the own job come with a job event', () => {
    const facets = { ownership: facet({ owners: [{ name: 'team:risk' }] }) };
    expect(read(jobEvent({ job: { ...job('etl'), facets } })).facets).toEqual([
      { node: ETL, name: 'ownership', value: facets.ownership },
    ]);
  });
});
