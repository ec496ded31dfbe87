import { promotionStates } from '@understudy/plugin-ml-common';
import { JsonObject } from '@backstage/types';
import { objectSchema, OpenApiSchemas, schemaRef } from './parts';

const text: JsonObject = { type: 'string' };
const flag: JsonObject = { type: 'boolean' };
const count: JsonObject = { type: 'integer', minimum: 0 };
const number: JsonObject = { type: 'number' };
const anything: JsonObject = { type: 'object', additionalProperties: true };
const time: JsonObject = {
  type: 'string',
  description: 'ISO 8601 in UTC.',
  examples: ['2026-03-01T04:00:00.000Z'],
};
const revision: JsonObject = {
  type: 'integer',
  minimum: 1,
  description: 'The revision that the caller looked at.',
};
const reason: JsonObject = { type: 'string', minLength: 1, maxLength: 4000 };
const bounded = (maxLength: number, description?: string): JsonObject => ({
  type: 'string',
  minLength: 1,
  maxLength,
  ...(description ? { description } : {}),
});
const listOf = (items: JsonObject): JsonObject => ({ type: 'array', items });
const oneOf = (...values: string[]): JsonObject => ({
  type: 'string',
  enum: values,
});
const page = (item: string) =>
  objectSchema({ items: listOf(schemaRef(item)), nextCursor: text }, ['items']);

const target = objectSchema(
  {
    environment: text,
    segment: {
      type: 'string',
      description: '`*` or sorted `key=value` pairs joined by commas.',
      examples: ['*', 'market=de'],
    },
  },
  ['environment', 'segment'],
);
const versionName = objectSchema({ versionId: text, version: text }, [
  'versionId',
  'version',
]);

const gateRunProperties: Record<string, JsonObject> = {
  gateId: text,
  type: text,
  status: oneOf(
    'pending',
    'running',
    'pass',
    'warn',
    'fail',
    'error',
    'unknown',
    'skipped',
    'overridden',
  ),
  enforcement: oneOf('block', 'warn', 'info'),
  blocks: flag,
  summary: text,
  remedy: text,
  evidence: listOf(
    objectSchema(
      {
        kind: text,
        ref: text,
        observedAt: time,
        digest: text,
        summary: text,
        url: text,
      },
      ['kind', 'ref', 'summary'],
    ),
  ),
  startedAt: time,
  finishedAt: time,
  validUntil: time,
  attempt: count,
  policyDigest: text,
};

const summaryProperties: Record<string, JsonObject> = {
  id: { type: 'string', description: 'ULID.' },
  kind: oneOf('promote', 'rollback', 'retire', 'demote'),
  model: text,
  versionId: text,
  version: text,
  toStage: text,
  target,
  requestedBy: text,
  requestedAt: time,
  state: oneOf(...promotionStates),
  stateSince: time,
  revision,
  waitingFor: text,
};
const summaryRequired = Object.keys(summaryProperties).filter(
  name => name !== 'waitingFor',
);
const action = oneOf('approve', 'reject', 'cancel', 'reevaluate');

/** The schemas of promotions, assignments, policies and the ledger. */
export const promotionSchemas: OpenApiSchemas = {
  PromotionRequest: objectSchema(
    {
      model: bounded(500, 'Entity ref; kind and namespace may be left out.'),
      version: bounded(250, 'Label or id of the version.'),
      stage: bounded(64, 'A stage of the policy.'),
      environment: bounded(64, 'Where the stage leads; may be left out.'),
      segment: bounded(255, '`*`, the default, or `key=value` pairs.'),
      reason,
    },
    ['model', 'version', 'stage'],
  ),
  PromotionDecision: objectSchema(
    {
      revision,
      reason,
      requirement: bounded(64, 'Decide on this requirement only.'),
    },
    ['revision'],
  ),
  PromotionCancellation: objectSchema({ revision, reason }, ['revision']),
  PromotionRevision: objectSchema({ revision }, ['revision']),
  PromotionReason: objectSchema({ reason }, ['reason']),
  RollbackRequest: objectSchema(
    {
      environment: bounded(64),
      segment: bounded(255, '`*`, the default, or `key=value` pairs.'),
      version: bounded(
        250,
        'Label or id of a version that was champion there; the champion before when left out.',
      ),
      replaces: bounded(
        250,
        'Label or id of the champion to get rid of: 409 when it is not there any more. Guards against rolling back twice.',
      ),
      reason,
    },
    ['environment'],
  ),
  PromotionSummary: objectSchema(summaryProperties, summaryRequired),
  PromotionPage: page('PromotionSummary'),
  GateRun: objectSchema(
    gateRunProperties,
    Object.keys(gateRunProperties).filter(
      name => !['remedy', 'finishedAt', 'validUntil'].includes(name),
    ),
  ),
  GateExplanation: objectSchema(
    {
      words: text,
      run: schemaRef('GateRun'),
      inputs: anything,
      replay: objectSchema({ status: text, summary: text, same: flag }, [
        'status',
        'summary',
        'same',
      ]),
    },
    ['words', 'run', 'inputs', 'replay'],
  ),
  PromotionRequirement: objectSchema(
    {
      id: text,
      title: text,
      groups: listOf(text),
      quorum: count,
      separation: listOf(text),
      approved: count,
      satisfied: flag,
      notice: text,
      separationNotice: text,
      eligible: oneOf('first-choice', 'fallback', 'nobody'),
    },
    [
      'id',
      'title',
      'groups',
      'quorum',
      'separation',
      'approved',
      'satisfied',
      'eligible',
    ],
  ),
  PromotionApproval: objectSchema(
    {
      id: text,
      requirementId: text,
      approver: text,
      via: text,
      decision: oneOf('approve', 'reject'),
      reason: text,
      at: time,
      staleSince: time,
      staleCause: text,
    },
    ['id', 'requirementId', 'approver', 'via', 'decision', 'at'],
  ),
  PromotionExecution: objectSchema(
    {
      attempt: count,
      startedAt: time,
      lastError: text,
      nextAttemptAt: time,
      alias: objectSchema(
        {
          server: text,
          workspace: text,
          record: text,
          alias: text,
          version: text,
        },
        ['server', 'record', 'alias', 'version'],
      ),
      manualCommand: text,
      finishedAt: time,
    },
    ['attempt'],
  ),
  Promotion: objectSchema(
    {
      ...summaryProperties,
      digest: text,
      reason: text,
      reasonDueAt: time,
      policyRef: text,
      policyDigest: text,
      subjectDigest: text,
      expiresAt: time,
      gateRuns: listOf(schemaRef('GateRun')),
      requirements: listOf(schemaRef('PromotionRequirement')),
      approvals: listOf(schemaRef('PromotionApproval')),
      execution: schemaRef('PromotionExecution'),
      supersededBy: text,
      rollbackOf: text,
      champion: versionName,
      replaced: versionName,
      allowedActions: listOf(action),
      notAllowed: listOf(
        objectSchema({ action, reason: text }, ['action', 'reason']),
      ),
    },
    [
      ...summaryRequired,
      'digest',
      'policyRef',
      'policyDigest',
      'subjectDigest',
      'gateRuns',
      'requirements',
      'approvals',
      'execution',
      'allowedActions',
      'notAllowed',
    ],
  ),
  Assignment: objectSchema(
    {
      id: text,
      model: text,
      versionId: text,
      version: text,
      digest: text,
      stage: text,
      target,
      slot: oneOf('champion', 'challenger', 'shadow', 'canary', 'none'),
      trafficPercent: number,
      since: time,
      until: time,
      promotionId: text,
      verifiedAt: time,
    },
    [
      'id',
      'model',
      'versionId',
      'version',
      'digest',
      'stage',
      'target',
      'slot',
      'trafficPercent',
      'since',
      'promotionId',
    ],
  ),
  AssignmentPage: page('Assignment'),
  PromotionOptions: objectSchema(
    {
      model: text,
      policyRef: text,
      policyDigest: text,
      stages: listOf(
        objectSchema(
          {
            name: text,
            title: text,
            environments: listOf(text),
            gates: listOf(
              objectSchema({ id: text, type: text, words: text }, [
                'id',
                'type',
                'words',
              ]),
            ),
            approvals: listOf(
              objectSchema({ id: text, words: text }, ['id', 'words']),
            ),
          },
          ['name', 'title', 'environments', 'gates', 'approvals'],
        ),
      ),
      segments: listOf(text),
      aliases: listOf(
        objectSchema({ target, alias: text }, ['target', 'alias']),
      ),
      mayPromote: flag,
      mayRollBack: flag,
      reason: text,
    },
    [
      'model',
      'policyRef',
      'policyDigest',
      'stages',
      'segments',
      'aliases',
      'mayPromote',
      'mayRollBack',
    ],
  ),
  RollbackOption: objectSchema(
    {
      target,
      stage: text,
      current: objectSchema({ versionId: text, version: text, since: time }, [
        'versionId',
        'version',
        'since',
      ]),
      previous: objectSchema({ versionId: text, version: text, until: time }, [
        'versionId',
        'version',
      ]),
      underWay: objectSchema({ promotionId: text, version: text }, [
        'promotionId',
        'version',
      ]),
    },
    ['target', 'stage'],
  ),
  RollbackOptions: objectSchema(
    { items: listOf(schemaRef('RollbackOption')) },
    ['items'],
  ),
  PolicySources: objectSchema(
    {
      items: listOf(
        objectSchema(
          {
            target: text,
            policies: listOf(
              objectSchema({ name: text, title: text, priority: number }, [
                'name',
                'priority',
              ]),
            ),
            digest: text,
            loadedAt: time,
            checkedAt: time,
            error: text,
          },
          ['target', 'policies'],
        ),
      ),
    },
    ['items'],
  ),
  LedgerEvent: objectSchema(
    {
      specversion: { const: '1.0' },
      id: text,
      type: text,
      source: text,
      subject: text,
      time,
      datacontenttype: { const: 'application/json' },
      sequence: count,
      prevHash: text,
      hash: text,
      data: anything,
    },
    [
      'specversion',
      'id',
      'type',
      'source',
      'subject',
      'time',
      'datacontenttype',
      'sequence',
      'prevHash',
      'hash',
      'data',
    ],
  ),
  LedgerPage: page('LedgerEvent'),
  LedgerVerification: objectSchema(
    {
      valid: flag,
      checked: count,
      lastSequence: count,
      lastHash: text,
      firstInvalid: objectSchema({ sequence: count, reason: text }, [
        'sequence',
        'reason',
      ]),
    },
    ['valid', 'checked', 'lastSequence', 'lastHash'],
  ),
};
