import { contractOf, field } from '../__testUtils__/contracts';
import { deriveVersion } from './deriveVersion';

const first = contractOf({ fields: [field('a'), field('b')] });
const live = (fields: ReturnType<typeof field>[]) => contractOf({ fields });

describe('deriveVersion', () => {
  it('begins at 1.0.0', () => {
    expect(deriveVersion(first, [])?.metadata.version).toBe('1.0.0');
  });

  it('needs no other number for the same', () => {
    expect(deriveVersion(first, [first])).toBeUndefined();
  });

  it.each([
    ['a field more', live([field('a'), field('b'), field('c')]), '1.1.0'],
    ['a field less', live([field('a')]), '2.0.0'],
    [
      'another text',
      live([field('a', { description: 'Said better' }), field('b')]),
      '1.0.1',
    ],
  ])('tells %s', (_, next, version) => {
    expect(deriveVersion(next, [first])?.metadata.version).toBe(version);
  });

  it('counts from the highest number, in whatever order they come', () => {
    const history = ['1.9.0', '1.10.0', '1.2.0'].map(version =>
      contractOf({ version, fields: [field('a'), field('b')] }),
    );
    expect(deriveVersion(live([field('a')]), history)?.metadata.version).toBe(
      '2.0.0',
    );
  });
});
