import { componentRoles } from '@understudy/plugin-ml-common';
import { JsonObject } from '@backstage/types';
import { versionLimits } from '../registry/versionContent';
import { objectSchema, OpenApiSchemas, schemaRef } from './parts';

const time: JsonObject = {
  type: 'string',
  description: 'ISO 8601 in UTC.',
  examples: ['2026-03-01T04:00:00.000Z'],
};
const anyTime: JsonObject = {
  type: 'string',
  format: 'date-time',
  description: 'ISO 8601 with a zone.',
};
const text: JsonObject = { type: 'string' };
const number: JsonObject = { type: 'number' };
const count: JsonObject = { type: 'integer', minimum: 0 };
const orNull = (schema: JsonObject): JsonObject => ({
  anyOf: [schema, { type: 'null' }],
});
const listOf = (items: JsonObject, maxItems?: number): JsonObject => ({
  type: 'array',
  items,
  ...(maxItems === undefined ? {} : { maxItems }),
});
const bounded = (maxLength: number): JsonObject => ({
  type: 'string',
  minLength: 1,
  maxLength,
});

const componentProperties = {
  role: { type: 'string', enum: [...componentRoles] },
  ref: bounded(600),
  version: bounded(250),
  digest: bounded(128),
};

/** What lists show of a version. */
export const summaryProperties: Record<string, JsonObject> = {
  id: { type: 'string', description: 'ULID, never changes.' },
  model: { type: 'string', description: 'Entity ref of the model.' },
  label: {
    type: 'string',
    description:
      "Unique per model: the home registry's number, else `<server>:<number>`.",
  },
  digest: text,
  digestStrength: {
    type: 'string',
    enum: ['artifact', 'reported', 'record'],
    description:
      '`artifact`: hash of the bytes; `reported`: given by a build; `record`: hash of what the registry says.',
  },
  variant: text,
  description: text,
  aliases: listOf(text),
  assignments: listOf(schemaRef('AssignmentSummary')),
  everAssigned: { type: 'boolean' },
  metrics: listOf(schemaRef('VersionMetric')),
  source: objectSchema(
    {
      type: text,
      server: text,
      record: text,
      recordVersion: text,
      title: text,
    },
    ['type'],
  ),
  createdBy: text,
  createdAt: time,
  goneSince: time,
  tombstone: schemaRef('VersionTombstone'),
  change: {
    type: 'string',
    enum: ['breaking', 'additive', 'none', 'unverifiable'],
    description:
      'What it does to the contract of the version before it; `unverifiable` where no stored version of the contract compares the two. Only in lists of the versions of one entity; absent of the first one, and where the contract of one of the two is not known.',
  },
};
/** What of it is always there. */
export const summaryRequired = [
  'id',
  'model',
  'label',
  'digest',
  'digestStrength',
  'aliases',
  'assignments',
  'everAssigned',
  'metrics',
  'source',
  'createdAt',
];

/** The shapes of models, versions and registries. */
export const registrySchemas: OpenApiSchemas = {
  PromotionTarget: objectSchema(
    {
      environment: text,
      segment: {
        type: 'string',
        description: '`*` or sorted `key=value` pairs joined by commas.',
      },
    },
    ['environment', 'segment'],
  ),
  AssignmentSummary: objectSchema(
    {
      stage: text,
      target: schemaRef('PromotionTarget'),
      slot: {
        type: 'string',
        enum: ['champion', 'challenger', 'shadow', 'canary', 'none'],
      },
      trafficPercent: { type: 'integer', minimum: 0, maximum: 100 },
      since: time,
    },
    ['stage', 'target', 'slot', 'trafficPercent', 'since'],
  ),
  VersionMetric: objectSchema(
    {
      name: { type: 'string', description: 'After the metric dictionary.' },
      rawName: { type: 'string', description: 'As the registry has it.' },
      value: number,
      dataset: text,
      datasetDigest: text,
      split: text,
      observedAt: time,
    },
    ['name', 'rawName', 'value'],
  ),
  VersionComponent: objectSchema(componentProperties, ['role', 'ref']),
  VersionLink: objectSchema({ title: bounded(250), url: bounded(2000) }, [
    'title',
    'url',
  ]),
  SignatureField: objectSchema(
    { name: bounded(250), type: bounded(250), required: { type: 'boolean' } },
    ['name', 'type', 'required'],
  ),
  VersionSignature: objectSchema(
    {
      inputs: listOf(
        schemaRef('SignatureField'),
        versionLimits.signatureFields,
      ),
      outputs: listOf(
        schemaRef('SignatureField'),
        versionLimits.signatureFields,
      ),
    },
    ['inputs', 'outputs'],
  ),
  KeyValue: objectSchema(
    {
      key: bounded(versionLimits.name),
      value: { type: 'string', maxLength: versionLimits.value },
    },
    ['key', 'value'],
  ),
  ModelVersionSummary: objectSchema(summaryProperties, summaryRequired),
  ModelVersion: objectSchema(
    {
      ...summaryProperties,
      artifactUri: text,
      runId: text,
      modelId: text,
      claimedAuthor: text,
      registeredBy: text,
      tags: listOf(schemaRef('KeyValue')),
      params: listOf(schemaRef('KeyValue')),
      signature: schemaRef('VersionSignature'),
      components: listOf(schemaRef('VersionComponent')),
      links: listOf(schemaRef('VersionLink')),
      registeredAt: time,
      definition: schemaRef('FeatureViewDefinition'),
      snapshot: schemaRef('DatasetSnapshot'),
    },
    [
      ...summaryRequired,
      'tags',
      'params',
      'components',
      'links',
      'registeredAt',
    ],
  ),
  ModelVersionPage: objectSchema(
    {
      items: listOf(schemaRef('ModelVersionSummary'), 100),
      nextCursor: text,
      counts: objectSchema({ total: count, matching: count }, [
        'total',
        'matching',
      ]),
      sources: listOf(schemaRef('RegistrySourceStatus')),
    },
    ['items', 'counts', 'sources'],
  ),
  VersionRegistration: objectSchema(
    {
      label: {
        ...bounded(100),
        description: "Unique among the model's versions.",
      },
      digest: {
        ...bounded(71),
        description: '`sha256:` and 64 hexadecimal digits in lower case.',
      },
      description: bounded(versionLimits.description),
      variant: bounded(250),
      artifactUri: bounded(2000),
      runId: bounded(250),
      modelId: bounded(250),
      createdAt: anyTime,
      metrics: listOf(
        objectSchema(
          {
            name: bounded(versionLimits.name),
            value: number,
            dataset: bounded(500),
            datasetDigest: bounded(128),
            split: bounded(64),
            observedAt: anyTime,
          },
          ['name', 'value'],
        ),
        versionLimits.metrics,
      ),
      params: listOf(schemaRef('KeyValue'), versionLimits.params),
      tags: listOf(schemaRef('KeyValue'), versionLimits.tags),
      signature: schemaRef('VersionSignature'),
      components: listOf(
        schemaRef('VersionComponent'),
        versionLimits.components,
      ),
      links: listOf(schemaRef('VersionLink'), versionLimits.links),
      evidence: schemaRef('EvidenceAddition'),
    },
    ['label', 'digest'],
  ),
  VersionComparison: objectSchema(
    {
      versions: listOf(schemaRef('ModelVersion'), 4),
      evaluations: {
        ...listOf(
          objectSchema(
            {
              name: text,
              dataset: text,
              datasetDigest: text,
              split: text,
              by: { type: 'object', additionalProperties: text },
              unit: text,
              direction: { type: 'string', enum: ['higher', 'lower'] },
              values: listOf(
                orNull(
                  objectSchema(
                    {
                      rawName: text,
                      value: number,
                      ci: { ...listOf(number, 2), minItems: 2 },
                      n: count,
                      evaluatedAt: time,
                    },
                    ['rawName', 'value', 'evaluatedAt'],
                  ),
                ),
              ),
            },
            ['name', 'dataset', 'by', 'values'],
          ),
          2000,
        ),
        description:
          'The latest evaluation of each version; whole datasets first.',
      },
      data: listOf(
        objectSchema(
          {
            ref: text,
            values: listOf(
              orNull(objectSchema({ version: text, digest: text }, [])),
            ),
          },
          ['ref', 'values'],
        ),
        2000,
      ),
      artifacts: listOf(
        objectSchema(
          {
            path: text,
            values: listOf(
              orNull(
                objectSchema({ digest: text, sizeBytes: count }, ['digest']),
              ),
            ),
          },
          ['path', 'values'],
        ),
        2000,
      ),
      truncated: {
        ...listOf(text, 3),
        description: 'Which of the lists hold not all rows.',
      },
      metrics: listOf(
        objectSchema(
          {
            name: text,
            dataset: text,
            split: text,
            unit: text,
            direction: { type: 'string', enum: ['higher', 'lower'] },
            values: listOf(
              orNull(
                objectSchema(
                  { rawName: text, value: number, observedAt: time },
                  ['rawName', 'value'],
                ),
              ),
            ),
          },
          ['name', 'values'],
        ),
      ),
      params: listOf(
        objectSchema({ key: text, values: listOf(orNull(text)) }, [
          'key',
          'values',
        ]),
      ),
      signature: listOf(
        objectSchema(
          {
            side: { type: 'string', enum: ['input', 'output'] },
            name: text,
            values: listOf(
              orNull(
                objectSchema({ type: text, required: { type: 'boolean' } }, [
                  'type',
                  'required',
                ]),
              ),
            ),
          },
          ['side', 'name', 'values'],
        ),
      ),
      components: listOf(
        objectSchema(
          {
            role: componentProperties.role,
            ref: text,
            differs: { type: 'boolean' },
            values: listOf(
              orNull(objectSchema({ version: text, digest: text }, [])),
            ),
          },
          ['role', 'ref', 'differs', 'values'],
        ),
      ),
    },
    [
      'versions',
      'evaluations',
      'metrics',
      'params',
      'signature',
      'components',
      'data',
      'artifacts',
      'truncated',
    ],
  ),
  RegistrySourceStatus: objectSchema(
    {
      server: text,
      type: text,
      title: text,
      uiUrl: text,
      lastAttemptAt: time,
      lastSuccessAt: time,
      lastError: text,
      staleAfterSeconds: number,
      stale: { type: 'boolean' },
      records: count,
      versions: count,
    },
    ['server', 'type', 'title', 'staleAfterSeconds', 'stale'],
  ),
  RegistryList: objectSchema(
    { items: listOf(schemaRef('RegistrySourceStatus')) },
    ['items'],
  ),
  ModelChampion: objectSchema(
    {
      versionId: text,
      version: text,
      stage: text,
      target: schemaRef('PromotionTarget'),
      slot: text,
      trafficPercent: { type: 'integer', minimum: 0, maximum: 100 },
      since: time,
    },
    [
      'versionId',
      'version',
      'stage',
      'target',
      'slot',
      'trafficPercent',
      'since',
    ],
  ),
  ModelListItem: objectSchema(
    {
      ref: text,
      title: text,
      description: text,
      owner: text,
      type: text,
      lifecycle: text,
      tier: text,
      tierComplete: {
        type: 'boolean',
        description: 'False when the true tier may be higher than `tier`.',
      },
      champions: listOf(schemaRef('ModelChampion')),
      latestVersion: objectSchema({ id: text, label: text, createdAt: time }, [
        'id',
        'label',
        'createdAt',
      ]),
      versionCount: count,
    },
    [
      'ref',
      'title',
      'type',
      'lifecycle',
      'tierComplete',
      'champions',
      'versionCount',
    ],
  ),
  ModelPage: objectSchema(
    {
      items: listOf(schemaRef('ModelListItem'), 100),
      nextCursor: text,
      total: {
        ...count,
        description: 'Left out when the caller may not see every model.',
      },
    },
    ['items'],
  ),
};
