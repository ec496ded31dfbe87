import { ConflictError } from '@backstage/errors';
import { inBatches } from '../../database/inBatches';
import { ArtifactRow } from '../evidenceRows';
import { NormalizedAddition } from '../NormalizedAddition';
import { AdditionContext, originsFor } from './AdditionContext';

type Artifact = NormalizedAddition['artifacts'][number];

/**
 * Adds the artifacts that are not there yet; answers their digests. Throws
 * ConflictError for one that contradicts what is known.
 */
export async function addArtifacts(
  context: AdditionContext,
  artifacts: readonly Artifact[],
): Promise<string[]> {
  const { tx, version } = context;
  artifacts.forEach(artifact => checkMainArtifact(version, artifact));
  const known = new Map<string, ArtifactRow>();
  for (const batch of inBatches(artifacts)) {
    const rows = await tx<ArtifactRow>('version_artifact')
      .where({ version_id: version.id })
      .whereIn(
        'path',
        batch.map(({ path }) => path),
      );
    rows.forEach(row => known.set(row.path, row));
  }
  const added = artifacts.filter(artifact => {
    const row = known.get(artifact.path);
    if (row) {
      checkSame(version.ref, row, artifact);
    }
    return !row;
  });
  const origins = await originsFor(context, 'version_artifact', {
    added: added.length,
    kind: 'artifacts',
  });
  const rows = added.map((artifact, index): ArtifactRow => ({
    ...origins[index],
    path: artifact.path,
    uri: artifact.uri ?? null,
    digest: artifact.digest,
    size_bytes: artifact.sizeBytes ?? null,
    media_type: artifact.mediaType ?? null,
  }));
  for (const batch of inBatches(rows)) {
    await tx<ArtifactRow>('version_artifact').insert(batch);
  }
  return added.map(({ digest }) => digest);
}

/** The bytes that the version itself was registered with. */
function checkMainArtifact(
  { ref, digest, digestStrength, artifactUri }: AdditionContext['version'],
  artifact: Artifact,
): void {
  if (
    digestStrength === 'artifact' &&
    artifactUri !== undefined &&
    artifact.uri === artifactUri &&
    artifact.digest !== digest
  ) {
    throw new ConflictError(
      `artifacts: '${artifact.path}' at '${artifactUri}' is the artifact of ${ref}, whose bytes have the digest '${digest}', not '${artifact.digest}'; register what was changed as a new version`,
    );
  }
}

/** What is left out says nothing; what is given has to be what is known. */
function checkSame(ref: string, row: ArtifactRow, artifact: Artifact): void {
  const pairs = [
    ['digest', row.digest, artifact.digest],
    ['uri', row.uri, artifact.uri],
    ['sizeBytes', row.size_bytes, artifact.sizeBytes],
    ['mediaType', row.media_type, artifact.mediaType],
  ] as const;
  for (const [field, stored, given] of pairs) {
    if (given !== undefined && given !== stored) {
      throw new ConflictError(
        `artifacts: '${artifact.path}' of ${ref} has the ${field} '${stored ?? ''}', not '${given}'; artifacts are never changed, so give what differs another path`,
      );
    }
  }
}
