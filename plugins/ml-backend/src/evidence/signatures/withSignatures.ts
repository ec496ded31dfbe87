import { VersionEvidence } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { isSignature } from '../../promotion/gates/facts/fileKinds';
import { VersionRow } from '../../registry/versionRows';
import { answerLimits } from '../evidenceLimits';
import { SignatureReader } from './SignatureReader';

/** Adds to evidence what the signatures among the artifacts are worth now. */
export async function withSignatures(
  evidence: VersionEvidence,
  { knex, signatures }: { knex: Knex; signatures: SignatureReader },
): Promise<VersionEvidence> {
  if (!evidence.artifacts.some(isSignature)) {
    return evidence;
  }
  const { versionId: id } = evidence;
  const row = await knex<VersionRow>('version')
    .where({ id })
    .first('id', 'digest');
  const verified = row && (await signatures.read([row])).get(id);
  return {
    ...evidence,
    artifacts: evidence.artifacts.map(artifact => {
      const signature = verified?.files.get(artifact.path);
      return signature
        ? {
            ...artifact,
            signature: {
              ...signature,
              covers: signature.covers.slice(0, answerLimits.artifacts),
            },
          }
        : artifact;
    }),
  };
}
