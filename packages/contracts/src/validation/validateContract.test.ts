import { contract, field, object, port, scalar } from '../__testUtils__/build';
import { Contract } from '../contract/Contract';
import { FieldType } from '../fields/FieldType';
import { validateContract } from './validateContract';

function problems(document: unknown): string[] {
  return validateContract(document).problems.map(
    ({ pointer, message }) => `${pointer}: ${message}`,
  );
}

function withFields(...fields: object[]): unknown {
  return contract([port(fields as ReturnType<typeof field>[])]);
}

const at = '/spec/ports/0/schema/fields/0';

describe('validateContract', () => {
  it('gives back a contract that makes sense', () => {
    const full: Contract = contract(
      [
        port(
          [
            field('age', 'int32', {
              constraints: { min: 0, max: 150 },
              default: { value: 30 },
              deprecated: { since: '1.2.0', removeAfter: '2027-01-31' },
              labelMap: { 0: 'no' },
              quality: [
                { id: 'q', metric: 'nullValues', op: 'between', value: [0, 1] },
              ],
            }),
            field('friends', {
              kind: 'array',
              items: { kind: 'ref', name: 'Person' },
            }),
          ],
          {
            key: ['age'],
            definitions: [
              {
                name: 'Person',
                type: object([
                  field(
                    'best',
                    { kind: 'ref', name: 'Person' },
                    { nullable: true },
                  ),
                ]),
              },
            ],
          },
        ),
      ],
      {
        spec: {
          serviceLevels: { latencyMs: { p99: 100 }, freshness: 'PT15M' },
          errors: [{ code: 'busy', retryable: true }],
          protocol: { name: 'rest' },
          terms: { purposes: ['fraud'], retention: 'P1Y' },
          compatibility: {
            mode: 'FULL',
            overrides: [
              { ruleId: 'FIELD_REMOVED', severity: 'warning', reason: 'r' },
            ],
          },
        },
      },
    );
    expect(validateContract(full)).toEqual({ contract: full, problems: [] });
  });

  it.each([
    ['not an object', 'text', ': Must be an object, not "text"'],
    ['nothing', undefined, ': Must be an object, not missing'],
    ['an empty object', {}, ': The member apiVersion is missing'],
    [
      'a version that is none',
      contract([], { version: '1.0' }),
      '/metadata/version: Must be a semantic version such as 1.2.0, not "1.0"',
    ],
    [
      'a version with a v',
      contract([], { version: 'v1.0.0' }),
      '/metadata/version: Must be a semantic version such as 1.2.0, not "v1.0.0"',
    ],
    [
      'an owner that is no entity',
      contract([], { metadata: { owner: 'me' } }),
      '/metadata/owner: Must be an entity ref such as model:default/churn, not "me"',
    ],
    [
      'a misspelt member',
      withFields({ ...field('a'), nulable: true }),
      `${at}/nulable: There is no such member; known are`,
    ],
    [
      'a missing member',
      withFields({ name: 'a', type: scalar('int8'), required: true }),
      `${at}: The member nullable is missing`,
    ],
    [
      'a type that is none',
      withFields(field('a', { kind: 'number' } as never)),
      `${at}/type/kind: Must be one of scalar`,
    ],
    [
      'a scalar that is none',
      withFields(field('a', 'int' as never)),
      `${at}/type/type: Must be one of boolean`,
    ],
    [
      'bounds that leave nothing',
      withFields(field('a', 'int8', { constraints: { min: 5, max: 1 } })),
      `${at}/constraints/min: Leaves no value: min is 5 and max is 1`,
    ],
    [
      'open bounds that leave nothing',
      withFields(
        field('a', 'int8', { constraints: { exclusiveMin: 1, max: 1 } }),
      ),
      `${at}/constraints/exclusiveMin: Leaves no value`,
    ],
    [
      'lengths that leave nothing',
      withFields(
        field('a', 'string', { constraints: { minLength: 2, maxLength: 1 } }),
      ),
      `${at}/constraints/minLength: Leaves no value`,
    ],
    [
      'two fields of one name',
      withFields(field('a'), field('a')),
      '/spec/ports/0/schema/fields/1/name: "a" is already at /spec/ports/0/schema/fields/0/name',
    ],
    [
      'two fields of one id',
      withFields(
        field('a', 'int8', { id: '1' }),
        field('b', 'int8', { id: '1' }),
      ),
      '/spec/ports/0/schema/fields/1/id: "1" is already at',
    ],
    [
      'two ports of one name',
      contract([port([]), port([])]),
      '/spec/ports/1/name: "outputs" is already at /spec/ports/0/name',
    ],
    [
      'a key that is no field',
      contract([port([field('a')], { key: ['b'] })]),
      '/spec/ports/0/key/0: There is no field "b" in the port outputs',
    ],
    [
      'a default of another type',
      withFields(field('a', 'int32', { default: { value: 'x' } })),
      `${at}/default/value: "x" is not a value of the field a`,
    ],
    [
      'a default that the type cannot hold',
      withFields(field('a', 'int8', { default: { value: 200 } })),
      `${at}/default/value: 200 is not`,
    ],
    [
      'null as default of what takes none',
      withFields(field('a', 'int8', { default: { value: null } })),
      `${at}/default/value: null is not`,
    ],
    [
      'a default that is no symbol',
      withFields(
        field(
          'a',
          { kind: 'enum', base: 'string', symbols: ['x'] },
          { default: { value: 'y' } },
        ),
      ),
      `${at}/default/value: "y" is not`,
    ],
    [
      'an enum that is empty',
      withFields(field('a', { kind: 'enum', base: 'string', symbols: [] })),
      `${at}/type/symbols: An enum needs`,
    ],
    [
      'a symbol that is there twice',
      withFields(
        field('a', { kind: 'enum', base: 'string', symbols: ['x', 'x'] }),
      ),
      `${at}/type/symbols/1: "x" is already at`,
    ],
    [
      'a fallback that is no symbol',
      withFields(
        field('a', {
          kind: 'enum',
          base: 'string',
          symbols: ['x'],
          fallback: 'y',
        }),
      ),
      `${at}/type/fallback: Must be one of the symbols`,
    ],
    [
      'a union of nothing',
      withFields(field('a', { kind: 'union', of: [] })),
      `${at}/type/of: A union needs`,
    ],
    [
      'a list that is never long enough',
      withFields(
        field('a', {
          kind: 'array',
          items: scalar('int8'),
          minItems: 2,
          maxItems: 1,
        }),
      ),
      `${at}/type/minItems: Must not be above maxItems`,
    ],
    [
      'digits that do not fit',
      withFields(field('a', scalar('decimal', { precision: 2, scale: 3 }))),
      `${at}/type/scale: Must not be above precision`,
    ],
    [
      'a reference to nothing',
      withFields(field('a', { kind: 'ref', name: 'B' })),
      `${at}/type/name: There is no definition "B" in the port outputs`,
    ],
    [
      'a definition that is only itself',
      contract([
        port([field('a', { kind: 'ref', name: 'B' })], {
          definitions: [{ name: 'B', type: { kind: 'ref', name: 'B' } }],
        }),
      ]),
      `${at}/type/name: The definition B is nothing but a reference to itself`,
    ],
    [
      'a number as name where names count',
      withFields(field(0)),
      `${at}/name: Must be a text`,
    ],
    [
      'a day that no month has',
      withFields(
        field('a', 'int8', {
          deprecated: { since: '1.0.0', removeAfter: '2026-02-30' },
        }),
      ),
      `${at}/deprecated/removeAfter: Must be a day`,
    ],
    [
      'a date that is no version',
      withFields(field('a', 'int8', { deprecated: { since: 'soon' } })),
      `${at}/deprecated/since: Must be a version or a day`,
    ],
    [
      'a duration that is none',
      contract([], { spec: { serviceLevels: { freshness: '15m' } } }),
      '/spec/serviceLevels/freshness: Must be a duration',
    ],
    [
      'more than all requests',
      contract([], { spec: { serviceLevels: { availability: 99.9 } } }),
      '/spec/serviceLevels/availability: Must be a number from 0 to 1',
    ],
    [
      'a consumer of nothing',
      contract([], { spec: { role: 'consumer' } }),
      '/spec/provider: A consumer has to name its provider',
    ],
    [
      'a range that is none',
      contract([], {
        spec: {
          role: 'consumer',
          provider: { subject: 'a:b/c', range: 'newest' },
        },
      }),
      '/spec/provider/range: Must be a range',
    ],
    [
      'an override of no rule',
      contract([], {
        spec: {
          compatibility: {
            overrides: [{ ruleId: 'X', severity: 'info', reason: 'r' }],
          },
        },
      }),
      '/spec/compatibility/overrides/0/ruleId: There is no rule "X"',
    ],
    [
      'too many fields',
      contract([
        port(Array.from({ length: 5001 }, (_, index) => field(`f${index}`))),
      ]),
      '/spec/ports/0: A port has at most 5000 fields, not 5001',
    ],
  ])('says what is wrong with %s', (_, document, expected) => {
    expect(validateContract(document).contract).toBeUndefined();
    expect(problems(document)).toContainEqual(
      expect.stringContaining(expected),
    );
  });

  it('takes 5,000 fields, 64 levels, and numbers as names of columns that have places', () => {
    let deep: FieldType = scalar('int8');
    for (let level = 0; level < 62; level++) {
      deep = { kind: 'array', items: deep };
    }
    const wide = Array.from({ length: 5000 }, (_, index) => field(index));
    expect(
      problems(contract([port(wide, { ordering: 'positional' })])),
    ).toEqual([]);
    expect(problems(withFields(field('a', deep)))).toEqual([]);
    for (let level = 0; level < 10; level++) {
      deep = { kind: 'array', items: deep };
    }
    expect(problems(withFields(field('a', deep)))).toEqual([
      expect.stringContaining('Types may be nested 64 levels deep'),
    ]);
  });

  it('ends on parts that are used in more and more places', () => {
    let type: FieldType = scalar('int8');
    for (let level = 0; level < 40; level++) {
      type = object([field('a', type), field('b', type)]);
    }
    expect(problems(contract([port(type)]))).toEqual([
      expect.stringContaining('at most 50000 types'),
    ]);
  });

  it('names a hundred problems at most', () => {
    const wrong = Array.from({ length: 500 }, (_, index) => ({
      ...field(`f${index}`),
      required: 'yes',
    }));
    expect(problems(withFields(...wrong))).toHaveLength(100);
  });

  const circular: Record<string, unknown> = {};
  circular.self = { circular };
  let deep: unknown = 'x';
  for (let level = 0; level < 2_000; level++) {
    deep = [deep];
  }

  it.each([
    [{ 'x-note': NaN }, '/x-note: JSON cannot hold the number NaN'],
    [{ 'x-note': [1n] }, '/x-note/0: JSON cannot hold a value of type bigint'],
    [
      { 'x-note': { text: '\ud800' } },
      '/x-note/text: JSON cannot hold text with half a surrogate pair, which is no Unicode',
    ],
    [
      { 'x-note': { '\udc00': 1 } },
      '/x-note/\udc00: JSON cannot hold text with half a surrogate pair, which is no Unicode',
    ],
    [
      { 'x-note': circular },
      '/x-note/self/circular: JSON cannot hold a value inside itself',
    ],
  ])('refuses what no digest can be made of: %#', (part, problem) => {
    const document = { ...contract([port([field('a', 'int32')])]), ...part };
    expect(problems(document)).toEqual([problem]);
  });

  it('refuses what is nested so deeply that no call could walk it', () => {
    const document = { ...contract([port([])]), 'x-note': deep };
    expect(problems(document)).toEqual([
      '/x-note/0: JSON cannot hold what is nested deeper than 512 levels',
    ]);
  });
});
