import { nextDefinition, StoredDefinition } from './nextDefinition';

const v1 = { label: '1', digest: 'a' };
const r1 = { label: 'r1', digest: 'b' };

describe('nextDefinition', () => {
  it.each<
    [
      string,
      { label?: string; digest: string },
      StoredDefinition | undefined,
      StoredDefinition[],
      string | undefined,
    ]
  >([
    [
      'the first, with a label',
      { label: '1', digest: 'a' },
      undefined,
      [],
      '1',
    ],
    ['the first, without one', { digest: 'a' }, undefined, [], 'r1'],
    ['nothing new', { label: '1', digest: 'a' }, v1, [v1], undefined],
    ['nothing new without a label', { digest: 'b' }, r1, [r1], undefined],
    ['a new label', { label: '2', digest: 'a' }, v1, [v1], '2'],
    ['a change under a label', { label: '1', digest: 'b' }, v1, [v1], 'r1'],
    [
      'a change under a label, seen before',
      { label: '1', digest: 'b' },
      r1,
      [v1, r1],
      undefined,
    ],
    [
      'one more change under a label',
      { label: '1', digest: 'c' },
      r1,
      [v1, r1],
      'r2',
    ],
    [
      'a label that is live again',
      { label: '1', digest: 'a' },
      r1,
      [v1, r1],
      undefined,
    ],
    ['a change back without labels', { digest: 'a' }, r1, [v1, r1], 'r2'],
    [
      'a number that somebody took',
      { digest: 'c' },
      r1,
      [r1, { label: 'r7', digest: 'd' }, { label: 'r-8', digest: 'e' }],
      'r8',
    ],
  ])('takes %s', (_, declared, latest, stored, label) => {
    expect(nextDefinition({ declared, latest, stored })).toBe(label);
  });
});
