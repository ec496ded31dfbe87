import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { nameKey, parseNameKey } from './names';
import { OpenLineageName } from './facts';

describe('nameKey', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  const name: fc.Arbitrary<OpenLineageName> = fc.record({
    kind: fc.constantFrom('dataset', 'job'),
    namespace: text.filter(value => !/\p{Cc}/u.test(value)),
    name: text.filter(value => !/\p{Cc}/u.test(value)),
  });

  it('is read back by parseNameKey', () => {
    fc.assert(
      fc.property(name, value => {
        expect(parseNameKey(nameKey(value))).toEqual(value);
      }),
    );
  });

  it('sorts as kind, namespace and name do', () => {
    const order = (a: OpenLineageName, b: OpenLineageName) => {
      for (const part of ['kind', 'namespace', 'name'] as const) {
        if (a[part] !== b[part]) {
          return a[part] < b[part] ? -1 : 1;
        }
      }
      return 0;
    };
    fc.assert(
      fc.property(fc.array(name), names => {
        expect(names.map(nameKey).sort()).toEqual(
          [...names].sort(order).map(nameKey),
        );
      }),
    );
  });

  it('is never a property that every object has', () => {
    const key = nameKey({
      kind: 'dataset',
      namespace: '__proto__',
      name: 'constructor',
    });
    expect(key in {}).toBe(false);
  });

  it.each(['', 'dataset', 'dataset\ndb', 'table\ndb\nx', 'x'])(
    'refuses to read %j',
    key => {
      expect(() => parseNameKey(key)).toThrow(InputError);
      expect(() => parseNameKey(key)).toThrow('is not the key of a name');
    },
  );
});
