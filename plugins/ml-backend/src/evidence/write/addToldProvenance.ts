import { canonicalJson } from '@understudy/contracts';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { inBatches } from '../../database/inBatches';
import { systemActor } from '../../promotion/Actor';
import { keptLimits } from '../evidenceLimits';
import { ProvenanceRow } from '../evidenceRows';
import { NormalizedAddition } from '../NormalizedAddition';

/** What a registry or tracking server tells of a version. */
export interface ToldProvenance {
  versionId: string;
  provenance: NonNullable<NormalizedAddition['provenance']>;
}

/**
 * Keeps what servers tell of versions whose rows the transaction has locked.
 * Each thing is kept once: told again, it must not count more than what
 * somebody has said since. A version that has as many statements as are kept
 * gets no more. Answers the versions that something was added to.
 */
export async function addToldProvenance(
  tx: Knex.Transaction,
  told: readonly ToldProvenance[],
  now: Date,
): Promise<Set<string>> {
  const added = new Set<string>();
  for (const batch of inBatches(told)) {
    const known = await tx<ProvenanceRow>('version_provenance').whereIn(
      'version_id',
      batch.map(({ versionId }) => versionId),
    );
    const rows = batch.flatMap(({ versionId, provenance }): ProvenanceRow[] => {
      const ofVersion = known.filter(row => row.version_id === versionId);
      const content = canonicalJson(provenance);
      const isKnown = ofVersion.some(
        row => row.added_by === systemActor.ref && row.content === content,
      );
      return isKnown || ofVersion.length >= keptLimits.provenance
        ? []
        : [
            {
              id: ulid(now.getTime()),
              version_id: versionId,
              position: ofVersion.length,
              added_by: systemActor.ref,
              added_at: now.toISOString(),
              content,
            },
          ];
    });
    if (rows.length > 0) {
      await tx<ProvenanceRow>('version_provenance').insert(rows);
    }
    rows.forEach(row => added.add(row.version_id));
  }
  return added;
}
