import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { readOpenLineageEvent } from '@understudy/plugin-lineage-common';
import { parseAllDocuments } from 'yaml';
import { keyOf } from './keyOf';
import { datasetsAt, type DatasetName } from './SampleJob';
import { sampleEvents } from './sampleEvents';
import { sampleJobs } from './sampleJobs';
import { datasetsWithSchema, schemaOf } from './schemas';

const NOW = new Date('2026-11-25T12:00:00.000Z');
const DAY_MS = 86_400_000;

interface Event {
  eventType?: string;
  eventTime: string;
  run?: { runId: string; facets: JsonObject };
  job?: { namespace: string; name: string; facets: JsonObject };
  dataset?: DatasetName & { facets: JsonObject };
  inputs?: (DatasetName & { facets?: JsonObject; inputFacets?: JsonObject })[];
  outputs?: (DatasetName & { facets?: JsonObject })[];
}

const eventsAt = (now: Date) => sampleEvents(now) as unknown as Event[];

interface Physical {
  namespace: string;
  name?: string;
  environment: string;
}

function readCatalog(): Entity[] {
  const root = resolve(__dirname, '../../catalog');
  return (
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      // Contracts are included by the entities they are of.
      .filter(file => /(?<!\.contract)\.yaml$/.test(file))
      .flatMap(file =>
        parseAllDocuments(readFileSync(join(root, file), 'utf8')),
      )
      .map(document => document.toJS())
  );
}

const entities = readCatalog();
const events = eventsAt(NOW);
const seen = new Set(
  events.flatMap(({ inputs = [], outputs = [], dataset }) =>
    [...inputs, ...outputs, ...(dataset ? [dataset] : [])].map(keyOf),
  ),
);

describe('sampleEvents', () => {
  it('is the same for the same time', () => {
    expect(eventsAt(NOW)).toEqual(events);
  });

  it('adds to what was there before, and changes nothing', () => {
    const later = new Set(
      eventsAt(new Date(NOW.getTime() + 3 * DAY_MS)).map(e =>
        JSON.stringify(e),
      ),
    );
    const gone = events.filter(e => !later.has(JSON.stringify(e)));
    const oldest = Math.max(...gone.map(e => Date.parse(e.eventTime)));

    // What is no longer given is what is too old by now.
    expect(oldest).toBeLessThan(NOW.getTime() - 17 * DAY_MS);
    expect(later.size).toBeGreaterThan(0.9 * events.length);
  });

  it('says nothing that the specification forbids', () => {
    const refused = events.flatMap(event => {
      try {
        readOpenLineageEvent(event, { hash: 'hash', strict: true, now: NOW });
        return [];
      } catch (error) {
        return [`${error}`];
      }
    });

    expect(refused).toEqual([]);
  });

  it('tells nothing that has yet to happen', () => {
    expect(events.filter(e => Date.parse(e.eventTime) > NOW.getTime())).toEqual(
      [],
    );
  });

  it('has runs that failed and were tried again, and runs under way', () => {
    const types = new Map<string, string[]>();
    for (const { run, eventType = '' } of events) {
      if (run) {
        types.set(run.runId, [...(types.get(run.runId) ?? []), eventType]);
      }
    }
    const all = [...types.values()];

    expect(all.filter(t => t.includes('FAIL')).length).toBeGreaterThan(5);
    expect(all.filter(t => t.at(-1) === 'RUNNING').length).toBeGreaterThan(5);
    expect(all.every(t => t[0] === 'START')).toBe(true);
  });

  it('speaks about datasets in every way there is', () => {
    const facets = new Set(
      events.flatMap(({ run, job, dataset, inputs = [], outputs = [] }) =>
        [
          run?.facets,
          job?.facets,
          dataset?.facets,
          ...[...inputs, ...outputs].map(d => d.facets),
          ...inputs.map(d => d.inputFacets),
        ].flatMap(found => Object.keys(found ?? {})),
      ),
    );

    expect([...facets].sort()).toEqual([
      'columnLineage',
      'dataQualityAssertions',
      'datasetType',
      'documentation',
      'errorMessage',
      'jobDependencies',
      'jobType',
      'lineage',
      'nominalTime',
      'ownership',
      'parent',
      'schema',
      'version',
    ]);
  });

  it('has a declared job, a job without an owner and one in development', () => {
    const jobs = new Map(
      events.flatMap(({ job }) => (job ? [[job.name, job]] : [])),
    );

    expect(events.some(({ run, job }) => job && !run)).toBe(true);
    expect(jobs.get('price-fixes/collect')?.facets).not.toHaveProperty(
      'ownership',
    );
    expect(
      [...seen].some(key => key.startsWith('postgres://warehouse-dev.')),
    ).toBe(true);
  });
});

describe('the sample lineage and the catalog', () => {
  const physical = entities.flatMap(({ metadata, spec }) =>
    ((spec?.physical ?? []) as unknown as Physical[]).map(entry => ({
      ...entry,
      entity: metadata.name,
    })),
  );

  it('sees every dataset and view under a name of production', () => {
    const missing = physical
      .filter(({ environment, name }) => environment === 'production' && name)
      .filter(
        ({ namespace, name = '' }) => !seen.has(keyOf({ namespace, name })),
      )
      .map(({ namespace, name }) => `${namespace}/${name}`);

    // What the American team does with its copy is not known.
    expect(missing).toEqual([
      'postgres://warehouse-us.example.com:5432/payments.card_payments',
    ]);
  });

  it('has many datasets that no entity claims', () => {
    const claimed = new Set(
      physical.map(({ namespace, name = '' }) => keyOf({ namespace, name })),
    );
    expect(
      [...seen].filter(key => !claimed.has(key) && !key.startsWith('mlflow://'))
        .length,
    ).toBeGreaterThan(50);
  });

  it('finds every name that an entity gives itself', () => {
    const jobs = new Set(
      events.flatMap(({ job }) => (job ? [keyOf(job)] : [])),
    );
    const names = (annotation: string) =>
      entities
        .flatMap(e => e.metadata.annotations?.[annotation]?.split(/\s+/) ?? [])
        .filter(Boolean)
        .map(name => {
          const [namespace, rest] = name.split('/').map(decodeURIComponent);
          return `${namespace}/${rest}`;
        });
    const datasets = names('understudy.dev/openlineage-datasets');

    expect(datasets.filter(name => !seen.has(name))).toEqual([
      // Copies that nothing of ours has reported yet.
      'mlflow://us-prod/product-embedding',
      'mlflow://research/prod_emb_experiment',
    ]);
    expect([...seen].filter(key => key.startsWith('mlflow://')).sort()).toEqual(
      datasets.filter(name => seen.has(name)).sort(),
    );
    const services = names('understudy.dev/openlineage-jobs');
    expect(services).toHaveLength(5);
    expect(services.filter(name => !jobs.has(name))).toEqual([]);
  });

  it('calls fields as the catalog does', () => {
    const differences = datasetsWithSchema.flatMap(dataset => {
      const entity = entities.find(({ spec }) =>
        ((spec?.physical ?? []) as unknown as Physical[]).some(
          p => p.namespace === dataset.namespace && p.name === dataset.name,
        ),
      );
      if (entity?.kind !== 'Dataset') {
        return [];
      }
      const fields = (entity.spec?.fields ?? []) as { name: string }[];
      const described = fields.map(({ name }) => name);
      const reported = schemaOf(dataset)?.map(({ name }) => name) ?? [];
      // Of some nobody says more than what is reported.
      return described.length === 0 || described.join() === reported.join()
        ? []
        : [`${entity.metadata.name}: ${reported}`];
    });

    expect(differences).toEqual([]);
  });

  it('names owners that are groups', () => {
    const groups = entities
      .filter(({ kind }) => kind === 'Group')
      .map(({ metadata }) => metadata.name);
    expect(
      sampleJobs.filter(({ owner }) => owner && !groups.includes(owner)),
    ).toEqual([]);
  });

  it('makes each output of a pairwise job from one input', () => {
    const uneven = sampleJobs
      .filter(({ pairwise }) => pairwise)
      .filter(
        ({ reads, writes }) =>
          datasetsAt(reads, NOW).length !== datasetsAt(writes, NOW).length,
      );
    expect(uneven).toEqual([]);
  });

  it('names every job once', () => {
    const names = sampleJobs.map(({ platform, name }) => `${platform} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
