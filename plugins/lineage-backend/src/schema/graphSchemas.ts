import { environment, names, nodeId, summary } from './nodeParts';
import {
  amount,
  listOf,
  objectSchema,
  OpenApiSchemas,
  schemaRef,
  text,
  time,
} from './parts';

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
      version: {
        ...text,
        description:
          'The version of the dataset or model at one of its ends that the latest run read or wrote.',
      },
      parallel: {
        type: 'boolean',
        const: true,
        description:
          'Declared between two entities, and a way through nodes of the answer that are no entities was observed that says the same.',
      },
    },
    ['source', 'target', 'origin'],
  ),
  Environment: objectSchema(
    {
      name: text,
      edges: {
        ...amount,
        description:
          'Connections of the root that belong to it; at most 1,000 are counted.',
      },
    },
    ['name', 'edges'],
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
      environment,
      defaultEnvironment: {
        ...text,
        description: 'The environment that is shown where none is asked for.',
      },
      environments: listOf('Environment'),
      asOf: {
        ...time,
        description: 'When these connections were current; missing: now.',
      },
    },
    [
      'root',
      'nodes',
      'edges',
      'truncated',
      'complete',
      'environment',
      'defaultEnvironment',
      'environments',
    ],
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
        description: 'Missing when it is too large to be shown, or restricted.',
      },
      restricted: {
        type: 'boolean',
        const: true,
        description:
          'It can name what the caller may not see, so its value is not told.',
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
      runsComplete: {
        type: 'boolean',
        description:
          'False when the caller may not see some of the latest runs, or of what they read or wrote.',
      },
      truncated: {
        type: 'boolean',
        description: 'There are more names or facets than are listed.',
      },
    },
    ['node', 'names', 'facets', 'runs', 'runsComplete', 'truncated'],
  ),
  RunDataset: objectSchema(
    {
      id: nodeId,
      namespace: text,
      name: text,
      version: text,
      partition: {
        ...text,
        description:
          'What rules cut off the name, such as the date of a partition.',
      },
      consumers: {
        ...listOf('RunConsumer'),
        description:
          'Of what a run wrote, where it was asked what used a version: what depends on it directly.',
      },
      moreConsumers: {
        type: 'boolean',
        const: true,
        description: 'There are more than are listed.',
      },
    },
    ['id', 'namespace', 'name'],
  ),
  RunConsumer: objectSchema(names, ['id', 'kind']),
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
      tags: {
        type: 'array',
        items: objectSchema({ key: text, value: text, source: text }, ['key']),
        maxItems: 50,
        description: 'The first as its latest event with tags states them.',
      },
      engine: {
        ...objectSchema({ name: text, version: text }, []),
        description: 'What carried it out, such as Spark.',
      },
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
  RunPage: objectSchema(
    {
      items: listOf('Run'),
      complete: {
        type: 'boolean',
        description:
          'False when something of this page was left out as the caller may not see it: runs, what they read or wrote, or what depends on that.',
      },
      nextCursor: text,
    },
    ['items', 'complete'],
  ),
};
