import { createHash, createPrivateKey, sign } from 'node:crypto';
import type { NewArtifact } from '@understudy/plugin-ml-common';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** What comes before the 32 bytes of an Ed25519 key in PKCS 8. */
const PKCS8_HEAD = '302e020100300506032b657004220420';

/**
 * A file that signs others, as a build of the sample organisation would make
 * it. Its key is made from a word, so that all know it: it signs nothing real.
 * The same arguments give the same file.
 */
export function signSample(
  path: string,
  files: readonly Pick<NewArtifact, 'path' | 'digest'>[],
  signer: string,
): NewArtifact {
  const key = createPrivateKey({
    key: Buffer.concat([
      Buffer.from(PKCS8_HEAD, 'hex'),
      createHash('sha256').update(`sample key of ${signer}`).digest(),
    ]),
    format: 'der',
    type: 'pkcs8',
  });
  const payload = Buffer.from(
    JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject: files.map(({ path: name, digest }) => ({
        name,
        digest: { sha256: digest.replace('sha256:', '') },
      })),
      predicateType: 'https://slsa.dev/provenance/v1',
      predicate: { buildDefinition: { buildType: 'sample' } },
    }),
  );
  const signed = Buffer.concat([
    Buffer.from(
      `DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `,
    ),
    payload,
  ]);
  const content = JSON.stringify({
    payloadType: PAYLOAD_TYPE,
    payload: payload.toString('base64'),
    signatures: [
      { keyid: signer, sig: sign(null, signed, key).toString('base64') },
    ],
  });
  return {
    path,
    digest: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    sizeBytes: Buffer.byteLength(content),
    mediaType: 'application/vnd.in-toto+json',
    content,
  };
}
