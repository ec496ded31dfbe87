import { inBatches } from '../../database/inBatches';
import { ArtifactRow, SignatureRow } from '../evidenceRows';
import { NormalizedAddition } from '../NormalizedAddition';
import { AdditionContext, originsFor } from './AdditionContext';

/**
 * Keeps what the artifacts hold that came with their content and are on record
 * already; answers their digests. The digest says what the content is, so it
 * may come later than the artifact.
 */
export async function addSignatures(
  context: AdditionContext,
  artifacts: readonly NormalizedAddition['artifacts'][number][],
): Promise<string[]> {
  const contents = new Map(
    artifacts.flatMap(({ path, content }) =>
      content === undefined ? [] : [[path, content] as const],
    ),
  );
  const missing: Pick<ArtifactRow, 'id' | 'path' | 'digest'>[] = [];
  for (const batch of inBatches([...contents.keys()])) {
    missing.push(
      ...(await context
        .tx<ArtifactRow>('version_artifact as artifact')
        .leftJoin<SignatureRow>(
          'version_signature as signature',
          'signature.artifact_id',
          'artifact.id',
        )
        .where('artifact.version_id', context.version.id)
        .whereIn('artifact.path', batch)
        .whereNull('signature.id')
        .orderBy('artifact.path')
        .select('artifact.id', 'artifact.path', 'artifact.digest')),
    );
  }
  const origins = await originsFor(context, 'version_signature', {
    added: missing.length,
    kind: 'signatures',
  });
  const rows = missing.map(({ id, path }, index): SignatureRow => ({
    ...origins[index],
    artifact_id: id,
    content: contents.get(path) ?? '',
  }));
  for (const batch of inBatches(rows)) {
    await context.tx<SignatureRow>('version_signature').insert(batch);
  }
  return missing.map(({ digest }) => digest);
}
