import { JsonObject } from '@backstage/types';
import { additionLimits, answerLimits } from '../evidence/evidenceLimits';
import { objectSchema, OpenApiSchemas, schemaRef } from './parts';

const time: JsonObject = { type: 'string', description: 'ISO 8601 in UTC.' };
const anyTime: JsonObject = {
  type: 'string',
  format: 'date-time',
  description: 'ISO 8601 with a zone.',
};
const text: JsonObject = { type: 'string' };
const number: JsonObject = { type: 'number' };
const count: JsonObject = { type: 'integer', minimum: 0 };
const bounded = (maxLength: number, description?: string): JsonObject => ({
  type: 'string',
  minLength: 1,
  maxLength,
  ...(description ? { description } : {}),
});
const listOf = (items: JsonObject, maxItems: number): JsonObject => ({
  type: 'array',
  items,
  maxItems,
});
const someOf = (items: JsonObject, maxItems: number): JsonObject => ({
  ...listOf(items, maxItems),
  minItems: 1,
});

const origin = {
  id: { type: 'string', description: 'ULID.' },
  addedBy: {
    type: 'string',
    description: "A user's entity ref, or the subject of a service.",
  },
  addedAt: time,
};
const originRequired = Object.keys(origin);
const sha256: JsonObject = {
  type: 'string',
  pattern: '^sha256:[0-9a-f]{64}$',
  description: 'Over the bytes.',
};
const interval: JsonObject = {
  type: 'array',
  items: number,
  minItems: 2,
  maxItems: 2,
  description: 'Confidence interval, lower and upper end, around the value.',
};
const rows: JsonObject = {
  ...count,
  description: 'Rows that the value was computed from.',
};
const by: JsonObject = {
  type: 'object',
  additionalProperties: bounded(additionLimits.name),
  minProperties: 1,
  maxProperties: additionLimits.sliceKeys,
  description: 'Values that the rows have, such as `{"market": "de"}`.',
};

const newMetrics = someOf(
  objectSchema(
    {
      name: bounded(
        additionLimits.name,
        'Any spelling that the metric dictionary knows, or a name of its own.',
      ),
      value: number,
      ci: interval,
      n: rows,
    },
    ['name', 'value'],
  ),
  additionLimits.metrics,
);
const storedMetrics = listOf(
  schemaRef('EvaluationMetric'),
  additionLimits.metrics,
);
const aboutEvaluation = {
  dataset: bounded(600, 'Version ref of a Dataset, or a name.'),
  datasetDigest: bounded(128),
  split: bounded(64),
  tool: bounded(250, 'What evaluated, such as `mlflow.evaluate`.'),
  runUri: bounded(2000),
};
const artifact = {
  path: bounded(500, 'Path inside the version; unique per version.'),
  uri: bounded(2000),
  digest: sha256,
  sizeBytes: count,
  mediaType: bounded(250),
};
const signature = {
  description:
    'Of files that sign others: what the signature is worth with the keys that are configured now.',
  ...objectSchema(
    {
      status: {
        enum: [
          'verified',
          'mismatch',
          'other-files',
          'unknown-key',
          'not-verified',
        ],
      },
      reason: text,
      key: objectSchema({ id: text, title: text }, ['id']),
      covers: listOf(text, answerLimits.artifacts),
      coversVersion: { type: 'boolean' },
    },
    ['status', 'reason', 'covers', 'coversVersion'],
  ),
};
const baseline = {
  field: bounded(additionLimits.name, 'The field, or `prediction`.'),
  dataset: bounded(600),
  datasetDigest: bounded(128),
  n: { ...count, description: 'Number of rows.' },
  edges: {
    type: 'array',
    items: number,
    minItems: 2,
    maxItems: additionLimits.bins + 1,
    description: 'Rising edges of the bins, one more than `counts`.',
  },
  categories: someOf(
    { type: 'string', maxLength: additionLimits.name },
    additionLimits.bins,
  ),
  counts: someOf(count, additionLimits.bins),
  missing: count,
  mean: number,
  standardDeviation: { ...number, minimum: 0 },
};
const provenance = {
  run: objectSchema({ id: bounded(250), url: bounded(2000) }, ['id']),
  code: objectSchema(
    {
      repository: bounded(2000, 'An http or https address.'),
      commit: {
        type: 'string',
        pattern: '^[0-9a-fA-F]{7,64}$',
        description: 'The hash of the commit.',
      },
      path: bounded(500),
    },
    ['commit'],
  ),
  data: listOf(
    objectSchema(
      {
        ref: bounded(
          600,
          'Version ref of a Dataset or FeatureView, or a name.',
        ),
        version: bounded(250),
        digest: bounded(128),
      },
      ['ref'],
    ),
    additionLimits.data,
  ),
  environment: objectSchema(
    {
      image: bounded(500),
      digest: bounded(128),
      packages: bounded(additionLimits.packages),
    },
    [],
  ),
  trainedBy: bounded(500, 'Who or what trained it, as reported.'),
  links: listOf(schemaRef('VersionLink'), additionLimits.links),
};
const riskTier = {
  tier: bounded(64, 'One of the configured risk tiers.'),
  rationale: bounded(additionLimits.rationale),
};

/** The shapes of evidence on versions. */
export const evidenceSchemas: OpenApiSchemas = {
  EvaluationMetric: objectSchema(
    {
      name: { type: 'string', description: 'After the metric dictionary.' },
      rawName: { type: 'string', description: 'As the evaluation has it.' },
      value: number,
      ci: interval,
      n: rows,
    },
    ['name', 'rawName', 'value'],
  ),
  EvidenceAddition: {
    ...objectSchema(
      {
        evaluations: listOf(
          objectSchema(
            {
              ...aboutEvaluation,
              metrics: newMetrics,
              slices: listOf(
                objectSchema({ by, metrics: newMetrics }, ['by', 'metrics']),
                additionLimits.slices,
              ),
              evaluatedAt: anyTime,
            },
            ['dataset', 'metrics', 'evaluatedAt'],
          ),
          additionLimits.evaluations,
        ),
        artifacts: listOf(
          objectSchema(
            {
              ...artifact,
              content: bounded(
                additionLimits.content,
                'Text of a file that signs others; its UTF-8 bytes have the digest.',
              ),
            },
            ['path', 'digest'],
          ),
          additionLimits.artifacts,
        ),
        baselines: listOf(
          objectSchema(baseline, ['field', 'n', 'counts']),
          additionLimits.baselines,
        ),
        provenance: objectSchema(provenance, []),
        card: objectSchema(
          {
            text: bounded(
              additionLimits.card,
              'Markdown; may begin with a block of YAML.',
            ),
          },
          ['text'],
        ),
        labels: listOf(
          objectSchema(
            {
              key: bounded(additionLimits.name),
              value: {
                anyOf: [
                  bounded(additionLimits.labelValue),
                  {
                    type: 'null',
                    description: 'Takes the label off.',
                  },
                ],
              },
            },
            ['key', 'value'],
          ),
          additionLimits.labels,
        ),
        riskTier: objectSchema(riskTier, ['tier', 'rationale']),
      },
      [],
    ),
    description: 'All of it is stored or none. Something has to be in it.',
  },
  VersionTombstone: objectSchema(
    { deletedAt: time, deletedBy: text, reason: text },
    ['deletedAt', 'deletedBy', 'reason'],
  ),
  VersionDeletion: objectSchema(
    { reason: bounded(additionLimits.rationale, 'Why it is taken back.') },
    ['reason'],
  ),
  VersionEvidence: objectSchema(
    {
      versionId: text,
      evaluations: {
        ...listOf(
          objectSchema(
            {
              ...origin,
              ...aboutEvaluation,
              versionId: text,
              metrics: storedMetrics,
              slices: listOf(
                objectSchema({ by, metrics: storedMetrics }, ['by', 'metrics']),
                additionLimits.metrics,
              ),
              evaluatedAt: time,
            },
            [
              ...originRequired,
              'versionId',
              'dataset',
              'metrics',
              'slices',
              'evaluatedAt',
            ],
          ),
          answerLimits.evaluations,
        ),
        description: 'Newest first.',
      },
      artifacts: listOf(
        objectSchema({ ...origin, ...artifact, signature }, [
          ...originRequired,
          'path',
          'digest',
        ]),
        answerLimits.artifacts,
      ),
      baselines: listOf(
        objectSchema({ ...origin, ...baseline }, [
          ...originRequired,
          'field',
          'n',
          'counts',
        ]),
        answerLimits.baselines,
      ),
      provenance: {
        ...listOf(
          objectSchema({ ...origin, ...provenance }, originRequired),
          answerLimits.provenance,
        ),
        description: 'Newest first. Of each part the newest statement counts.',
      },
      cards: {
        ...listOf(
          objectSchema({ ...origin, text }, [...originRequired, 'text']),
          answerLimits.cards,
        ),
        description: 'Newest first; the first one is the card.',
      },
      labels: {
        ...listOf(
          objectSchema({ ...origin, key: text, value: text, removedAt: time }, [
            ...originRequired,
            'key',
            'value',
          ]),
          answerLimits.labels,
        ),
        description: 'In force first.',
      },
      riskTier: objectSchema({ ...origin, ...riskTier }, [
        ...originRequired,
        'tier',
        'rationale',
      ]),
      tombstone: schemaRef('VersionTombstone'),
      truncated: {
        ...listOf(text, 10),
        description: 'Kinds of which there is more than is answered.',
      },
    },
    [
      'versionId',
      'evaluations',
      'artifacts',
      'baselines',
      'provenance',
      'cards',
      'labels',
      'truncated',
    ],
  ),
};
