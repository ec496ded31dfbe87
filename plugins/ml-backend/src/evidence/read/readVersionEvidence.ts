import {
  VersionArtifact,
  VersionEvidence,
  VersionTombstone,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { answerLimits } from '../evidenceLimits';
import {
  ArtifactRow,
  BaselineRow,
  CardRow,
  LabelRow,
  ProvenanceRow,
  RiskTierRow,
  TombstoneRow,
  toOrigin,
} from '../evidenceRows';
import { readEvaluations } from './readEvaluations';

/** All evidence of a version, within the bounds of an answer. */
export async function readVersionEvidence(
  knex: Knex,
  versionId: string,
): Promise<VersionEvidence> {
  const truncated: string[] = [];
  const within = <T>(kind: keyof typeof answerLimits, rows: T[]): T[] => {
    const limit = answerLimits[kind];
    if (rows.length > limit) {
      truncated.push(kind);
    }
    return rows.slice(0, limit);
  };
  const of = <T extends {}>(table: string, kind: keyof typeof answerLimits) =>
    knex<T>(table)
      .where('version_id', versionId)
      .limit(answerLimits[kind] + 1);

  const { evaluations, complete } = await readEvaluations(knex, versionId);
  if (!complete) {
    truncated.push('evaluations');
  }
  const artifacts: ArtifactRow[] = await of(
    'version_artifact',
    'artifacts',
  ).orderBy('path');
  const baselines: BaselineRow[] = await of(
    'version_baseline',
    'baselines',
  ).orderBy('field');
  const provenance: ProvenanceRow[] = await of(
    'version_provenance',
    'provenance',
  ).orderBy('position', 'desc');
  const cards: CardRow[] = await of('version_card', 'cards').orderBy(
    'position',
    'desc',
  );
  const labels: LabelRow[] = await of('version_label', 'labels')
    .orderByRaw('CASE WHEN removed_at IS NULL THEN 0 ELSE 1 END')
    .orderBy('position', 'desc');
  const riskTier = await knex<RiskTierRow>('version_risk_tier')
    .where({ version_id: versionId })
    .orderBy('position', 'desc')
    .first();
  const tombstone = await knex<TombstoneRow>('version_tombstone')
    .where({ version_id: versionId })
    .first();

  return {
    versionId,
    evaluations,
    artifacts: within('artifacts', artifacts).map(toArtifact),
    baselines: within('baselines', baselines).map(row => ({
      ...toOrigin(row),
      ...JSON.parse(row.content),
    })),
    provenance: within('provenance', provenance).map(row => ({
      ...toOrigin(row),
      ...JSON.parse(row.content),
    })),
    cards: within('cards', cards).map(row => ({
      ...toOrigin(row),
      text: row.text,
    })),
    labels: within('labels', labels).map(row => ({
      ...toOrigin(row),
      key: row.key,
      value: row.value,
      ...(row.removed_at ? { removedAt: row.removed_at } : {}),
    })),
    ...(riskTier
      ? {
          riskTier: {
            ...toOrigin(riskTier),
            tier: riskTier.tier,
            rationale: riskTier.rationale,
          },
        }
      : {}),
    ...(tombstone ? { tombstone: toTombstone(tombstone) } : {}),
    truncated,
  };
}

export function toTombstone(row: TombstoneRow): VersionTombstone {
  return {
    deletedAt: row.deleted_at,
    deletedBy: row.deleted_by,
    reason: row.reason,
  };
}

function toArtifact(row: ArtifactRow): VersionArtifact {
  return {
    ...toOrigin(row),
    path: row.path,
    ...(row.uri ? { uri: row.uri } : {}),
    digest: row.digest,
    ...(row.size_bytes === null ? {} : { sizeBytes: row.size_bytes }),
    ...(row.media_type ? { mediaType: row.media_type } : {}),
  };
}
