import {
  AliasChange,
  AliasDrift,
  Evaluation,
  EvaluationMetric,
  ModelVersion,
  RegistryToken,
  VersionEvidence,
} from '@understudy/plugin-ml-common';
import { buildVersion, daysAgo, FRAUD_SCORE } from './builders';

const TRAINING = 'service:fraud-training';
const HOLDOUT = 'dataset:default/card-transactions-holdout@2026-10';
const MARKETS = ['de', 'fr', 'nl', 'pl'];

function origin(id: string, days: number) {
  return { id, addedBy: TRAINING, addedAt: daysAgo(days) };
}

/** A metric with an interval of this width around its value. */
export function buildMetric(
  value: number,
  parts: Partial<EvaluationMetric> & { width?: number } = {},
): EvaluationMetric {
  const { width = 0.004, ...rest } = parts;
  return {
    name: 'auc',
    rawName: 'roc_auc',
    value,
    ci: [value - width / 2, value + width / 2],
    n: 120_000,
    ...rest,
  };
}

/** An evaluation on the holdout with a slice a market. */
export function buildEvaluation(
  version: ModelVersion,
  parts: Partial<Evaluation> = {},
): Evaluation {
  const auc = 0.87 + Number(version.label) * 0.001;
  return {
    ...origin(`evaluation-${version.label}`, 1),
    versionId: version.id,
    dataset: HOLDOUT,
    datasetDigest: `sha256:${'c0ffee'.padEnd(64, '1')}`,
    split: 'test',
    metrics: [
      buildMetric(auc),
      buildMetric(0.151, {
        name: 'log_loss',
        rawName: 'log_loss',
        ci: undefined,
      }),
    ],
    slices: MARKETS.map((market, index) => ({
      by: { market },
      metrics: [
        buildMetric(auc - index * 0.01, {
          width: 0.012,
          n: 30_000 - index * 7_000,
        }),
      ],
    })),
    evaluatedAt: daysAgo(1),
    tool: 'mlflow.evaluate',
    runUri: `https://mlflow.example/#/runs/eval-${version.label}`,
    ...parts,
  };
}

/** A version of which nothing is on record. */
export function buildNoEvidence(version: ModelVersion): VersionEvidence {
  return {
    versionId: version.id,
    evaluations: [],
    artifacts: [],
    baselines: [],
    provenance: [],
    cards: [],
    labels: [],
    truncated: [],
  };
}

/** A version of which everything is on record. */
export function buildEvidence(
  version: ModelVersion,
  parts: Partial<VersionEvidence> = {},
): VersionEvidence {
  return {
    ...buildNoEvidence(version),
    evaluations: [
      buildEvaluation(version),
      buildEvaluation(version, {
        ...origin('evaluation-before', 9),
        evaluatedAt: daysAgo(9),
        metrics: [buildMetric(0.801)],
        slices: [],
      }),
    ],
    artifacts: [
      {
        ...origin('artifact-1', 2),
        path: 'model.onnx',
        digest: `sha256:${'ab12cd34'.padEnd(64, '0')}`,
        sizeBytes: 48_300_000,
        mediaType: 'application/octet-stream',
      },
    ],
    baselines: [
      {
        ...origin('baseline-1', 2),
        field: 'amount',
        dataset: HOLDOUT,
        n: 120_000,
        edges: [0, 10, 50, 100, 500, 5000],
        counts: [22_000, 48_000, 30_000, 17_000, 3_000],
        missing: 12,
        mean: 64.2,
        standardDeviation: 80.1,
      },
      {
        ...origin('baseline-2', 2),
        field: 'merchant_category',
        n: 120_000,
        categories: ['grocery', 'travel', 'gaming'],
        counts: [80_000, 30_000, 10_000],
      },
    ],
    provenance: [
      {
        ...origin('provenance-2', 1),
        environment: { image: 'registry.example/train:12' },
      },
      {
        ...origin('provenance-1', 2),
        run: { id: 'run-44', url: 'https://mlflow.example/#/runs/44' },
        code: {
          repository: 'https://git.example/payments/fraud',
          commit: '4f2a9c0d1e2b3a4f5c6d7e8f9a0b1c2d3e4f5a6b',
        },
        data: [
          { ref: 'dataset:default/card-transactions', version: '2026-10' },
          { ref: 's3://raw/chargebacks' },
        ],
        environment: { image: 'registry.example/train:11' },
        trainedBy: 'fraud-training',
      },
    ],
    cards: [
      {
        ...origin('card-1', 2),
        text: '---\nlicense: other\n---\n# Fraud score\n\nNot for credit decisions.',
      },
    ],
    labels: [
      { ...origin('label-1', 2), key: 'calibrated', value: 'yes' },
      {
        ...origin('label-2', 8),
        key: 'reviewed',
        value: 'no',
        removedAt: daysAgo(2),
      },
    ],
    riskTier: {
      ...origin('tier-1', 2),
      tier: 'high',
      rationale: 'It declines payments without a person.',
    },
    ...parts,
  };
}

/** Version 43 is where version 41 was decided. */
export function buildDrift(parts: Partial<AliasDrift> = {}): AliasDrift {
  return {
    id: 'drift-1',
    model: FRAUD_SCORE,
    alias: 'champion',
    server: 'eu-prod',
    record: 'fraud-score',
    stage: 'production',
    target: { environment: 'production', segment: '*' },
    decided: { versionId: 'version-41', label: '41' },
    found: { versionId: 'version-43', label: '43' },
    since: daysAgo(1 / 12),
    state: 'open',
    may: ['report', 'adopt', 'revert'],
    ...parts,
  };
}

/** The alias `champion` was moved by a promotion. */
export function buildAliasChange(
  parts: Partial<AliasChange> = {},
): AliasChange {
  return {
    id: 'change-1',
    alias: 'champion',
    server: 'eu-prod',
    record: 'fraud-score',
    from: { versionId: 'version-41', label: '41' },
    to: { versionId: 'version-42', label: '42' },
    at: daysAgo(12),
    via: 'promotion',
    by: 'user:default/payments-scientist',
    promotionId: 'promotion-4',
    ...parts,
  };
}

/** A token that can be used for another twenty days. */
export function buildToken(parts: Partial<RegistryToken> = {}): RegistryToken {
  return {
    id: 'token-1',
    name: 'laptop',
    scopes: ['read', 'register'],
    createdAt: daysAgo(10),
    expiresAt: daysAgo(-20),
    lastUsedAt: daysAgo(0.1),
    ...parts,
  };
}

/** What is on record of the sample versions. */
export function sampleEvidence(): VersionEvidence[] {
  return [42, 43, 44].map(number => buildEvidence(buildVersion(number)));
}
