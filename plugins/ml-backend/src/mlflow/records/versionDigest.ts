import { SourceVersion } from '@understudy/plugin-ml-node';
import { createHash } from 'node:crypto';

/** As in what is read from servers of MLflow. */
const DIGEST_TAG = 'understudy.dev/reported-digest';

/** What a build says of the artifact, else a hash of what is known of it. */
export function versionDigest(
  tags: ReadonlyMap<string, string>,
  record: readonly unknown[],
): Pick<SourceVersion, 'digest' | 'digestStrength'> {
  const reported = tags.get(DIGEST_TAG);
  if (reported && /^sha256:[0-9a-f]{64}$/.test(reported)) {
    return { digest: reported, digestStrength: 'reported' };
  }
  const hash = createHash('sha256')
    .update(JSON.stringify(record))
    .digest('hex');
  return { digest: `sha256:${hash}`, digestStrength: 'record' };
}
