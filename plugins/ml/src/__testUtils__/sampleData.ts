import { buildCard } from './buildCard';
import {
  buildAssignment,
  buildModel,
  buildEvent,
  buildOptions,
  buildPromotion,
  buildSource,
  buildVersion,
  daysAgo,
  FRAUD_SCORE,
} from './builders';
import { MemoryData } from './MemoryMlApi';
import {
  buildAliasChange,
  buildDrift,
  buildToken,
  sampleEvidence,
} from './registryBuilders';

const EVERYWHERE = { environment: 'production', segment: '*' };
const GERMANY = { environment: 'production', segment: 'market=de' };

/** A small organisation: one busy model, several quiet ones. */
export function sampleData(): MemoryData {
  const v41 = buildVersion(41, { everAssigned: true });
  const v42 = buildVersion(42, { everAssigned: true });
  const versions = Array.from({ length: 44 }, (_, i) => buildVersion(i + 1));
  const worldwide = buildAssignment(v42, { target: EVERYWHERE });
  const german = buildAssignment(v41, { target: GERMANY });
  versions[41] = {
    ...v42,
    aliases: ['champion'],
    assignments: [worldwide],
  };
  versions[40] = {
    ...v41,
    aliases: ['champion-de'],
    assignments: [german],
  };
  return {
    models: [
      buildModel('fraud-score', {
        title: 'Fraud score',
        description: 'Scores card payments before authorisation.',
        versionCount: 44,
        latestVersion: {
          id: 'version-44',
          label: '44',
          createdAt: versions[43].createdAt,
        },
        champions: [worldwide, german],
      }),
      buildModel('chargeback-risk', { tierComplete: false, tier: 'limited' }),
      buildModel('search-ranker', {
        title: 'Search ranker',
        owner: 'group:default/search-ranking',
        type: 'ranker',
        tier: undefined,
        tierComplete: false,
      }),
      buildModel('legacy-dispute-rules', {
        owner: undefined,
        type: 'rules',
        lifecycle: 'deprecated',
        tier: 'limited',
      }),
    ],
    mine: [FRAUD_SCORE, 'model:default/chargeback-risk'],
    versions,
    assignments: [
      worldwide,
      german,
      buildAssignment(v41, {
        id: 'assignment-before',
        target: EVERYWHERE,
        since: daysAgo(40),
        until: worldwide.since,
      }),
    ],
    promotions: samplePromotions(),
    events: ['created', 'submitted', 'approval.requested'].map((verb, index) =>
      buildEvent(verb, { sequence: index + 1 }),
    ),
    registries: [
      buildSource(),
      buildSource({
        server: 'us-research',
        title: 'MLflow US research',
        lastSuccessAt: daysAgo(0.6),
        lastError: 'GET /api/2.0/mlflow/registered-models/search: 502',
        stale: true,
      }),
    ],
    options: buildOptions(),
    rollbacks: [
      {
        target: EVERYWHERE,
        stage: 'production',
        current: { versionId: v42.id, version: '42', since: worldwide.since },
        previous: { versionId: v41.id, version: '41', until: worldwide.since },
      },
    ],
    evidence: sampleEvidence(),
    aliasChanges: [
      buildAliasChange({
        id: 'change-2',
        from: { versionId: 'version-42', label: '42' },
        to: { versionId: 'version-43', label: '43' },
        at: daysAgo(1 / 12),
        via: 'outside',
        by: undefined,
        promotionId: undefined,
      }),
      buildAliasChange(),
      buildAliasChange({
        id: 'change-0',
        alias: 'champion-de',
        from: undefined,
        to: { versionId: 'version-41', label: '41' },
        at: daysAgo(20),
      }),
    ],
    drifts: [buildDrift({ decided: { versionId: 'version-42', label: '42' } })],
    card: buildCard(
      '## Purpose\n\nScores card payments before authorisation.\n',
      { may: ['draft', 'in_review'] },
    ),
    tokens: [
      buildToken(),
      buildToken({
        id: 'token-2',
        name: 'notebook',
        scopes: ['read'],
        expiresAt: daysAgo(1),
        createdAt: daysAgo(31),
        lastUsedAt: undefined,
      }),
    ],
  };
}

function samplePromotions() {
  return [
    buildPromotion(),
    buildPromotion({
      id: 'promotion-2',
      version: '43',
      target: GERMANY,
      state: 'blocked',
      allowedActions: ['cancel', 'reevaluate'],
      waitingFor: '1 of 1 checks is in the way',
      gateRuns: [
        {
          ...buildPromotion().gateRuns[0],
          status: 'unknown',
          blocks: true,
          summary: 'No auc on the split test of the German holdout',
          remedy:
            'Run the evaluation job with `--market de`, then check again.',
          evidence: [],
        },
      ],
    }),
    buildPromotion({
      id: 'promotion-3',
      kind: 'rollback',
      version: '41',
      state: 'executing',
      gateRuns: [],
      requirements: [],
      allowedActions: [],
      reason: undefined,
      reasonDueAt: daysAgo(-1),
      waitingFor: 'The registry MLflow EU does not answer',
      execution: {
        attempt: 3,
        lastError: 'POST /api/2.0/mlflow/registered-models/alias: timed out',
        nextAttemptAt: daysAgo(-0.001),
        manualCommand:
          'curl -X POST "$MLFLOW_TRACKING_URI/api/2.0/mlflow/registered-models/alias" -d \'{"name":"fraud-score","alias":"champion","version":"41"}\'',
      },
    }),
    buildPromotion({
      id: 'promotion-4',
      version: '42',
      state: 'succeeded',
      allowedActions: [],
      waitingFor: undefined,
      stateSince: daysAgo(12),
      requestedAt: daysAgo(13),
    }),
  ];
}
