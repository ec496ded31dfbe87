import {
  Assignment,
  LedgerEvent,
  ModelEntity,
  ModelListItem,
  ModelVersion,
  Promotion,
  PromotionOptions,
  RegistrySourceStatus,
} from '@understudy/plugin-ml-common';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A time so many days before now. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString();
}

export const FRAUD_SCORE = 'model:default/fraud-score';

/** A version of a fraud model; newer ones are a little better. */
export function buildVersion(
  number: number,
  parts: Partial<ModelVersion> = {},
): ModelVersion {
  const createdAt = daysAgo(60 - number);
  const dataset = 'dataset:default/card-transactions-holdout';
  return {
    id: `version-${number}`,
    model: FRAUD_SCORE,
    label: String(number),
    digest: `sha256:${(number * 48_271).toString(16).padEnd(64, '5')}`,
    digestStrength: number % 5 === 0 ? 'artifact' : 'record',
    description: 'Retrained on the **last 90 days** of card payments.',
    aliases: [],
    assignments: [],
    everAssigned: false,
    metrics: [
      {
        name: 'auc',
        rawName: 'roc_auc',
        value: 0.87 + number * 0.001,
        dataset,
        split: 'test',
        observedAt: createdAt,
      },
      {
        name: 'log_loss',
        rawName: 'log_loss',
        value: 0.2 - number * 0.0011,
        dataset,
        split: 'test',
        observedAt: createdAt,
      },
      { name: 'latency_p99', rawName: 'p99', value: 23 + (number % 3) },
    ],
    source: {
      type: 'mlflow',
      server: 'eu-prod',
      record: 'fraud-score',
      recordVersion: String(number),
      title: 'MLflow EU',
    },
    createdBy: 'fraud-training',
    createdAt,
    registeredAt: createdAt,
    artifactUri: `s3://models/fraud-score/${number}`,
    runId: `run-${number}`,
    tags: [{ key: 'team', value: 'payments-fraud' }],
    params: [
      { key: 'max_depth', value: String(4 + (number % 4)) },
      { key: 'learning_rate', value: '0.05' },
    ],
    signature: {
      inputs: [
        { name: 'amount', type: 'double', required: true },
        { name: 'merchant_category', type: 'string', required: true },
        ...(number >= 44
          ? [{ name: 'device_age_days', type: 'long', required: false }]
          : []),
      ],
      outputs: [{ name: 'score', type: 'double', required: true }],
    },
    components: [
      {
        role: 'featureView',
        ref: 'featureview:default/card-velocity',
        version: number >= 44 ? '3' : '2',
      },
    ],
    links: [
      {
        title: 'Run in MLflow',
        url: `https://mlflow.example/#/runs/${number}`,
      },
    ],
    ...parts,
  };
}

/** An assignment of a version as champion of production. */
export function buildAssignment(
  version: ModelVersion,
  parts: Partial<Assignment> = {},
): Assignment {
  return {
    id: `assignment-${version.label}-${parts.target?.segment ?? '*'}`,
    model: version.model,
    versionId: version.id,
    version: version.label,
    digest: version.digest,
    stage: 'production',
    target: { environment: 'production', segment: '*' },
    slot: 'champion',
    trafficPercent: 100,
    since: daysAgo(12),
    promotionId: `promotion-of-${version.label}`,
    ...parts,
  };
}

/** A promotion that waits for the approval of its owners. */
export function buildPromotion(parts: Partial<Promotion> = {}): Promotion {
  const version = buildVersion(44);
  return {
    id: 'promotion-1',
    kind: 'promote',
    model: FRAUD_SCORE,
    versionId: version.id,
    version: version.label,
    digest: version.digest,
    toStage: 'production',
    target: { environment: 'production', segment: '*' },
    requestedBy: 'user:default/payments-scientist',
    requestedAt: daysAgo(0.1),
    reason: 'Catches the new *gift card* pattern.',
    policyRef: 'payments',
    policyDigest: 'sha256:0123456789abcdef',
    subjectDigest: 'sha256:fedcba9876543210',
    state: 'awaiting_approval',
    stateSince: daysAgo(0.1),
    revision: 3,
    gateRuns: [
      {
        gateId: 'auc',
        type: 'metric',
        status: 'pass',
        enforcement: 'block',
        blocks: false,
        summary: '0.914 ≥ 0.900 (champion 0.912, +0.002)',
        evidence: [
          {
            kind: 'metric',
            ref: `${FRAUD_SCORE}@44`,
            summary: 'auc 0.914 on card-transactions-holdout, test',
            observedAt: daysAgo(0.125),
            url: 'https://mlflow.example/#/runs/44',
          },
        ],
        startedAt: daysAgo(0.1),
        finishedAt: daysAgo(0.1),
        attempt: 1,
        policyDigest: 'sha256:0123456789abcdef',
      },
    ],
    requirements: [
      {
        id: 'owners',
        title: 'Owning team',
        groups: ['group:default/payments-fraud'],
        quorum: 1,
        separation: ['not-requester'],
        approved: 0,
        satisfied: false,
        eligible: 'first-choice',
      },
    ],
    approvals: [],
    execution: {
      attempt: 0,
      alias: {
        server: 'eu-prod',
        record: 'fraud-score',
        alias: 'champion',
        version: '44',
      },
    },
    champion: { versionId: 'version-42', version: '42' },
    waitingFor: 'Waiting for 1 approval by Payments fraud',
    allowedActions: ['approve', 'reject'],
    notAllowed: [],
    ...parts,
  };
}

/** What the policy of the fraud model allows to be asked for. */
export function buildOptions(
  parts: Partial<PromotionOptions> = {},
): PromotionOptions {
  return {
    model: FRAUD_SCORE,
    policyRef: 'payments',
    policyDigest: 'sha256:0123456789abcdef',
    stages: [
      {
        name: 'staging',
        title: 'Staging',
        environments: ['staging'],
        gates: [],
        approvals: [],
      },
      {
        name: 'production',
        title: 'Production',
        environments: ['production'],
        gates: [
          {
            id: 'auc',
            type: 'metric',
            words: 'The metric auc on the test split is at least 0.900.',
          },
        ],
        approvals: [
          {
            id: 'owners',
            words:
              'One member of the owning team approves, never the requester.',
          },
        ],
      },
    ],
    segments: ['*', 'market=de'],
    aliases: [
      {
        target: { environment: 'production', segment: '*' },
        alias: 'champion',
      },
      {
        target: { environment: 'production', segment: 'market=de' },
        alias: 'champion-de',
      },
    ],
    mayPromote: true,
    mayRollBack: true,
    ...parts,
  };
}

/** A registry that answers. */
export function buildSource(
  parts: Partial<RegistrySourceStatus> = {},
): RegistrySourceStatus {
  return {
    server: 'eu-prod',
    type: 'mlflow',
    title: 'MLflow EU',
    uiUrl: 'https://mlflow.example',
    lastAttemptAt: daysAgo(0.001),
    lastSuccessAt: daysAgo(0.001),
    staleAfterSeconds: 900,
    stale: false,
    records: 14,
    versions: 412,
    ...parts,
  };
}

/** A model in a list. */
export function buildModel(
  name: string,
  parts: Partial<ModelListItem> = {},
): ModelListItem {
  return {
    ref: `model:default/${name}`,
    title: name,
    owner: 'group:default/payments-fraud',
    type: 'classifier',
    lifecycle: 'production',
    tier: 'high',
    tierComplete: true,
    champions: [],
    versionCount: 0,
    ...parts,
  };
}

/** The fraud model in the catalog. */
export function buildModelEntity(
  spec: Partial<ModelEntity['spec']> = {},
): ModelEntity {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Model',
    metadata: {
      name: 'fraud-score',
      namespace: 'default',
      title: 'Fraud score',
      description: 'Scores card payments before authorisation.',
    },
    spec: {
      type: 'classifier',
      lifecycle: 'production',
      owner: 'group:default/payments-fraud',
      ...spec,
    },
  };
}

/** An event about the promotion of version 44. */
export function buildEvent(
  verb: string,
  parts: Partial<LedgerEvent> = {},
): LedgerEvent {
  const { sequence = 1 } = parts;
  return {
    specversion: '1.0',
    id: `event-${sequence}`,
    type: `dev.understudy.promotion.${verb}`,
    source: '/api/ml/promotions/promotion-1',
    subject: `${FRAUD_SCORE}@44`,
    time: daysAgo(0.1),
    datacontenttype: 'application/json',
    sequence,
    prevHash: '',
    hash: '',
    data: {
      actor: { ref: 'user:default/payments-scientist', kind: 'user' },
      action: verb,
      object: { kind: 'promotion', ref: 'promotion-1' },
      correlationId: 'promotion-1',
    },
    ...parts,
  };
}
