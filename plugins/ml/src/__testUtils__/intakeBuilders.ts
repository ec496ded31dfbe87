import {
  IntakeDecision,
  IntakeRecord,
  KeptIntakeDecision,
  RegistryRecordRef,
} from '@understudy/plugin-ml-common';
import { daysAgo } from './builders';

/** A record that nobody has taken, which the reader may decide about. */
export function buildRecord(
  name: string,
  parts: Partial<IntakeRecord> = {},
): IntakeRecord {
  return {
    record: { server: 'eu-prod', name },
    kind: 'model',
    status: 'no-owner',
    boundBy: 'default',
    model: `model:default/${name}`,
    versions: 3,
    latestVersion: { label: '3', createdAt: daysAgo(40) },
    url: `https://mlflow.example/#/models/${encodeURIComponent(name)}`,
    firstSeenAt: daysAgo(90),
    suggestions: [],
    allowed: ['claim', 'bind', 'ignore'],
    ...parts,
  };
}

/** A decision that somebody of the platform made. */
export function buildDecision(
  record: RegistryRecordRef,
  decision: IntakeDecision,
): KeptIntakeDecision {
  return {
    record,
    decision,
    decidedBy: 'user:default/platform-engineer',
    decidedAt: daysAgo(2),
  };
}

/** What a grown registry holds: owned, unowned, copied, tried and forgotten. */
export function sampleRecords(): IntakeRecord[] {
  const forgotten = { server: 'eu-prod', name: 'tmp_xgb_test' };
  const waiting = { server: 'eu-prod', name: 'returns_forecast' };
  return [
    buildRecord('fraud-score (copy)', {
      record: { server: 'eu-prod', name: 'fraud-score (copy)' },
      model: 'model:default/fraud-score-copy',
      description: 'Copied before the gift card change.',
      suggestions: [
        {
          action: 'bind',
          model: 'model:default/fraud-score',
          because: "It has the name of Fraud score without '(copy)'.",
        },
      ],
    }),
    buildRecord('chargeback_reason', {
      status: 'no-model',
      model: undefined,
      versions: 12,
      suggestions: [
        {
          action: 'claim',
          owner: 'group:default/payments-fraud',
          because: "Its tag 'team' names the group Payments fraud.",
        },
      ],
    }),
    buildRecord('greeting_prompt', {
      kind: 'prompt',
      status: 'no-model',
      model: undefined,
      record: { server: 'us-research', name: 'greeting_prompt' },
    }),
    buildRecord('returns_forecast', {
      record: waiting,
      decision: buildDecision(waiting, {
        action: 'claim',
        owner: 'group:default/search-ranking',
      }),
      allowed: ['claim', 'bind', 'ignore', 'reset'],
    }),
    buildRecord('legacy_price_model', {
      versions: 1,
      latestVersion: { label: '1', createdAt: daysAgo(900) },
      firstSeenAt: daysAgo(900),
      allowed: [],
    }),
    buildRecord('tmp_xgb_test', {
      status: 'ignored',
      boundBy: undefined,
      model: undefined,
      decision: buildDecision(forgotten, {
        action: 'ignore',
        reason: 'A test that was never meant to stay.',
      }),
      allowed: ['claim', 'bind', 'reset'],
    }),
    buildRecord('fraud-score', {
      status: 'settled',
      boundBy: 'declared',
      owner: 'group:default/payments-fraud',
      versions: 44,
      latestVersion: { label: '44', createdAt: daysAgo(16) },
      allowed: [],
    }),
  ];
}
