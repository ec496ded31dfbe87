import { SignatureVerification } from '@understudy/plugin-ml-common';
import { checkEnvelope } from './checkEnvelope';
import { Envelope, readEnvelopes } from './readEnvelopes';
import { readStatement, StatedFile } from './readStatement';
import { SignatureKeys } from './SignatureKeys';

/** What a signature may be about. */
export interface SignedVersion {
  /** The digest of the version. */
  digest: string;
  files: readonly { path: string; digest: string }[];
}

/** Worse ones hide better ones; of several statements the first of a kind counts. */
const ORDER = [
  'mismatch',
  'verified',
  'other-files',
  'unknown-key',
  'not-verified',
] as const satisfies SignatureVerification['status'][];

/**
 * Says what the signature in a file is worth: whether a known key made it, and
 * whether what it signs are files of the version. Pure.
 */
export function verifySignature(
  content: string,
  version: SignedVersion,
  keys: SignatureKeys,
): SignatureVerification {
  if (keys.all.length === 0) {
    return unverified(
      "No public key is configured; name those that sign in 'ml.signatures.keys'",
    );
  }
  const read = readEnvelopes(content);
  if ('problem' in read) {
    return unverified(read.problem);
  }
  const findings = read.envelopes
    .map(envelope => judge(envelope, version, keys))
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  const [first] = findings;
  const alike = findings.filter(({ status }) => status === first.status);
  return {
    ...first,
    covers: [...new Set(alike.flatMap(({ covers }) => covers))].sort(),
    coversVersion: alike.some(({ coversVersion }) => coversVersion),
  };
}

/** What is said of a signature that cannot be looked at. */
export function unverified(reason: string): SignatureVerification {
  return { status: 'not-verified', reason, covers: [], coversVersion: false };
}

function judge(
  envelope: Envelope,
  version: SignedVersion,
  keys: SignatureKeys,
): SignatureVerification {
  const nothing = { covers: [], coversVersion: false };
  const check = checkEnvelope(envelope, keys);
  if (check.status === 'unknown-key') {
    return {
      status: 'unknown-key',
      reason: `${check.named ? `It names the key '${check.named}', and none` : 'None'} of the ${keys.all.length} configured keys fits`,
      ...nothing,
    };
  }
  const { id, title } = check.key;
  const key = { id, ...(title ? { title } : {}) };
  if (check.status === 'mismatch') {
    return {
      status: 'mismatch',
      key,
      reason: `It names the key '${id}', which did not make it: the statement or the signature was changed`,
      ...nothing,
    };
  }
  const stated = readStatement(envelope);
  if ('problem' in stated) {
    return { ...unverified(stated.problem), key };
  }
  return { ...compare(stated, version), key };
}

function compare(
  stated: readonly StatedFile[],
  { digest, files }: SignedVersion,
): SignatureVerification {
  const digests = new Set(stated.map(file => file.digest));
  const covers = files
    .filter(file => digests.has(file.digest))
    .map(({ path }) => path);
  const coversVersion = digests.has(digest);
  const known = new Map(files.map(({ path, digest: has }) => [path, has]));
  const other = stated.find(({ name, digest: says }) => {
    const has = name === undefined ? undefined : known.get(name);
    return has !== undefined && has !== says;
  });
  if (other) {
    return {
      status: 'mismatch',
      reason: `It is of '${other.name}' with the digest ${other.digest}, and the version has ${known.get(other.name ?? '')}`,
      covers: [],
      coversVersion: false,
    };
  }
  return covers.length > 0 || coversVersion
    ? {
        status: 'verified',
        reason: 'The statement and its signature fit the key and the digests',
        covers,
        coversVersion,
      }
    : {
        status: 'other-files',
        reason: `It is of other files: none of the ${stated.length} digests in it is of this version`,
        covers: [],
        coversVersion: false,
      };
}
