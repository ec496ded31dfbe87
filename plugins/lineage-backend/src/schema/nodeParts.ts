import { JsonObject } from '@backstage/types';
import { amount, objectSchema, schemaRef, text, time } from './parts';

/** The id of a node in an answer. */
export const nodeId: JsonObject = {
  type: 'string',
  description:
    'Entity ref, or `ol:dataset:<namespace>/<name>` or `ol:job:<namespace>/<name>` with both parts percent-encoded. A job that appears once per output has `#<namespace>/<name>` of the output behind.',
  examples: ['model:default/fraud-score', 'ol:job:airflow/etl.load_orders'],
};
/** Names an entity of the catalog. */
export const entityRef: JsonObject = {
  type: 'string',
  examples: ['dataset:default/orders'],
};

/** What a node is called. */
export const names: Record<string, JsonObject> = {
  id: nodeId,
  kind: { type: 'string', enum: ['entity', 'dataset', 'job'] },
  entityRef,
  namespace: text,
  name: text,
};

/** What is told of a node wherever it appears. */
export const summary: Record<string, JsonObject> = {
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
  owners: {
    type: 'array',
    items: entityRef,
    description:
      'Of what no entity claims: entity refs that its ownership facet may mean. Not all of them have to be in the catalog.',
  },
  version: {
    ...text,
    description:
      'Datasets and models: the version that the latest event with one states. Missing for another time than now.',
  },
  droppedAt: time,
  firstSeen: time,
  lastSeen: time,
  environments: {
    type: 'array',
    items: text,
    description: 'Environments that its names belong to.',
  },
  foldedNames: {
    ...amount,
    description:
      'How many names that rules fold into one, such as partitions, it stands for.',
  },
};

/** Whose connections an answer is made of. */
export const environment: JsonObject = {
  type: 'string',
  description: 'Whose connections these are; `*` for all.',
  examples: ['production'],
};
