import { constants, KeyObject, verify } from 'node:crypto';
import { Envelope } from './readEnvelopes';
import { SignatureKey, SignatureKeys } from './SignatureKeys';

/** What the signatures of an envelope are worth. */
export type EnvelopeCheck =
  | { status: 'verified' | 'mismatch'; key: SignatureKey }
  | {
      status: 'unknown-key';
      /** What the signature calls its key. */
      named?: string;
    };

/**
 * Verifies an envelope: one signature by a known key is enough, and a name of a
 * key is a hint only, as DSSE has it. A signature that names a known key and
 * does not fit it is a mismatch; one that names none may be of any key.
 */
export function checkEnvelope(
  { payloadType, payload, signatures }: Envelope,
  keys: SignatureKeys,
): EnvelopeCheck {
  const signed = signedBytes(payloadType, payload);
  const mismatches: SignatureKey[] = [];
  for (const { keyid, sig } of signatures) {
    const named = keyid ? keys.find(keyid) : undefined;
    const key = (named ? [named] : keys.all).find(({ publicKey }) =>
      fits(publicKey, signed, sig),
    );
    if (key) {
      return { status: 'verified', key };
    }
    if (named) {
      mismatches.push(named);
    }
  }
  if (mismatches.length > 0) {
    return { status: 'mismatch', key: mismatches[0] };
  }
  const named = signatures.find(({ keyid }) => keyid)?.keyid;
  return { status: 'unknown-key', ...(named ? { named } : {}) };
}

/** DSSE's pre-authentication encoding, version 1. */
function signedBytes(payloadType: string, payload: Buffer): Buffer {
  const typeLength = Buffer.byteLength(payloadType);
  return Buffer.concat([
    Buffer.from(`DSSEv1 ${typeLength} ${payloadType} ${payload.length} `),
    payload,
  ]);
}

function fits(key: KeyObject, signed: Buffer, signature: Buffer): boolean {
  switch (key.asymmetricKeyType) {
    case 'ed25519':
      return verify(null, signed, key, signature);
    case 'ec':
      // Signers go by the curve, or use SHA-256 with each.
      return hashesOf(key).some(hash => verify(hash, signed, key, signature));
    default:
      return [
        constants.RSA_PKCS1_PADDING,
        constants.RSA_PKCS1_PSS_PADDING,
      ].some(padding => verify('sha256', signed, { key, padding }, signature));
  }
}

function hashesOf({ asymmetricKeyDetails }: KeyObject): string[] {
  switch (asymmetricKeyDetails?.namedCurve) {
    case 'secp384r1':
      return ['sha384', 'sha256'];
    case 'secp521r1':
      return ['sha512', 'sha256'];
    default:
      return ['sha256'];
  }
}
