import { checkOdcs as check } from '../../../__testUtils__/checkOdcs';

const head = {
  ...{ apiVersion: 'v3.1.0', kind: 'DataContract', id: 'orders' },
  ...{ version: '1.0.0', status: 'active' },
};

const withProperty = (property: object, apiVersion = 'v3.1.0') => ({
  ...head,
  apiVersion,
  schema: [{ name: 'orders', properties: [{ name: 'a', ...property }] }],
});

const at = '/schema/0/properties/0';

function notes(document: unknown): string[] {
  return check(document).map(({ pointer, message }) => `${pointer} ${message}`);
}

describe('createOdcsCheck', () => {
  it('finds nothing in a document that keeps to the standard', () => {
    expect(check(head)).toEqual([]);
    expect(check(withProperty({ logicalType: 'timestamp' }))).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    [
      'keys that are missing',
      { ...head, id: undefined, servers: [{ server: 'a', type: 'kafka' }] },
      ['/servers/0 The key host is missing, which ODCS 3.1 requires here.'],
    ],
    [
      'what is no object',
      ['a'],
      [' This should be an object, and is an array.'],
    ],
    [
      'keys that the standard does not have',
      withProperty({ logicaltype: 'string' }),
      [`${at}/logicaltype ODCS 3.1 has no key "logicaltype" here.`],
    ],
    [
      'options of another type',
      withProperty({
        logicalType: 'string',
        logicalTypeOptions: { maximum: 3, maxLength: -1 },
      }),
      [
        `${at}/logicalTypeOptions/maximum ODCS 3.1 has no key "maximum" here.`,
        `${at}/logicalTypeOptions/maxLength This should be at least 0, and is -1.`,
      ],
    ],
    [
      'words that it does not know',
      { ...head, kind: 'Contract' },
      ['/kind This should be one of DataContract, and is "Contract".'],
    ],
    [
      'parts that are newer than the version that is named',
      withProperty({ logicalType: 'timestamp' }, 'v3.0.2'),
      [
        `${at}/logicalType This should be one of string, date, number, integer, object, array, boolean, and is "timestamp".`,
      ],
    ],
    [
      'rules without an operator, or with two',
      withProperty({
        quality: [
          { metric: 'nullValues' },
          { metric: 'nullValues', mustBe: 0, mustBeLessThan: 5 },
        ],
      }),
      [0, 1].map(
        index =>
          `${at}/quality/${index} A rule that compares has exactly one of the keys that start with mustBe and mustNotBe.`,
      ),
    ],
    [
      'pairs that are none',
      withProperty({
        quality: [
          { type: 'sql', query: 'select 1', mustBeBetween: [1] },
          { type: 'sql', query: 'select 1', mustBeBetween: [1, 1] },
        ],
      }),
      [
        `${at}/quality/0/mustBeBetween The list should have at least 2 items.`,
        `${at}/quality/1/mustBeBetween The list should have each item once only.`,
      ],
    ],
    [
      'references that lead nowhere',
      withProperty({ relationships: [{ to: 'customers' }] }),
      [
        `${at}/relationships/0/to The text "customers" is no reference: write object.property, or a path such as schema/object/properties/property.`,
      ],
    ],
    [
      'ids with other characters',
      { ...head, team: { id: 'a b' } },
      ['/team/id The text "a b" should match ^[\\w-]+$.'],
    ],
    [
      'values of another type',
      { ...head, team: 'data', price: { priceAmount: '5' } },
      [
        '/price/priceAmount This should be a number, and is "5".',
        '/team This should be a list or an object, and is "data".',
      ],
    ],
  ])('tells of %s', (_, document, expected) => {
    expect(notes(JSON.parse(JSON.stringify(document))).sort()).toEqual(
      expect.arrayContaining(expected),
    );
  });

  it('tells each place once, and no more than 100 of them', () => {
    const keys = Array.from({ length: 300 }, (_, index) => [`x${index}`, 1]);
    const found = check({ ...head, ...Object.fromEntries(keys) });
    expect(found).toHaveLength(101);
    expect(new Set(found.map(({ pointer }) => pointer)).size).toBe(101);
    expect(found[100]).toEqual({
      pointer: '',
      code: 'TRUNCATED',
      message: 'More than 100 places break ODCS 3.1; the rest is left out.',
    });
  });

  it('leaves out what the import said already', () => {
    const document = { ...head, kind: 'Contract', extra: 1 };
    const places = (found: { pointer: string }[]) =>
      found.map(({ pointer }) => pointer).sort();
    expect(places(check(document))).toEqual(['/extra', '/kind']);
    const said = { pointer: '/kind', code: 'KIND_UNKNOWN', message: 'Said' };
    expect(places(check(document, [said]))).toEqual(['/extra']);
    const lost = { ...said, code: 'NOT_HELD' };
    expect(check(document, [lost])).toHaveLength(2);
  });
});
