import fc from 'fast-check';
import {
  parseVersionRef,
  stringifyVersionRef,
  VersionRef,
} from './parseVersionRef';

describe('parseVersionRef', () => {
  it.each<[string, VersionRef]>([
    [
      'model:payments/fraud-score',
      { kind: 'model', namespace: 'payments', name: 'fraud-score' },
    ],
    [
      'model:payments/fraud-score@7',
      {
        kind: 'model',
        namespace: 'payments',
        name: 'fraud-score',
        version: '7',
      },
    ],
    [
      'model:default/fraud-score@champion-de',
      {
        kind: 'model',
        namespace: 'default',
        name: 'fraud-score',
        version: 'champion-de',
      },
    ],
    [
      'model:default/fraud-score@eu:12',
      {
        kind: 'model',
        namespace: 'default',
        name: 'fraud-score',
        version: 'eu:12',
      },
    ],
    [
      'featureview:default/card-activity@2#tx_count_1h',
      {
        kind: 'featureview',
        namespace: 'default',
        name: 'card-activity',
        version: '2',
        field: 'tx_count_1h',
      },
    ],
    [
      'featureview:default/card-activity@2#Betrag (€) #1 a@b',
      {
        kind: 'featureview',
        namespace: 'default',
        name: 'card-activity',
        version: '2',
        field: 'Betrag (€) #1 a@b',
      },
    ],
  ])('reads %s', (text, expected) => {
    expect(parseVersionRef(text)).toEqual(expected);
  });

  it('fills in kind and namespace from the context', () => {
    expect(
      parseVersionRef('fraud-score@7', {
        defaultKind: 'Model',
        defaultNamespace: 'payments',
      }),
    ).toEqual({
      kind: 'Model',
      namespace: 'payments',
      name: 'fraud-score',
      version: '7',
    });
    expect(
      parseVersionRef('fraud-score', { defaultKind: 'Model' }).namespace,
    ).toBe('default');
  });

  it.each([
    ['', /does not name an entity/],
    ['@7', /does not name an entity/],
    ['fraud-score', /does not name an entity.*missing or empty kind/s],
    ['model:default/', /does not name an entity/],
    ['model:default/fraud score', /has the name 'fraud score'/],
    ['model:Sales Team/x', /has the namespace 'Sales Team'/],
    ['my-model:default/x', /has the kind 'my-model'/],
    ['model:default/x@', /has the version ''/],
    ['model:default/x@7@8', /has the version '7@8'/],
    ['model:default/x@-7', /has the version '-7'/],
    [`model:default/x@${'7'.repeat(101)}`, /has the version '7{101}'/],
    ['featureview:default/x#amount', /names a field but no version/],
    ['featureview:default/x@1#', /has the field ''/],
    ['featureview:default/x@1#a\nb', /without control characters/],
    ['model:default/x@1#amount', /only a FeatureView has, not a model/],
    [`model:default/${'x'.repeat(600)}`, /is longer than 600/],
  ])('refuses %j and says why', (text, message) => {
    expect(() => parseVersionRef(text)).toThrow(message);
  });

  it('gives back what was written, whatever the parts', () => {
    const word = (pattern: RegExp) => fc.stringMatching(pattern);
    const name = word(/^[a-z0-9]([a-z0-9_.-]{0,61}[a-z0-9])?$/);
    const version = word(/^[A-Za-z0-9][A-Za-z0-9._:+-]{0,99}$/);
    const ref = fc.oneof(
      fc.record(
        {
          kind: word(/^[a-z][a-z0-9]{0,20}$/),
          namespace: word(/^[a-z0-9]{1,10}(-[a-z0-9]{1,10})?$/),
          name,
          version,
        },
        { requiredKeys: ['kind', 'namespace', 'name'] },
      ),
      fc.record({
        kind: fc.constant('featureview'),
        namespace: fc.constant('default'),
        name,
        version,
        field: fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
          // eslint-disable-next-line no-control-regex
          .filter(s => !/[\u0000-\u001f\u007f]/.test(s) && s.length <= 300),
      }),
    );
    fc.assert(
      fc.property(ref, parts => {
        expect(parseVersionRef(stringifyVersionRef(parts))).toEqual(parts);
      }),
    );
  });

  it('writes kind, namespace and name in lower case and keeps the rest', () => {
    expect(
      stringifyVersionRef(
        parseVersionRef('FeatureView:default/Card-Activity@V2#Amount'),
      ),
    ).toBe('featureview:default/card-activity@V2#Amount');
  });
});
