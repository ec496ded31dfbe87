import fc from 'fast-check';
import { JsonObject } from '@backstage/types';
import { formatModelCard } from './formatModelCard';
import { parseModelCard } from './parseModelCard';

const text = [
  ...['---', '# Who may use it', 'license: mit  # see LICENSE', "x: '1'"],
  ...['tags:', '- a', '- b', '---', '', '# Title', ''],
].join('\n');

const changed = (metadata: (before: JsonObject) => JsonObject, from = text) => {
  const card = parseModelCard(from);
  return formatModelCard({ ...card, metadata: metadata(card.metadata) });
};

describe('formatModelCard', () => {
  it.each([text, text.replace(/\n/g, '\r\n'), '# T', '---\na: [\n---\nT', ''])(
    'gives %j again',
    from => {
      expect(formatModelCard(parseModelCard(from))).toBe(from);
    },
  );

  it('writes the keys that were changed, and keeps the others as they are', () => {
    expect(
      changed(({ tags, ...rest }) => ({
        ...rest,
        x: '2',
        datasets: ['payments'],
      })),
    ).toBe(
      [
        ...['---', '# Who may use it', 'license: mit # see LICENSE', 'x: "2"'],
        ...['datasets:', '  - payments', '---', '', '# Title', ''],
      ].join('\n'),
    );
  });

  it('gives a card without metadata some', () => {
    expect(changed(() => ({ license: 'mit' }), '# T\n')).toBe(
      '---\nlicense: mit\n---\n# T\n',
    );
  });

  it('refuses to change what cannot be read', () => {
    expect(() => changed(() => ({ a: 1 }), '---\na: [\n---\nT')).toThrow(
      /cannot be changed before it can be read: The metadata is not YAML/,
    );
  });

  it('writes any metadata so that it is read as the same', () => {
    const keys = fc.string({ minLength: 1 }).filter(key => key !== '__proto__');
    const metadata = fc.dictionary(
      keys,
      fc.jsonValue({ depthSize: 'small' }),
    ) as fc.Arbitrary<JsonObject>;
    fc.assert(
      fc.property(metadata, metadata, (before, after) => {
        const first = formatModelCard({
          header: '',
          metadata: before,
          body: 'B',
        });
        const card = parseModelCard(first);
        expect(card.metadata).toEqual(before);
        const second = formatModelCard({ ...card, metadata: after });
        expect(parseModelCard(second)).toMatchObject({ body: 'B' });
        expect(parseModelCard(second).metadata).toEqual(after);
      }),
      { numRuns: 300 },
    );
  });
});
