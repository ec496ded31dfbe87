import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { createEntityNamer, toEntityName, toEntityNames } from './toEntityName';

function hashOf(text: string) {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 8);
}

describe('toEntityName', () => {
  it.each(['fraud-score', 'card-activity.tx_count_1h', 'A', 'x'.repeat(63)])(
    'keeps %s',
    name => {
      expect(toEntityName(name)).toBe(name);
    },
  );

  it.each([
    ['Fraud score (EU)', 'Fraud-score--EU'],
    ['team/project/model', 'team-project-model'],
    ['  padded  ', 'padded'],
    ['...hidden', 'hidden'],
    ['trailing.-_', 'trailing'],
    ['Kündigung', 'K-ndigung'],
    ['👍model', 'model'],
    ['a👍b', 'a-b'],
    ['mysql:prod#1', 'mysql-prod-1'],
  ])('cleans %j and adds a hash of it', (original, stem) => {
    expect(toEntityName(original)).toBe(`${stem}-${hashOf(original)}`);
  });

  it('cuts long names to 54 characters and a hash', () => {
    const original = 'x'.repeat(300);
    expect(toEntityName(original)).toBe(
      `${'x'.repeat(54)}-${hashOf(original)}`,
    );
    expect(toEntityName(original)).toHaveLength(63);
  });

  it.each(['!!!', '日本語', '/', ''])(
    'names %j by its hash alone',
    original => {
      expect(toEntityName(original)).toBe(hashOf(original));
    },
  );

  it('gives a valid name for anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), original => {
        expect(
          KubernetesValidatorFunctions.isValidObjectName(
            toEntityName(original),
          ),
        ).toBe(true);
      }),
    );
  });
});

describe('toEntityNames', () => {
  it('lets the first of those that differ in case keep its name', () => {
    expect(toEntityNames(['view.Age', 'view.age', 'view.AGE'])).toEqual([
      'view.Age',
      `view.age-${hashOf('view.age')}`,
      `view.AGE-${hashOf('view.AGE')}`,
    ]);
  });

  it('gives equal originals equal names', () => {
    expect(toEntityNames(['a b', 'c', 'a b'])).toEqual([
      `a-b-${hashOf('a b')}`,
      'c',
      `a-b-${hashOf('a b')}`,
    ]);
  });

  it('keeps names apart even when one is written like the hash of another', () => {
    const trap = `a-b-${hashOf('a b')}`;
    const names = toEntityNames([trap, 'a b']);
    expect(names[0]).toBe(trap);
    expect(names[1]).not.toBe(trap);
    expect(KubernetesValidatorFunctions.isValidObjectName(names[1])).toBe(true);
  });

  it('never gives two originals one name', () => {
    const messy = fc.stringMatching(/^[aA .é-]{0,4}$/);
    fc.assert(
      fc.property(fc.uniqueArray(messy, { maxLength: 30 }), originals => {
        const names = toEntityNames(originals).map(n => n.toLowerCase());
        expect(new Set(names).size).toBe(originals.length);
      }),
    );
  });
});

describe('createEntityNamer', () => {
  it('gives the names that a list of the same originals gets', () => {
    const originals = ['view.Age', 'view.age', 'a b', 'view.AGE', 'view.Age'];
    const nameOf = createEntityNamer();
    expect(originals.map(nameOf)).toEqual(toEntityNames(originals));
  });
});
