import { ConfigReader } from '@backstage/config';
import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  KeyObject,
} from 'node:crypto';
import { createKey, sha256 } from '../__testUtils__/signFiles';
import { SignatureKeys } from './SignatureKeys';

const read = (keys: { id: string; publicKey: string }[]) =>
  SignatureKeys.fromConfig(new ConfigReader({ ml: { signatures: { keys } } }));
const pemOf = ({ publicKey }: { publicKey: KeyObject }) =>
  publicKey.export({ type: 'spki', format: 'pem' }).toString();

describe('SignatureKeys', () => {
  it('has none unless they are configured', () => {
    expect(SignatureKeys.fromConfig(new ConfigReader({})).all).toEqual([]);
  });

  it.each(['ed25519', 'P-256', 'P-384', 'P-521', 'rsa'] as const)(
    'finds a key of the kind %s by its id and its hashes',
    kind => {
      const { publicKey } = createKey('ci', kind);
      const keys = read([{ id: 'ci', publicKey }]);
      const der = createPublicKey(publicKey).export({
        type: 'spki',
        format: 'der',
      });
      for (const name of ['ci', sha256(publicKey), sha256(der)]) {
        expect(keys.find(name)?.id).toBe('ci');
      }
      expect(
        keys.find(createHash('sha1').update(der).digest('hex')),
      ).toBeUndefined();
    },
  );

  it('refuses keys that would be of no use, and says which', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const curve = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    const { privateKey } = createKey('ci');
    const secret = privateKey.export({ type: 'pkcs8', format: 'pem' });
    for (const [publicKey, why] of [
      ['nothing', /publicKey of 'ci' cannot be read; give an Ed25519/],
      [pemOf(rsa), /of a kind that is not used \(rsa, 1024\)/],
      [pemOf(curve), /of a kind that is not used \(ec, secp256k1\)/],
      [pemOf(generateKeyPairSync('x25519')), /not used \(x25519/],
      [secret.toString(), /is a private key/],
    ] as const) {
      expect(() => read([{ id: 'ci', publicKey }])).toThrow(why);
    }
  });

  it('refuses two keys of one id, and too many', () => {
    const { publicKey } = createKey('ci');
    const key = { id: 'ci', publicKey };
    expect(() => read([key, key])).toThrow(/'ci' is the id of two keys/);
    expect(() =>
      read(
        Array.from({ length: 21 }, (_, index) => ({ ...key, id: `${index}` })),
      ),
    ).toThrow(/has 21 keys; at most 20/);
  });
});
