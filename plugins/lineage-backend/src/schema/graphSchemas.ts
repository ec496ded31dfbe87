import { JsonObject } from '@backstage/types';
import {
  amount,
  listOf,
  objectSchema,
  OpenApiSchemas,
  schemaRef,
  text,
  time,
} from './parts';

const nodeId: JsonObject = {
  type: 'string',
  description:
    'Entity ref, or `ol:dataset:<namespace>/<name>` or `ol:job:<namespace>/<name>` with both parts percent-encoded. A job that appears once per output has `#<namespace>/<name>` of the output behind.',
  examples: ['model:default/fraud-score', 'ol:job:airflow/etl.load_orders'],
};
const entityRef: JsonObject = {
  type: 'string',
  examples: ['dataset:default/orders'],
};

const names: Record<string, JsonObject> = {
  id: nodeId,
  kind: { type: 'string', enum: ['entity', 'dataset', 'job'] },
  entityRef,
  namespace: text,
  name: text,
};

const summary: Record<string, JsonObject> = {
  ...names,
  type: { type: 'string', examples: ['table', 'batch'] },
  lastRun: objectSchema({ id: text, state: schemaRef('RunState'), at: time }, [
    'id',
    'state',
    'at',
  ]),
  quality: {
    ...objectSchema({ failed: amount, total: amount }, ['failed', 'total']),
    description: 'The latest data-quality assertions.',
  },
  droppedAt: time,
  firstSeen: time,
  lastSeen: time,
};

/** What the graph is made of. */
export const graphSchemas: OpenApiSchemas = {
  RunState: {
    type: 'string',
    enum: ['running', 'complete', 'failed', 'aborted', 'unknown'],
  },
  NodeSummary: objectSchema(summary, ['id', 'kind']),
  Node: objectSchema(
    {
      ...summary,
      distance: {
        ...objectSchema({ upstream: amount, downstream: amount }, []),
        description: 'Hops from the root in the graph as answered.',
      },
      hidden: {
        ...objectSchema({ upstream: amount, downstream: amount }, [
          'upstream',
          'downstream',
        ]),
        description: 'Neighbours that are not in the answer.',
      },
    },
    ['id', 'kind', 'distance', 'hidden'],
  ),
  Edge: objectSchema(
    {
      source: nodeId,
      target: nodeId,
      origin: { type: 'string', enum: ['observed', 'declared', 'both'] },
      via: {
        type: 'integer',
        minimum: 1,
        description: 'Nodes of hidden kinds on the shortest way.',
      },
      restricted: {
        type: 'boolean',
        const: true,
        description: 'It leads through something the caller may not see.',
      },
      lastSeen: time,
    },
    ['source', 'target', 'origin'],
  ),
  Graph: objectSchema(
    {
      root: nodeId,
      nodes: listOf('Node'),
      edges: listOf('Edge'),
      truncated: {
        type: 'boolean',
        description: 'There are more nodes than could be answered.',
      },
      complete: {
        type: 'boolean',
        description:
          'False when part of it was left out because the caller may not see it.',
      },
    },
    ['root', 'nodes', 'edges', 'truncated', 'complete'],
  ),
  NodeAlias: objectSchema(
    {
      kind: { type: 'string', enum: ['dataset', 'job'] },
      namespace: text,
      name: text,
      role: text,
      environment: text,
      region: text,
    },
    ['kind', 'namespace', 'name'],
  ),
  Facet: objectSchema(
    {
      name: text,
      at: time,
      value: {
        type: 'object',
        additionalProperties: true,
        description: 'Missing when it is too large to be shown.',
      },
      bytes: amount,
    },
    ['name', 'at', 'bytes'],
  ),
  NodeDetail: objectSchema(
    {
      node: schemaRef('NodeSummary'),
      names: listOf('NodeAlias'),
      facets: listOf('Facet'),
      runs: listOf('Run'),
      truncated: {
        type: 'boolean',
        description: 'There are more names or facets than are listed.',
      },
    },
    ['node', 'names', 'facets', 'runs', 'truncated'],
  ),
  RunDataset: objectSchema(
    { id: nodeId, namespace: text, name: text, version: text },
    ['id', 'namespace', 'name'],
  ),
  Run: objectSchema(
    {
      id: text,
      job: objectSchema({ id: nodeId, namespace: text, name: text }, [
        'id',
        'namespace',
        'name',
      ]),
      state: schemaRef('RunState'),
      startedAt: time,
      endedAt: time,
      lastEventAt: time,
      nominalStart: time,
      nominalEnd: time,
      parentRunId: text,
      error: text,
      inputs: listOf('RunDataset'),
      outputs: listOf('RunDataset'),
      truncated: {
        type: 'boolean',
        const: true,
        description: 'It read or wrote more than is listed.',
      },
    },
    ['id', 'state', 'lastEventAt', 'inputs', 'outputs'],
  ),
  RunPage: objectSchema({ items: listOf('Run'), nextCursor: text }, ['items']),
  ImpactItem: objectSchema(
    {
      ...names,
      degree: {
        type: 'integer',
        minimum: 1,
        description: 'Hops from the root; 1 is a direct consumer.',
      },
      title: text,
      entityKind: text,
      type: text,
      lifecycle: text,
      owner: entityRef,
    },
    ['id', 'kind', 'degree'],
  ),
  ImpactOwner: objectSchema(
    {
      owner: { ...entityRef, description: 'Missing for what nobody owns.' },
      items: amount,
      nearest: amount,
    },
    ['items', 'nearest'],
  ),
  Impact: objectSchema(
    {
      root: nodeId,
      direction: { type: 'string', enum: ['upstream', 'downstream'] },
      totals: objectSchema(
        { items: amount, entities: amount, owners: amount },
        ['items', 'entities', 'owners'],
      ),
      owners: listOf('ImpactOwner'),
      items: listOf('ImpactItem'),
      truncated: {
        type: 'boolean',
        description: 'More is reached than is followed.',
      },
      complete: {
        type: 'boolean',
        description: 'False when something reached may not be seen.',
      },
    },
    ['root', 'direction', 'totals', 'owners', 'items', 'truncated', 'complete'],
  ),
  ImpactNotice: objectSchema(
    {
      owners: { ...amount, description: 'How many were told.' },
      failed: { ...amount, description: 'How many could not be told.' },
      unowned: { ...amount, description: 'Things that nobody owns.' },
      complete: {
        type: 'boolean',
        description:
          'False when something reached may not be seen, or there are more owners than are told at once.',
      },
    },
    ['owners', 'failed', 'unowned', 'complete'],
  ),
};
