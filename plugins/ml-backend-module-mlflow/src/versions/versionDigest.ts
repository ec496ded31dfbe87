import { createHash } from 'node:crypto';
import { MlflowModelVersion } from '@understudy/mlflow-client';
import { DigestStrength } from '@understudy/plugin-ml-common';

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Tags of a version that give its digest, the strongest first. */
const DIGEST_TAGS: { key: string; digestStrength: DigestStrength }[] = [
  { key: 'understudy.dev/artifact-digest', digestStrength: 'artifact' },
  { key: 'understudy.dev/reported-digest', digestStrength: 'reported' },
];

/**
 * The digest of a version: from a tag where a build wrote one, else a hash of
 * what MLflow says about the version and never changes afterwards. Aliases,
 * tags and metrics take no part, so that a version stays the same when they do
 * not; a model that was renamed goes by the name it had first.
 */
export function versionDigest(
  server: string,
  version: MlflowModelVersion,
  firstName: string = version.name,
): { digest: string; digestStrength: DigestStrength } {
  for (const { key, digestStrength } of DIGEST_TAGS) {
    const digest = version.tags.find(tag => tag.key === key)?.value;
    if (digest && DIGEST.test(digest)) {
      return { digest, digestStrength };
    }
  }
  const record = JSON.stringify([
    server,
    firstName,
    version.version,
    version.creationTimestamp,
    version.source ?? '',
    version.runId ?? '',
    version.modelId ?? '',
  ]);
  const hash = createHash('sha256').update(record).digest('hex');
  return { digest: `sha256:${hash}`, digestStrength: 'record' };
}
