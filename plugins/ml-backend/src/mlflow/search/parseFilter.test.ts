import fc from 'fast-check';
import { parseFilter } from './parseFilter';

const attributes = {
  name: { type: 'text', lists: true },
  version_number: { type: 'number' },
} as const;

/** `read`, or the error it gives. */
function outcome(filter: string): string {
  try {
    parseFilter(filter, attributes);
    return 'read';
  } catch (error) {
    return String(error);
  }
}

describe('parseFilter', () => {
  it.each([
    ['', []],
    ['  ', []],
    ["name='a'", [{ on: 'text', key: 'name', comparator: '=', value: 'a' }]],
    [
      "`name` like 'a%'",
      [{ on: 'text', key: 'name', comparator: 'LIKE', value: 'a%' }],
    ],
    [
      "attribute.name != 'a'",
      [{ on: 'text', key: 'name', comparator: '!=', value: 'a' }],
    ],
    [
      'version_number >= 3 AND tag.x = "it\'s"',
      [
        { on: 'number', key: 'version_number', comparator: '>=', value: 3 },
        { on: 'tag', key: 'x', comparator: '=', value: "it's" },
      ],
    ],
    [
      "tags.`a.b = 'c' AND`='1'",
      [{ on: 'tag', key: "a.b = 'c' AND", comparator: '=', value: '1' }],
    ],
    [
      "name not in ('a' , 'b')",
      [{ on: 'list', key: 'name', comparator: 'NOT IN', value: ['a', 'b'] }],
    ],
  ])('reads %p', (filter, expected) => {
    expect(parseFilter(filter, attributes)).toEqual(expected);
  });

  it('reads back every text that a quote can hold', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("'", '"'), (text, quote) => {
        const value = text.replaceAll(quote, '');
        expect(
          parseFilter(`name = ${quote}${value}${quote}`, attributes),
        ).toEqual([{ on: 'text', key: 'name', comparator: '=', value }]);
      }),
    );
  });

  it('either reads a filter or says what is wrong with it', () => {
    const piece = fc.constantFrom(
      'name',
      'tags.x',
      'AND',
      'NOT',
      'IN',
      'LIKE',
      '=',
      '!=',
      '(',
      ')',
      ',',
      "'a'",
      '"b"',
      '`',
      "'",
      '3',
      ' ',
      '.',
    );
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const filter = pieces.join(' ');
        expect(outcome(filter)).toMatch(/^(read|InputError: filter)/);
      }),
    );
  });
});
