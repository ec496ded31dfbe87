import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { createHash, createPublicKey, KeyObject } from 'node:crypto';

const PATH = 'ml.signatures.keys';
/** Each may have to be tried at each signature. */
const MAX_KEYS = 20;
const MIN_RSA_BITS = 2048;
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];

/** A public key that signatures of files are verified with. */
export interface SignatureKey {
  id: string;
  title?: string;
  publicKey: KeyObject;
}

/** The keys of `ml.signatures.keys`, found by what signatures call them. */
export class SignatureKeys {
  readonly all: readonly SignatureKey[];
  readonly #byName: ReadonlyMap<string, SignatureKey>;

  /** Throws InputError for a key that cannot be used, rather than ignore it. */
  static fromConfig(config: Config): SignatureKeys {
    const entries = config.getOptionalConfigArray(PATH) ?? [];
    if (entries.length > MAX_KEYS) {
      throw new InputError(
        `${PATH} has ${entries.length} keys; at most ${MAX_KEYS} are allowed`,
      );
    }
    const keys = entries.map(entry => {
      const id = entry.getString('id');
      return {
        id,
        title: entry.getOptionalString('title'),
        publicKey: readKey(id, entry.getString('publicKey')),
      };
    });
    const twice = keys.find(
      ({ id }, index) => keys.findIndex(other => other.id === id) < index,
    );
    if (twice) {
      throw new InputError(`${PATH}: '${twice.id}' is the id of two keys`);
    }
    return new SignatureKeys(keys);
  }

  private constructor(keys: readonly SignatureKey[]) {
    this.all = keys;
    this.#byName = new Map([
      ...keys.flatMap(key => hashesOf(key).map(hash => [hash, key] as const)),
      // Last: what the operator calls a key wins.
      ...keys.map(key => [key.id, key] as const),
    ]);
  }

  /**
   * The key that a signature says it was made with: its id here, or the
   * SHA-256 of its PEM or DER form in hexadecimal digits.
   */
  find(name: string): SignatureKey | undefined {
    return this.#byName.get(name);
  }
}

function hashesOf({ publicKey }: SignatureKey): string[] {
  const sha256 = (bytes: string | Buffer) =>
    createHash('sha256').update(bytes).digest('hex');
  return [
    sha256(publicKey.export({ type: 'spki', format: 'pem' })),
    sha256(publicKey.export({ type: 'spki', format: 'der' })),
  ];
}

function readKey(id: string, pem: string): KeyObject {
  const wrong = (why: string, cause?: unknown) =>
    new InputError(
      `${PATH}: the publicKey of '${id}' ${why}; give an Ed25519, ECDSA (P-256, P-384, P-521) or RSA (${MIN_RSA_BITS} bits or more) public key in PEM form`,
      cause,
    );
  // The platform would make the public key of a private one, too.
  if (pem.includes('PRIVATE KEY')) {
    throw wrong('is a private key, which does not belong here');
  }
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch (error) {
    throw wrong('cannot be read', error);
  }
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  const usable =
    key.asymmetricKeyType === 'ed25519' ||
    (key.asymmetricKeyType === 'ec' && CURVES.includes(namedCurve ?? '')) ||
    (key.asymmetricKeyType === 'rsa' && modulusLength >= MIN_RSA_BITS);
  if (!usable) {
    throw wrong(
      `is of a kind that is not used (${[key.asymmetricKeyType, namedCurve ?? modulusLength].join(', ')})`,
    );
  }
  return key;
}
