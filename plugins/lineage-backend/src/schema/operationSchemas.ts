import {
  amount,
  listOf,
  objectSchema,
  OpenApiSchemas,
  text,
  time,
} from './parts';

/** What taking in events is about. */
export const operationSchemas: OpenApiSchemas = {
  Error: {
    type: 'object',
    description: 'What went wrong.',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['name', 'message'],
        properties: {
          name: { type: 'string', examples: ['InputError'] },
          message: text,
        },
      },
    },
  },
  Status: objectSchema(
    {
      backlog: {
        ...amount,
        description:
          'Events that wait to be put into the graph, counted up to 100,000.',
      },
      lastDrainedAt: time,
      deadLetters: {
        ...amount,
        description:
          'Counted up to 100,000; missing when the caller may not see them.',
      },
    },
    ['backlog'],
  ),
  DeadLetter: objectSchema(
    {
      id: text,
      kind: { type: 'string', enum: ['run', 'job', 'dataset'] },
      receivedAt: time,
      eventTime: time,
      runId: text,
      attempts: amount,
      error: text,
      bytes: amount,
      event: {
        description:
          'As it is kept; missing when it is too large to be listed.',
      },
    },
    ['id', 'kind', 'receivedAt', 'eventTime', 'attempts', 'error', 'bytes'],
  ),
  DeadLetterPage: objectSchema(
    { items: listOf('DeadLetter'), nextCursor: text },
    ['items'],
  ),
  Replay: objectSchema(
    { replayed: { ...amount, description: 'How many are tried again.' } },
    ['replayed'],
  ),
  OpenLineageEvent: {
    type: 'object',
    description:
      'A RunEvent, JobEvent or DatasetEvent of OpenLineage 2-0-2, told apart by what is in it: `run`, else `job`, else `dataset`.',
    required: ['eventTime'],
    properties: {
      eventTime: time,
      producer: text,
      schemaURL: text,
      run: { type: 'object' },
      job: { type: 'object' },
      dataset: { type: 'object' },
    },
    additionalProperties: true,
  },
  BatchAnswer: objectSchema(
    {
      status: { type: 'string', enum: ['success', 'partial_success'] },
      summary: objectSchema(
        {
          received: amount,
          successful: amount,
          failed: amount,
          retriable: amount,
          non_retriable: amount,
        },
        ['received', 'successful', 'failed', 'retriable', 'non_retriable'],
      ),
      failed_events: {
        type: 'array',
        items: objectSchema(
          { index: amount, reason: text, retriable: { type: 'boolean' } },
          ['index', 'reason', 'retriable'],
        ),
      },
    },
    ['status', 'summary', 'failed_events'],
  ),
};
