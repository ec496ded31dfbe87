import {
  SignatureVerification,
  VersionArtifact,
} from '@understudy/plugin-ml-common';

/** The names of the keys whose verified signatures are about a file, by path. */
export function signersOf(
  artifacts: readonly VersionArtifact[],
): Map<string, string[]> {
  const signers = new Map<string, string[]>();
  for (const { signature } of artifacts) {
    if (signature?.status === 'verified') {
      const name = keyName(signature);
      for (const path of signature.covers) {
        const known = signers.get(path) ?? [];
        signers.set(path, known.includes(name) ? known : [...known, name]);
      }
    }
  }
  return signers;
}

/** What people call the key of a signature. */
export function keyName({ key }: SignatureVerification): string {
  return key?.title ?? key?.id ?? '';
}
