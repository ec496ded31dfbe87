import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  arrows,
  dataset,
  datasetKey,
  ETL,
  job,
  read,
  runEvent,
} from './__testUtils__/events';
import { edgesOfRun } from './edges/edgesOfRun';
import { EventFacts, RunFacts } from './facts';
import { mergeRunFacts } from './merging/mergeRunFacts';
import { summarizeRun } from './merging/summarizeRun';
import { parseNameKey } from './names';
import { sanitizeOpenLineageEvent } from './sanitize/sanitizeOpenLineageEvent';

type Json = Record<string, unknown>;

const repository = resolve(__dirname, '../../../..');
const samples = resolve(repository, '../shared/samples/openlineage');
const hasSamples = existsSync(samples);
if (!hasSamples) {
  // eslint-disable-next-line no-console
  console.info(`Skipped: the samples of OpenLineage are not in ${samples}`);
}
const describeSamples = hasSamples ? describe : describe.skip;

function load(folder: string): [file: string, value: Json][] {
  const directory = resolve(samples, folder);
  return hasSamples
    ? readdirSync(directory)
        .sort()
        .map(file => [
          file,
          JSON.parse(readFileSync(resolve(directory, file), 'utf8')),
        ])
    : [];
}

const edges = ({ job: key = '', run }: EventFacts) =>
  run ? arrows(edgesOfRun(key, run.facts)) : [];

describeSamples('the events of Airflow', () => {
  const events = load('airflow').map(([, value]) => value);

  it('are 32, hold no secrets, and are read by both ways of reading', () => {
    expect(events).toHaveLength(32);
    for (const event of events) {
      expect(sanitizeOpenLineageEvent(event)).toEqual({
        value: event,
        changes: [],
      });
      expect(read(event, true)).toEqual(read(event, false));
    }
  });

  it('make runs that have ended, and the connections of each job', () => {
    const runs = new Map<string, { job: string; facts: RunFacts }>();
    for (const event of events) {
      const { job: key = '', run } = read(event);
      if (run) {
        const known = runs.get(run.id)?.facts;
        runs.set(run.id, {
          job: key,
          facts: known ? mergeRunFacts(known, run.facts) : run.facts,
        });
      }
    }
    const connections = Object.fromEntries(
      [...runs.values()].map(({ job: key, facts }) => [
        parseNameKey(key).name,
        arrows(edgesOfRun(key, facts)),
      ]),
    );
    expect(connections).toEqual({
      BQ: [],
      'BQ.upload': [
        'copied.csv -> BQ.upload',
        'test.csv -> BQ.upload',
        'BQ.upload -> mock-project.test.upload',
      ],
      'BQ.copy': [
        'mock-project.test.upload -> BQ.copy',
        'BQ.copy -> mock-project.test.upload_cp',
      ],
      'BQ.download': [
        'mock-project.test.upload_cp -> BQ.download',
        'BQ.download -> result.csv',
      ],
      dag: [],
      'dag.task_0': [],
      gcs_hook: [],
      'gcs_hook.upload_for_deletion': [
        'gcs_hook.upload_for_deletion -> to_be_deleted.txt',
      ],
      'gcs_hook.upload_from_file': [
        '/files/temp/data.txt -> gcs_hook.upload_from_file',
        'gcs_hook.upload_from_file -> uploaded_file.txt',
      ],
      'gcs_hook.delete': ['to_be_deleted.txt -> gcs_hook.delete'],
      'gcs_hook.upload_from_data': [
        'gcs_hook.upload_from_data -> uploaded_data.txt',
      ],
      'gcs_hook.rewrite_task': [
        'uploaded_file.txt -> gcs_hook.rewrite_task',
        'gcs_hook.rewrite_task -> copy_of_uploaded_file.txt',
      ],
      'gcs_hook.copy_task': [
        'uploaded_data.txt -> gcs_hook.copy_task',
        'gcs_hook.copy_task -> copy_of_uploaded_data.txt',
      ],
      'gcs_hook.download_to_file': [
        'uploaded_file.txt -> gcs_hook.download_to_file',
        'gcs_hook.download_to_file -> /files/temp/downloaded_file.txt',
      ],
      'gcs_hook.download_to_data': [
        'uploaded_data.txt -> gcs_hook.download_to_data',
      ],
      'gcs_hook.compose_task': [
        'copy_of_uploaded_data.txt -> gcs_hook.compose_task',
        'copy_of_uploaded_file.txt -> gcs_hook.compose_task',
        'uploaded_data.txt -> gcs_hook.compose_task',
        'uploaded_file.txt -> gcs_hook.compose_task',
        'gcs_hook.compose_task -> compose_result.txt',
      ],
    });
    for (const { facts } of runs.values()) {
      expect(summarizeRun(facts)).toMatchObject({
        state: 'complete',
        startedAt: facts.start,
      });
    }
  });

  it('name the run of the DAG as the parent of the runs of its tasks', () => {
    const tasks = events
      .map(event => read(event))
      .filter(facts => facts.job?.includes('.'));
    expect(tasks.length).toBeGreaterThan(20);
    for (const { otherRuns, run } of tasks) {
      expect(run?.facts.parent?.value).toMatchObject({
        runId: otherRuns[0].id,
        job: otherRuns[0].job,
      });
    }
  });
});

/** Where a facet of the specification belongs, from the name of its file. */
function embed(file: string, facets: Json): Json {
  const entries = (facets.lineage as Json | undefined)?.entries;
  if (/RunFacet/.test(file)) {
    return runEvent({}, facets);
  }
  if (/JobFacet/.test(file) || entries) {
    return runEvent({ job: { ...job('etl'), facets } });
  }
  if (/InputDatasetFacet/.test(file)) {
    return runEvent({ inputs: [{ ...dataset('a'), inputFacets: facets }] });
  }
  if (/OutputDatasetFacet/.test(file)) {
    return runEvent({ outputs: [{ ...dataset('x'), outputFacets: facets }] });
  }
  return runEvent({ outputs: [dataset('x', facets)] });
}

describeSamples('the facets of the specification', () => {
  const files = load('facets');
  const facetFiles = files.filter(([file]) => file.includes('__'));
  const readFile = (name: string) => {
    const [file, facets] = files.find(([other]) => other.includes(name)) ?? [];
    return read(embed(file ?? '', facets ?? {}), true);
  };

  it('are read by both ways of reading, as statements about what they are on', () => {
    expect(facetFiles).toHaveLength(46);
    for (const [file, facets] of facetFiles) {
      expect(read(embed(file, facets), true)).toEqual(
        read(embed(file, facets)),
      );
    }
    const ofRuns = facetFiles.filter(([file]) => file.includes('RunFacet'));
    expect(ofRuns).toHaveLength(9);
    for (const [file, facets] of facetFiles) {
      const stated = read(embed(file, facets)).facets.filter(
        ({ node }) => node === ETL || parseNameKey(node).namespace === 'db',
      );
      expect([file, stated.map(({ name, value }) => [name, value])]).toEqual([
        file,
        file.includes('RunFacet') ? [] : Object.entries(facets),
      ]);
    }
  });

  it('hold no secrets but the values of environment variables', () => {
    for (const [file, facets] of facetFiles) {
      const { changes } = sanitizeOpenLineageEvent(embed(file, facets));
      expect(changes).toHaveLength(file.startsWith('Environment') ? 2 : 0);
    }
  });

  it.each([
    [
      'ColumnLineageDatasetFacet__1',
      ['CUSTOMERS -> etl', 'DISCOUNTS -> etl', 'etl -> x'],
    ],
    [
      'ColumnLineageDatasetFacet__2',
      ['/iceberg_warehouse/some-database/people -> etl', 'etl -> x'],
    ],
    [
      'LineageFacet__dataset-to-dataset',
      ['public.customers -> etl', 'etl -> x'],
    ],
    ['LineageFacet__dataset-to-job', ['public.staging_orders -> daily.load']],
    ['LineageFacet__generator', ['etl -> public.extracted_data']],
    ['LineageFacet__implicit-job', ['public.transactions -> etl']],
    ['LineageFacet__job-to-dataset', ['daily.extract -> public.daily_summary']],
    ['LineageFacet__job-to-job', ['daily.transform -> daily.load']],
    [
      'LineageFacet__mixed-sources',
      [
        'public.orders -> etl',
        'etl -> public.enriched_orders',
        'daily.enrichment -> public.enriched_orders',
      ],
    ],
    ['SchemaDatasetFacet', ['etl -> x']],
  ])('%s makes %j', (file, expected) => {
    expect(edges(readFile(file))).toEqual(expected);
  });

  it('give other names, versions, parents, times and errors', () => {
    const node = datasetKey('x');
    expect(readFile('Symlinks').otherNames).toEqual([
      {
        node,
        other: 'dataset\n/tmp/alter_test\ndefault.alter_table_test_new',
        how: 'table-symlink',
      },
    ]);
    expect(readFile('LifecycleStateChange').otherNames).toEqual([
      {
        node,
        other: 'dataset\nfile\n/tmp/alter_test/alter_table_test',
        how: 'renamed-from',
      },
    ]);
    const { run } = readFile('DatasetVersion');
    expect(run?.facts.outputs[node].version?.value).toBe('2');
    expect(readFile('ParentRunFacet__2').otherRuns).toEqual([
      {
        id: 'f99310b4-3c3c-1a1a-2b2b-c1b95c24ff11',
        job: 'job\nairflow\nmy_dag.my_task',
      },
      {
        id: 'a0000000-3c3c-1a1a-2b2b-c1b95c24ff11',
        job: 'job\nairflow\nmy_dag',
      },
    ]);
    expect(readFile('NominalTime').run?.facts.nominal?.value).toEqual({
      start: '2020-01-01T04:00:00.001000000Z',
      end: '2020-01-02T04:00:00.001000000Z',
    });
    expect(readFile('ErrorMessage').run?.facts.error?.value).toBe('failed');
  });

  it('are in the example of a whole event, which has run, job and dataset', () => {
    const [, event] = files.find(([file]) => file.startsWith('example')) ?? [];
    const facts = read(event, true);
    expect(facts).toMatchObject({
      kind: 'run',
      job: 'job\nfood_delivery\ndbt',
      run: { id: 'f69a6e9b-9bac-3c9a-9cf6-eacb70ecc9a9' },
    });
    expect(facts.job).not.toBe(ETL);
  });
});
