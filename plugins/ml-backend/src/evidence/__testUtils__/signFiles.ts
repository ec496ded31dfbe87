import {
  createHash,
  generateKeyPairSync,
  KeyObject,
  sign,
  SignKeyObjectInput,
} from 'node:crypto';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** A key as CI has it, and as the configuration names it. */
export interface TestKey {
  id: string;
  privateKey: KeyObject;
  /** PEM. */
  publicKey: string;
}

export function createKey(
  id: string,
  kind: 'ed25519' | 'P-256' | 'P-384' | 'P-521' | 'rsa' = 'ed25519',
): TestKey {
  const { privateKey, publicKey } = pairOf(kind);
  return {
    id,
    privateKey,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

function pairOf(kind: string): {
  privateKey: KeyObject;
  publicKey: KeyObject;
} {
  switch (kind) {
    case 'ed25519':
      return generateKeyPairSync('ed25519');
    case 'rsa':
      return generateKeyPairSync('rsa', { modulusLength: 2048 });
    default:
      return generateKeyPairSync('ec', { namedCurve: kind });
  }
}

export const sha256 = (content: string | Buffer) =>
  createHash('sha256').update(content).digest('hex');

/** An in-toto statement about files, by their names and SHA-256 digests. */
export function statementOf(files: Record<string, string>) {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: Object.entries(files).map(([name, digest]) => ({
      name,
      digest: { sha256: digest.replace(/^sha256:/, '') },
    })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {},
  };
}

/** A statement of OpenSSF model signing about the files of a model. */
export function modelStatementOf(files: Record<string, string>) {
  const resources = Object.entries(files).map(([name, digest]) => ({
    name,
    algorithm: 'sha256',
    digest: digest.replace(/^sha256:/, ''),
  }));
  const root = sha256(
    Buffer.concat(resources.map(({ digest }) => Buffer.from(digest, 'hex'))),
  );
  return {
    ...statementOf({ model: root }),
    predicateType: 'https://model_signing/signature/v1.0',
    predicate: { serialization: { method: 'files' }, resources },
  };
}

/** A DSSE envelope around a statement. */
export function signStatement(
  statement: object,
  key: TestKey,
  options: {
    keyid?: string;
    hash?: string;
    padding?: SignKeyObjectInput['padding'];
    payloadType?: string;
  } = {},
) {
  const { keyid, hash, padding, payloadType = PAYLOAD_TYPE } = options;
  const payload = JSON.stringify(statement);
  const signed = `DSSEv1 ${payloadType.length} ${payloadType} ${Buffer.byteLength(payload)} ${payload}`;
  const algorithm =
    hash ?? (key.privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256');
  return {
    payloadType,
    payload: Buffer.from(payload).toString('base64'),
    signatures: [
      {
        ...(keyid === undefined ? {} : { keyid }),
        sig: sign(algorithm, Buffer.from(signed), {
          key: key.privateKey,
          ...(padding === undefined ? {} : { padding }),
        }).toString('base64'),
      },
    ],
  };
}

/** As an artifact of evidence, with its content. */
export function signatureArtifact(path: string, document: object) {
  const content = JSON.stringify(document);
  return { path, digest: `sha256:${sha256(content)}`, content };
}
