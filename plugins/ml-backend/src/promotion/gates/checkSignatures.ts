import { PolicyArtifactGate } from '../../policy/PromotionPolicy';
import { ArtifactFacts } from './ArtifactFacts';

/**
 * Compares what signatures are worth with what the policy wants. One that
 * does not match fails, whatever the others are worth; nothing that could not be
 * verified passes.
 */
export function checkSignatures(
  { with: { requireVerifiedSignature } = {} }: PolicyArtifactGate,
  versionRef: string,
  { signatures, signed }: ArtifactFacts,
): { status: 'fail'; summary: string; remedy: string }[] {
  if (!requireVerifiedSignature) {
    return [];
  }
  const fail = (summary: string, remedy: string) => [
    { status: 'fail' as const, summary, remedy },
  ];
  const wrong = signed?.mismatch;
  if (wrong) {
    return fail(
      `The signature ${wrong.path} of ${versionRef} does not match: ${wrong.reason}`,
      'Find out who changed the files; sign them as they are in a new version, and promote that',
    );
  }
  if (signed?.complete) {
    return [];
  }
  const good = signatures.some(
    ({ verified }) => verified?.status === 'verified',
  );
  if (good) {
    return fail(
      `No verified signature is about ${signed?.unsigned.join(', ') || 'the files'} of ${versionRef}`,
      'Sign the digest of the version, or all of its files',
    );
  }
  const [first] = signatures;
  return fail(
    first
      ? `No signature of ${versionRef} is verified. ${first.path}: ${first.verified?.reason ?? 'not verified'}`
      : `${versionRef} has no signature among its files`,
    "Sign the digests in CI with a key of 'ml.signatures.keys', and add the file with its 'content' to the 'artifacts' of the evidence",
  );
}
