import { canonicalJson } from '@understudy/contracts';
import { PromotionTarget } from '@understudy/plugin-ml-common';
import { createHash } from 'node:crypto';

/**
 * What an approval is given for: this artifact, at this place, under these
 * rules. When it changes, approvals no longer count.
 */
export function subjectDigest(subject: {
  versionId: string;
  digest: string;
  stage: string;
  target: PromotionTarget;
  policyDigest: string;
}): string {
  const { versionId, digest, stage, target, policyDigest } = subject;
  return createHash('sha256')
    .update(
      canonicalJson({
        versionId,
        digest,
        stage,
        environment: target.environment,
        segment: target.segment,
        policyDigest,
      }),
    )
    .digest('hex');
}
