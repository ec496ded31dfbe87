import { ConflictError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { accountOf, Actor } from '../../promotion/Actor';
import { versionObjectKind } from '../../registry/versionObjectKind';
import { VersionRow } from '../../registry/versionRows';
import { TombstoneRow } from '../evidenceRows';
import { NormalizedAddition } from '../NormalizedAddition';
import { AddedEvidence, writeAddition } from './writeAddition';

/**
 * Adds evidence to a version together with its entry in the ledger, which
 * holds counts and hashes and none of the values. Nothing new, no entry.
 */
export async function addEvidence(
  tx: Knex.Transaction,
  options: {
    ledger: DatabaseLedger;
    /** Entity ref of the model, feature view or dataset. */
    model: string;
    versionId: string;
    addition: NormalizedAddition;
    actor: Actor;
    now: Date;
  },
): Promise<AddedEvidence> {
  const { ledger, model, versionId, addition, actor, now } = options;
  // One addition at a time: what is new depends on what is there.
  const row = await tx<VersionRow>('version')
    .where({ id: versionId })
    .forUpdate()
    .first();
  if (!row) {
    throw new NotFoundError(`'${model}' has no version '${versionId}'`);
  }
  const ref = `${model}@${row.label}`;
  const tombstone = await tx<TombstoneRow>('version_tombstone')
    .where({ version_id: versionId })
    .first();
  if (tombstone) {
    throw new ConflictError(
      `${ref} was deleted at ${tombstone.deleted_at}; nothing is added to it any more`,
    );
  }
  const added = await writeAddition(
    {
      tx,
      version: {
        id: versionId,
        ref,
        digest: row.digest,
        digestStrength: row.digest_strength,
        artifactUri: row.artifact_uri ?? undefined,
      },
      by: accountOf(actor),
      at: now.toISOString(),
    },
    addition,
  );
  if (Object.keys(added).length > 0) {
    await ledger.append(tx, [
      {
        type: 'dev.understudy.version.evidence-added',
        source: '/api/ml/models',
        subject: ref,
        subjectId: row.subject_id,
        data: {
          actor,
          action: 'version.evidence-added',
          object: { kind: versionObjectKind(model), ref: versionId },
          after: { added },
          correlationId: versionId,
        },
      },
    ]);
  }
  return added;
}
