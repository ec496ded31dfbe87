import { JsonObject } from '@backstage/types';
import { importFormats } from '../contracts/sources/importDocument';
import { objectSchema, OpenApiSchemas, schemaRef } from './parts';

const text: JsonObject = { type: 'string' };
const time: JsonObject = { type: 'string', description: 'ISO 8601, UTC.' };
const count: JsonObject = { type: 'integer', minimum: 0 };
const entityRef: JsonObject = {
  type: 'string',
  examples: ['featureview:default/card-activity'],
};
const verdict: JsonObject = {
  enum: [
    'compatible',
    'compatible_with_warnings',
    'incompatible',
    'unverifiable',
  ],
};
const bump: JsonObject = { enum: ['major', 'minor', 'patch', 'none'] };
const order: JsonObject = {
  enum: ['readers-first', 'writers-first', 'any', 'none'],
};
const listOf = (items: JsonObject): JsonObject => ({ type: 'array', items });

const contract: JsonObject = {
  type: 'object',
  description:
    'An InterfaceContract: `apiVersion`, `kind`, `metadata` and `spec`, as the concept "Contracts" describes it.',
};
const sent: Record<string, JsonObject> = {
  contract,
  format: {
    type: 'string',
    enum: [...importFormats],
    description: 'Of `document`, which is then read as a contract.',
  },
  document: {
    description:
      'A parsed `MLmodel` file, JSON Schema, Avro schema or schema facet of OpenLineage.',
  },
};

const lossNote = objectSchema({ pointer: text, code: text, message: text }, [
  'pointer',
  'code',
  'message',
]);
const field = objectSchema({ port: text, path: text }, ['port', 'path']);
const fieldInRequest = objectSchema(
  {
    port: { type: 'string', minLength: 1, maxLength: 255 },
    path: { type: 'string', minLength: 1, maxLength: 1000 },
  },
  ['port', 'path'],
);

const deprecation = objectSchema(
  {
    since: time,
    removeAfter: { type: 'string', examples: ['2027-03-31'] },
    replacement: text,
    reason: text,
    by: text,
  },
  ['since', 'removeAfter', 'reason', 'by'],
);

const summary: Record<string, JsonObject> = {
  id: { type: 'string', description: 'ULID.' },
  subject: entityRef,
  version: { type: 'string', examples: ['2.1.0'] },
  status: { enum: ['draft', 'active', 'deprecated', 'retired'] },
  origin: { enum: ['declared', 'attached', 'signature', 'lineage', 'fields'] },
  digest: { type: 'string', description: 'SHA-256 of the canonical JSON.' },
  subjectVersions: {
    ...listOf(text),
    maxItems: 20,
    description: 'Labels of versions of the subject that keep to it.',
  },
  verdict,
  requiredBump: bump,
  findings: objectSchema({ errors: count, warnings: count, infos: count }, [
    'errors',
    'warnings',
    'infos',
  ]),
  publishedBy: text,
  publishedAt: time,
  deprecation: schemaRef('ContractDeprecation'),
  consumers: {
    ...count,
    description: 'Consumers that the caller may read and that take it.',
  },
};
const summaryRequired = [
  'id',
  'subject',
  'version',
  'status',
  'origin',
  'digest',
  'subjectVersions',
  'findings',
  'publishedBy',
  'publishedAt',
  'consumers',
];

const consumer: Record<string, JsonObject> = {
  consumer: entityRef,
  owner: entityRef,
  basis: { enum: ['contract', 'relation', 'lineage'] },
  range: { type: 'string', examples: ['^2.3'] },
  pinnedTo: text,
  use: { enum: ['production', 'training', 'unknown'] },
  fields: listOf(field),
};
const consumerRequired = ['consumer', 'basis', 'use'];

const finding = objectSchema(
  {
    ruleId: { type: 'string', examples: ['FIELD_REMOVED'] },
    severity: { enum: ['error', 'warning', 'info'] },
    direction: { enum: ['backward', 'forward', 'both'] },
    port: text,
    pointer: text,
    pointsInto: { enum: ['new', 'old'] },
    path: text,
    old: {},
    new: {},
    message: text,
    remediation: text,
    consumer: entityRef,
    basis: { enum: ['declared', 'implied'] },
    against: text,
    waiver: {
      ...objectSchema(
        { id: text, until: text, reason: text, approvedBy: entityRef },
        ['id', 'until', 'reason'],
      ),
      description: 'An owner accepts it for a time.',
    },
    override: {
      ...objectSchema(
        { from: { enum: ['error', 'warning', 'info'] }, reason: text },
        ['from', 'reason'],
      ),
      description: 'The severity that the rule gave, and why it was changed.',
    },
  },
  [
    'ruleId',
    'severity',
    'direction',
    'port',
    'pointer',
    'pointsInto',
    'path',
    'message',
    'remediation',
    'basis',
  ],
);

const report = objectSchema(
  {
    id: text,
    provider: entityRef,
    from: text,
    to: text,
    mode: text,
    profile: text,
    checkedAgainst: listOf(
      objectSchema({ ref: text, version: text, digest: text }, [
        'ref',
        'version',
        'digest',
      ]),
    ),
    verdict,
    requiredBump: bump,
    declaredBump: bump,
    findings: listOf(schemaRef('ContractFinding')),
    order,
    first: { enum: ['provider', 'consumers', 'any', 'none'] },
    engineVersion: text,
    inputDigest: text,
  },
  [
    'id',
    'provider',
    'to',
    'profile',
    'checkedAgainst',
    'verdict',
    'requiredBump',
    'declaredBump',
    'findings',
    'order',
    'first',
    'engineVersion',
    'inputDigest',
  ],
);

const moved = objectSchema({ migrated: count, total: count }, [
  'migrated',
  'total',
]);

/** What requests and answers about contracts hold. */
export const contractSchemas: OpenApiSchemas = {
  ContractFinding: {
    ...finding,
    description: 'One thing that was found, what it means and what to do.',
  },
  ContractReport: {
    ...report,
    description: 'What a version does to those before it.',
  },
  ContractDeprecation: deprecation,
  ContractVersionSummary: objectSchema(summary, summaryRequired),
  ContractVersionPage: objectSchema(
    { items: listOf(schemaRef('ContractVersionSummary')), nextCursor: text },
    ['items'],
  ),
  ContractVersion: objectSchema(
    {
      ...summary,
      contract,
      report: schemaRef('ContractReport'),
      lossy: {
        ...listOf(lossNote),
        description: 'Of an import: what could not be carried over.',
      },
    },
    [...summaryRequired, 'contract'],
  ),
  ContractState: objectSchema(
    {
      current: schemaRef('ContractVersion'),
      problems: listOf(schemaRef('ContractFinding')),
      may: {
        ...listOf({ enum: ['publish', 'deprecate', 'ask-for-waiver'] }),
        description: 'What the caller may do about it.',
      },
      observed: {
        ...objectSchema(
          {
            namespace: text,
            name: text,
            environment: text,
            observedAt: {
              ...time,
              description:
                'The latest event that stated the schema, as of when it last changed.',
            },
            staleSince: {
              ...time,
              description:
                'Since when lineage does not answer; absent while it does.',
            },
          },
          ['namespace', 'name', 'environment', 'observedAt'],
        ),
        description:
          'The data that the contract was last compared with, as lineage observed it.',
      },
    },
    ['problems', 'may'],
  ),
  ContractDiff: objectSchema(
    { from: text, to: text, findings: listOf(schemaRef('ContractFinding')) },
    ['from', 'to', 'findings'],
  ),
  ContractConsumers: objectSchema(
    {
      items: listOf(objectSchema(consumer, consumerRequired)),
      complete: {
        type: 'boolean',
        description:
          'False where there are consumers that are not known, or that the caller may not read.',
      },
    },
    ['items', 'complete'],
  ),
  ContractExport: objectSchema(
    {
      format: text,
      documents: listOf(
        objectSchema({ name: text, document: {} }, ['name', 'document']),
      ),
      lossy: listOf(lossNote),
    },
    ['format', 'documents', 'lossy'],
  ),
  SentContract: {
    ...objectSchema(sent, []),
    description: 'Either `contract`, or `format` and `document`.',
  },
  ContractCheckRequest: {
    ...objectSchema(
      {
        subject: {
          type: 'string',
          minLength: 1,
          maxLength: 250,
          description: 'Entity ref of what the contract is about.',
        },
        ...sent,
        environment: { type: 'string', minLength: 1, maxLength: 64 },
      },
      ['subject'],
    ),
    description: 'Either `contract`, or `format` and `document`.',
  },
  ContractCheck: objectSchema(
    {
      subject: entityRef,
      verdict,
      report: schemaRef('ContractReport'),
      lint: listOf(schemaRef('ContractFinding')),
      consumers: listOf(
        objectSchema(
          {
            ...consumer,
            verdict,
            findings: listOf(schemaRef('ContractFinding')),
            order,
            first: { enum: ['consumers', 'any', 'none'] },
          },
          [...consumerRequired, 'verdict', 'findings', 'order', 'first'],
        ),
      ),
      complete: { type: 'boolean' },
      tell: listOf(
        objectSchema({ owner: entityRef, consumers: listOf(entityRef) }, [
          'owner',
          'consumers',
        ]),
      ),
      lossy: {
        ...listOf(lossNote),
        description:
          'Of a document in another format: what was not read, and so not checked.',
      },
    },
    ['subject', 'verdict', 'lint', 'consumers', 'complete', 'tell'],
  ),
  ContractDeprecationRequest: objectSchema(
    {
      removeAfter: {
        type: 'string',
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        examples: ['2027-03-31'],
      },
      replacement: { type: 'string', minLength: 1, maxLength: 1000 },
      reason: { type: 'string', minLength: 1, maxLength: 2000 },
      field: {
        ...fieldInRequest,
        description: 'Left out where all of the version is deprecated.',
      },
    },
    ['removeAfter', 'reason'],
  ),
  DeprecationProgress: objectSchema(
    {
      subject: entityRef,
      version: text,
      field,
      deprecation: schemaRef('ContractDeprecation'),
      production: moved,
      training: moved,
      remaining: listOf(objectSchema(consumer, consumerRequired)),
      waived: {
        ...listOf(
          objectSchema({ consumer: entityRef, until: time }, [
            'consumer',
            'until',
          ]),
        ),
        description:
          'Those of them whose owner agreed that it goes before its date.',
      },
      removable: { type: 'boolean' },
      blockedBy: listOf(text),
    },
    [
      'subject',
      'version',
      'deprecation',
      'production',
      'training',
      'remaining',
      'waived',
      'removable',
      'blockedBy',
    ],
  ),
  DeprecationList: objectSchema(
    { items: listOf(schemaRef('DeprecationProgress')) },
    ['items'],
  ),
};
