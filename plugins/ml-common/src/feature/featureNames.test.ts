import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { featureNames } from './featureNames';

function hashOf(text: string) {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 8);
}

describe('featureNames', () => {
  it('puts the view before the field', () => {
    expect(
      featureNames('card-activity', [
        'tx_count',
        'merchant.country',
        'Betrag (EUR)',
      ]),
    ).toEqual([
      'card-activity.tx_count',
      'card-activity.merchant.country',
      `card-activity.Betrag--EUR-${hashOf('card-activity.Betrag (EUR)')}`,
    ]);
  });

  it('keeps fields apart that differ in case only', () => {
    expect(featureNames('a', ['Age', 'age'])).toEqual([
      'a.Age',
      `a.age-${hashOf('a.age')}`,
    ]);
  });

  it.each([
    ['plain', 'x.a', 'b', 'x', 'a.b'],
    ['cleaned', 'x.a', 'b c', 'x', 'a.b c'],
    ['long', 'x.a', 'b'.repeat(80), 'x', `a.${'b'.repeat(80)}`],
  ])(
    'keeps %s names of two views apart that are written alike',
    (_, viewA, fieldA, viewB, fieldB) => {
      expect(`${viewA}.${fieldA}`).toBe(`${viewB}.${fieldB}`);
      const [a] = featureNames(viewA, [fieldA]);
      const [b] = featureNames(viewB, [fieldB]);
      expect(a).not.toBe(b);
      expect(KubernetesValidatorFunctions.isValidObjectName(a)).toBe(true);
    },
  );

  it('gives fields of all views names of their own', () => {
    const view = fc.stringMatching(/^[a-c](\.[a-c]){0,3}$/);
    const field = fc.stringMatching(/^[a-c# ](\.[a-c# ]){0,3}$/);
    const views = fc.dictionary(view, fc.uniqueArray(field, { maxLength: 8 }), {
      maxKeys: 8,
    });
    fc.assert(
      fc.property(views, byView => {
        const names = Object.entries(byView).flatMap(([name, fields]) =>
          featureNames(name, fields),
        );
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});
