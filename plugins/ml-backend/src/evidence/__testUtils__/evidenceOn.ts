import { ConfigReader } from '@backstage/config';
import { EvidenceAddition } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { sourceVersion } from '../../__testUtils__/FakeVersionSource';
import { seedVersions } from '../../__testUtils__/seedVersions';
import { Actor } from '../../promotion/Actor';
import { DatabaseVersionStore } from '../../registry/DatabaseVersionStore';
import { DatabaseSubjectStore } from '../../subjects/DatabaseSubjectStore';
import { EvidenceService } from '../EvidenceService';

export const FRAUD = 'model:default/fraud-score';
export const NOW = new Date('2026-11-26T12:00:00.000Z');
export const scientist: Actor = {
  ref: 'user:default/scientist',
  kind: 'user',
};

export const digestOf = (letter: string) => `sha256:${letter.repeat(64)}`;

/** An evaluation as a job would send it. */
export function evaluation(
  overrides: Partial<NonNullable<EvidenceAddition['evaluations']>[number]> = {},
): NonNullable<EvidenceAddition['evaluations']>[number] {
  return {
    dataset: 'holdout',
    split: 'test',
    metrics: [{ name: 'roc_auc', value: 0.91, ci: [0.9, 0.92], n: 5000 }],
    evaluatedAt: '2026-11-20T08:00:00+01:00',
    ...overrides,
  };
}

/** Two versions of a model, 1 and 2, and the evidence about them. */
export async function evidenceOn(
  knex: Knex,
  options: { signatureKeys?: { id: string; publicKey: string }[] } = {},
) {
  await seedVersions(knex, {
    model: 'fraud-score',
    versions: [
      sourceVersion('1', {
        digest: digestOf('a'),
        digestStrength: 'artifact',
        artifactUri: 's3://models/fraud/1',
      }),
      sourceVersion('2'),
    ],
  });
  const clock = { now: NOW };
  const evidence = EvidenceService.fromConfig(
    new ConfigReader({
      ml: {
        metrics: [{ name: 'auc', aliases: ['roc_auc'] }],
        signatures: { keys: options.signatureKeys ?? [] },
      },
    }),
    {
      knex,
      subjects: DatabaseSubjectStore.create({ knex }),
      versions: DatabaseVersionStore.create({
        knex,
        serverTitle: () => undefined,
      }),
      now: () => clock.now,
    },
  );
  return {
    clock,
    evidence,
    add: (addition: EvidenceAddition, idempotencyKey?: string) =>
      evidence.add(FRAUD, '1', addition, { actor: scientist, idempotencyKey }),
    read: (version = '1') => evidence.get(FRAUD, version),
    events: async (): Promise<{ data: string }[]> =>
      await knex('event')
        .where({ type: 'dev.understudy.version.evidence-added' })
        .orderBy('sequence'),
  };
}
