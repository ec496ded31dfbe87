import { createHash } from 'node:crypto';
import {
  ClaimedEdge,
  EdgeEnd,
  EventFacts,
  nameKey,
  parseNameKey,
  readOpenLineageEvent,
} from '../../index';

export const RUN_ID = '0193a5c0-7e1f-7c3a-9b52-0a6f4f6f2b11';
export const NOW = new Date('2026-11-25T12:00:00Z');

const ORIGIN = {
  producer: 'https://example.com/airflow/2.10.0',
  schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
};

type Parts = Record<string, unknown>;

export function runEvent(parts: Parts = {}, runFacets?: Parts): Parts {
  return {
    ...ORIGIN,
    eventTime: '2026-11-25T08:00:00Z',
    eventType: 'COMPLETE',
    run: { runId: RUN_ID, ...(runFacets && { facets: runFacets }) },
    job: { namespace: 'airflow', name: 'etl' },
    ...parts,
  };
}

export function jobEvent(parts: Parts = {}): Parts {
  return {
    ...ORIGIN,
    eventTime: '2026-11-25T08:00:00Z',
    job: { namespace: 'airflow', name: 'etl' },
    ...parts,
  };
}

export function datasetEvent(facets: Parts): Parts {
  return {
    ...ORIGIN,
    eventTime: '2026-11-25T08:00:00Z',
    dataset: dataset('orders', facets),
  };
}

export function dataset(name: string, facets?: Parts) {
  return { namespace: 'db', name, ...(facets && { facets }) };
}

export function job(name: string) {
  return { namespace: 'airflow', name };
}

/** A facet as strict reading wants it. */
export function facet(content: Parts): Parts {
  return {
    _producer: ORIGIN.producer,
    _schemaURL: 'https://openlineage.io/spec/facets/1-0-0/Facet.json',
    ...content,
  };
}

/** The `columnLineage` facet of a dataset with one column made from one of each source. */
export function columnsFrom(...sources: string[]): Parts {
  return {
    columnLineage: facet({
      fields: {
        total: {
          inputFields: sources.map(name => ({ ...dataset(name), field: 'x' })),
        },
      },
    }),
  };
}

export const datasetKey = (name: string) =>
  nameKey({ kind: 'dataset', ...dataset(name) });
export const jobKey = (name: string) => nameKey({ kind: 'job', ...job(name) });
export const ETL = jobKey('etl');

export function hashOf(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return createHash('sha256').update(text).digest('hex');
}

export function read(event: unknown, strict = false): EventFacts {
  return readOpenLineageEvent(event, { hash: hashOf(event), strict, now: NOW });
}

/** Edges as `orders -> etl`; the job as the maker of one output is `[report]`. */
export function arrows(edges: ClaimedEdge[]): string[] {
  return edges.map(({ source, target }) => `${end(source)} -> ${end(target)}`);
}

function end(value: EdgeEnd): string {
  return 'node' in value
    ? parseNameKey(value.node).name
    : `[${parseNameKey(value.step.output).name}]`;
}
