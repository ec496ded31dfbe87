import { ConfigReader } from '@backstage/config';
import fc from 'fast-check';
import { constants } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  createKey,
  modelStatementOf,
  sha256,
  signStatement,
  statementOf,
  TestKey,
} from '../__testUtils__/signFiles';
import { SignatureKeys } from './SignatureKeys';
import { SignedVersion, verifySignature } from './verifySignature';

const ci = createKey('ci');
const release = createKey('release', 'P-384');
const stranger = createKey('stranger');
const model = `sha256:${sha256('weights')}`;
const config = `sha256:${sha256('config')}`;
const version: SignedVersion = {
  digest: `sha256:${sha256('version')}`,
  files: [
    { path: 'model.onnx', digest: model },
    { path: 'config.json', digest: config },
  ],
};

function keysOf(...keys: TestKey[]): SignatureKeys {
  return SignatureKeys.fromConfig(
    new ConfigReader({
      ml: {
        signatures: {
          keys: keys.map(({ id, publicKey }) => ({
            id,
            title: `Key ${id}`,
            publicKey,
          })),
        },
      },
    }),
  );
}

const verify = (document: object | string, keys = keysOf(ci, release)) =>
  verifySignature(
    typeof document === 'string' ? document : JSON.stringify(document),
    version,
    keys,
  );
const statement = statementOf({ 'model.onnx': model });

describe('verifySignature', () => {
  it.each([
    ['Ed25519', createKey('k'), {}],
    ['P-256', createKey('k', 'P-256'), {}],
    ['P-384', createKey('k', 'P-384'), { hash: 'sha384' }],
    ['P-384 with SHA-256', createKey('k', 'P-384'), { hash: 'sha256' }],
    ['P-521', createKey('k', 'P-521'), { hash: 'sha512' }],
    ['RSA', createKey('k', 'rsa'), {}],
    [
      'RSA-PSS',
      createKey('k', 'rsa'),
      { padding: constants.RSA_PKCS1_PSS_PADDING },
    ],
  ])('verifies a statement signed with %s', (_kind, key, options) => {
    expect(
      verify(signStatement(statement, key, options), keysOf(stranger, key)),
    ).toEqual({
      status: 'verified',
      key: { id: 'k', title: 'Key k' },
      reason: expect.any(String),
      covers: ['model.onnx'],
      coversVersion: false,
    });
  });

  it('goes by digests, not by names', () => {
    expect(
      verify(
        signStatement(
          statementOf({ '-': config, 'dist/weights': version.digest }),
          ci,
        ),
      ),
    ).toMatchObject({
      status: 'verified',
      covers: ['config.json'],
      coversVersion: true,
    });
  });

  it('takes the name of a key for a hint', () => {
    for (const keyid of ['ci', sha256(ci.publicKey), 'who knows', '']) {
      expect(verify(signStatement(statement, ci, { keyid })).key?.id).toBe(
        'ci',
      );
    }
  });

  it('does not know who signed with another key', () => {
    expect(verify(signStatement(statement, stranger))).toMatchObject({
      status: 'unknown-key',
      reason: 'None of the 2 configured keys fits',
      covers: [],
    });
    expect(
      verify(signStatement(statement, stranger, { keyid: 'theirs' })).reason,
    ).toBe("It names the key 'theirs', and none of the 2 configured keys fits");
  });

  it('finds what was changed after it was signed', () => {
    const signed = signStatement(statement, ci, { keyid: 'ci' });
    const payload = Buffer.from(
      JSON.stringify(statementOf({ 'model.onnx': config })),
    ).toString('base64');
    const changed = {
      status: 'mismatch',
      key: { id: 'ci' },
      covers: [],
      coversVersion: false,
    };
    expect(verify({ ...signed, payload })).toMatchObject(changed);
    expect(verify({ ...signed, payloadType: 'text/plain' })).toMatchObject(
      changed,
    );
    expect(
      verify(signStatement(statement, stranger, { keyid: 'ci' })),
    ).toMatchObject(changed);
  });

  it('finds a signature of other bytes under the same name', () => {
    expect(
      verify(
        signStatement(
          statementOf({ 'model.onnx': version.digest, 'config.json': config }),
          ci,
        ),
      ),
    ).toMatchObject({
      status: 'mismatch',
      key: { id: 'ci' },
      reason: `It is of 'model.onnx' with the digest ${version.digest}, and the version has ${model}`,
      covers: [],
    });
  });

  it('finds a signature of another version', () => {
    expect(
      verify(signStatement(statementOf({ other: sha256('other') }), ci)),
    ).toMatchObject({
      status: 'other-files',
      key: { id: 'ci' },
      reason:
        'It is of other files: none of the 1 digests in it is of this version',
    });
  });

  it('needs one good signature of an envelope, and says which key it is of', () => {
    const [good, bad] = [
      signStatement(statement, release, { hash: 'sha384' }),
      signStatement(statement, stranger, { keyid: 'ci' }),
    ];
    expect(
      verify({ ...good, signatures: [...bad.signatures, ...good.signatures] }),
    ).toMatchObject({ status: 'verified', key: { id: 'release' } });
  });

  it('reads several statements of one file line by line', () => {
    const lines = (...documents: object[]) =>
      documents.map(document => `${JSON.stringify(document)}\n`).join('');
    const ofConfig = signStatement(statementOf({ 'config.json': config }), ci);
    const bySomebody = signStatement(statement, stranger);
    expect(
      verify(lines(bySomebody, signStatement(statement, ci), ofConfig)),
    ).toMatchObject({
      status: 'verified',
      covers: ['config.json', 'model.onnx'],
    });
    expect(
      verify(
        lines(ofConfig, signStatement(statement, stranger, { keyid: 'ci' })),
      ),
    ).toMatchObject({ status: 'mismatch', covers: [] });
    expect(
      verify(lines(...Array.from({ length: 6 }, () => bySomebody))).reason,
    ).toBe('It has 6 statements; at most 5 of one file are verified');
  });

  it('reads a model signature in a Sigstore bundle', () => {
    const bundle = (of: object, key: TestKey, hint: string) => ({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: { publicKey: { hint }, tlogEntries: [] },
      dsseEnvelope: signStatement(of, key, { keyid: '', hash: 'sha384' }),
    });
    const signed = modelStatementOf({
      'model.onnx': model,
      'config.json': config,
    });
    const hint = sha256(release.publicKey);
    expect(verify(bundle(signed, release, hint))).toMatchObject({
      status: 'verified',
      key: { id: 'release' },
      covers: ['config.json', 'model.onnx'],
      coversVersion: false,
    });
    const another = createKey('another', 'P-384');
    expect(verify(bundle(signed, another, hint)).status).toBe('mismatch');
    // Its digest stands for fewer files than it lists.
    const { subject } = modelStatementOf({ 'model.onnx': model });
    expect(verify(bundle({ ...signed, subject }, release, hint))).toMatchObject(
      {
        status: 'not-verified',
        key: { id: 'release' },
        reason: expect.stringContaining('model signature lists'),
      },
    );
  });

  it('reads what model_signing 1.1.1 writes', () => {
    const read = (name: string) =>
      readFileSync(
        resolve(__dirname, '__fixtures__/model-signing-1.1.1', name),
        'utf8',
      );
    const key = { ...ci, id: 'team', publicKey: read('public.pem') };
    const files = Object.entries({
      'config.json': '{}\n',
      'model.onnx': 'weights\n',
      'sub/tok.txt': 't\n',
    }).map(([path, text]) => ({ path, digest: `sha256:${sha256(text)}` }));
    const judge = (others: SignedVersion['files']) =>
      verifySignature(
        read('model.sig'),
        { digest: 'sha256:other', files: others },
        keysOf(ci, key),
      );
    expect(judge(files)).toMatchObject({
      status: 'verified',
      key: { id: 'team' },
      covers: files.map(({ path }) => path),
    });
    expect(judge([{ ...files[0], digest: model }]).status).toBe('mismatch');
    expect(judge([]).status).toBe('other-files');
  });

  it.each<[string, object | string, RegExp]>([
    ['bytes', 'MEUCIQDx', /It is not JSON\. .*in a DSSE envelope/],
    ['other JSON', '[1]', /cannot be read as a DSSE envelope/],
    [
      'no signatures',
      { ...signStatement(statement, ci), signatures: [] },
      /signatures/,
    ],
    [
      'a bundle without a statement',
      { dsseEnvelope: {} },
      /Sigstore bundle: dsseEnvelope/,
    ],
    [
      'a bundle over bytes',
      { messageSignature: {} },
      /signs the bytes of a file/,
    ],
    ['no base64', { ...signStatement(statement, ci), payload: '%' }, /payload/],
    [
      'another payload',
      signStatement(statement, ci, { payloadType: 'text/plain' }),
      /of the type 'text\/plain'/,
    ],
    [
      'no statement',
      signStatement({ subject: [] }, ci),
      /not an in-toto statement/,
    ],
    [
      'another type of statement',
      signStatement({ ...statement, _type: 'x' }, ci),
      /not an in-toto statement/,
    ],
    [
      'other digests',
      signStatement(
        { ...statement, subject: [{ name: 'a', digest: { sha1: 'ab' } }] },
        ci,
      ),
      /no SHA-256 digest/,
    ],
  ])('says why %s cannot be verified', (_what, document, reason) => {
    expect(verify(document)).toMatchObject({
      status: 'not-verified',
      reason: expect.stringMatching(reason),
      covers: [],
      coversVersion: false,
    });
  });

  it('says that there are no keys', () => {
    expect(verify(signStatement(statement, ci), keysOf())).toMatchObject({
      status: 'not-verified',
      reason: expect.stringContaining('ml.signatures.keys'),
    });
  });

  it('verifies nothing that was not signed, and never breaks', () => {
    const envelope = fc.record({
      payloadType: fc.constant('application/vnd.in-toto+json'),
      payload: fc.string().map(text => Buffer.from(text).toString('base64')),
      signatures: fc.array(
        fc.record({
          keyid: fc.constantFrom('ci', 'release', '', 'x'),
          sig: fc.base64String(),
        }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          envelope.map(one => JSON.stringify(one)),
        ),
        content => {
          expect(verify(content).status).not.toBe('verified');
        },
      ),
    );
  });
});
