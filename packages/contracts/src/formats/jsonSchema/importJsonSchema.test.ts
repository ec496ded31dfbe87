import { Field } from '../../fields/Field';
import { importJsonSchema } from './importJsonSchema';

const text = { kind: 'scalar', type: 'string' };
const int64 = { kind: 'scalar', type: 'int64' };

const read = (schema: unknown) => importJsonSchema(schema).port;
const notes = (schema: unknown) =>
  importJsonSchema(schema).lossy.map(
    ({ pointer, code }) => `${code} ${pointer}`,
  );
const fail = (): never => {
  throw new Error('The schema has another kind');
};
const ofObject = (properties: object, more: object = {}) => ({
  type: 'object',
  properties,
  ...more,
});
const fieldOf = (schema: unknown): Field => {
  const { schema: type } = read(ofObject({ f: schema }));
  return type.kind === 'object' ? type.fields[0] : fail();
};

describe('importJsonSchema', () => {
  it('reads fields with what is said of them', () => {
    expect(
      importJsonSchema(
        ofObject(
          {
            age: {
              type: 'integer',
              format: 'int32',
              minimum: 0,
              exclusiveMaximum: 150,
              default: 18,
              title: 'Age',
            },
            name: {
              type: ['string', 'null'],
              minLength: 1,
              maxLength: 9,
              pattern: '^x',
              format: 'email',
              title: 'Name',
              description: 'Full name',
              deprecated: true,
            },
          },
          { required: ['age', 'other'], additionalProperties: false },
        ),
        { name: 'inputs', direction: 'in' },
      ),
    ).toEqual({
      lossy: [],
      port: {
        name: 'inputs',
        direction: 'in',
        ordering: 'named',
        schema: {
          kind: 'object',
          unknown: 'reject',
          fields: [
            {
              name: 'age',
              type: { kind: 'scalar', type: 'int32' },
              required: true,
              nullable: false,
              default: { value: 18 },
              description: 'Age',
              constraints: { min: 0, exclusiveMax: 150 },
            },
            {
              name: 'name',
              type: text,
              required: false,
              nullable: true,
              description: 'Full name',
              deprecated: { since: '0.0.0' },
              constraints: {
                minLength: 1,
                maxLength: 9,
                pattern: '^x',
                format: 'email',
              },
            },
            {
              name: 'other',
              type: { kind: 'never' },
              required: true,
              nullable: false,
            },
          ],
        },
      },
    });
  });

  it.each([
    [true, { kind: 'any' }],
    [{}, { kind: 'any' }],
    [{ description: 'x', 'x-vendor': 1 }, { kind: 'any' }],
    [false, { kind: 'never' }],
    [{ type: 'null' }, { kind: 'null' }],
    [{ type: 'number' }, { kind: 'scalar', type: 'float64' }],
    [
      { type: 'number', format: 'float' },
      { kind: 'scalar', type: 'float32' },
    ],
    [{ type: 'integer' }, int64],
    [
      { type: 'integer', format: 'uint8', minimum: 0, maximum: 255 },
      { kind: 'scalar', type: 'uint8' },
    ],
    [
      { type: 'string', format: 'date-time' },
      { kind: 'scalar', type: 'timestamptz' },
    ],
    [
      { type: 'string', contentEncoding: 'base64' },
      { kind: 'scalar', type: 'bytes' },
    ],
    [
      { type: ['string', 'integer', 'null'] },
      { kind: 'union', of: [{ kind: 'null' }, text, int64] },
    ],
    [{ const: 'a' }, { kind: 'enum', base: 'string', symbols: ['a'] }],
    [{ enum: ['a', 'a'] }, { kind: 'enum', base: 'string', symbols: ['a'] }],
    [{ const: null }, { kind: 'null' }],
    [
      { enum: [1, 2.5, null] },
      {
        kind: 'union',
        of: [
          { kind: 'null' },
          { kind: 'enum', base: 'float64', symbols: [1, 2.5] },
        ],
      },
    ],
    [
      { type: 'integer', format: 'int32', enum: [1] },
      { kind: 'enum', base: 'int32', symbols: [1] },
    ],
    [{ enum: ['a', 1] }, { kind: 'enum', base: 'json', symbols: ['a', 1] }],
    [
      {
        type: 'array',
        items: { type: ['integer', 'null'] },
        minItems: 1,
        maxItems: 2,
        uniqueItems: true,
      },
      {
        kind: 'array',
        items: int64,
        nullableItems: true,
        minItems: 1,
        maxItems: 2,
        unique: true,
      },
    ],
    [
      { type: 'array', prefixItems: [{ type: 'string' }], items: false },
      { kind: 'array', tuple: [text], items: { kind: 'never' } },
    ],
    [
      {
        type: 'array',
        items: [{ type: 'string' }],
        additionalItems: { type: 'integer' },
      },
      { kind: 'array', tuple: [text], items: int64 },
    ],
    [
      {
        type: 'object',
        additionalProperties: { type: 'integer', nullable: true },
      },
      { kind: 'map', keys: 'string', values: int64, nullableValues: true },
    ],
    [
      { type: 'object', additionalProperties: true },
      { kind: 'object', fields: [], unknown: 'ignore' },
    ],
    [
      { type: 'object' },
      { kind: 'object', fields: [], unknown: 'unspecified' },
    ],
    [
      { anyOf: [{ type: 'string' }, { type: 'null' }, { type: 'integer' }] },
      { kind: 'union', of: [{ kind: 'null' }, text, int64] },
    ],
  ])('reads %j without loss', (schema, type) => {
    expect(importJsonSchema(schema)).toEqual({
      port: { name: 'data', direction: 'out', ordering: 'named', schema: type },
      lossy: [],
    });
  });

  it('keeps the constraints of the one type beside null', () => {
    expect(
      fieldOf({ anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }] }),
    ).toMatchObject({ type: int64, nullable: true, constraints: { min: 1 } });
    expect(
      fieldOf({ type: ['string', 'integer'], minimum: 1, maxLength: 2 }),
    ).toMatchObject({ constraints: { min: 1, maxLength: 2 } });
  });

  it('leaves out defaults that are no value of the type, with a note', () => {
    const schema = {
      ...ofObject({
        a: { type: 'integer', default: 'x' },
        b: { $ref: '#/$defs/B', default: [1, 'x'] },
        c: { $ref: '#/$defs/B', default: [1] },
        d: { type: ['integer', 'null'], default: null },
      }),
      $defs: { B: { type: 'array', items: { type: 'integer' } } },
    };
    const { schema: type } = read(schema);
    expect(
      type.kind === 'object' && type.fields.map(field => field.default),
    ).toEqual([undefined, undefined, { value: [1] }, { value: null }]);
    expect(notes(schema)).toEqual([
      'DEFAULT_DOES_NOT_FIT /properties/a/default',
      'DEFAULT_DOES_NOT_FIT /properties/b/default',
    ]);
  });

  it('notes the constraints of places that hold none', () => {
    expect(
      notes({ type: 'array', items: { type: 'string', minLength: 1 } }),
    ).toEqual(['CONSTRAINT_NOT_HELD /items']);
    expect(
      notes({ anyOf: [{ type: 'string', minLength: 1 }, { type: 'integer' }] }),
    ).toEqual(['CONSTRAINT_NOT_HELD /anyOf']);
    expect(notes({ type: 'object', minProperties: 1 })).toEqual([
      'CONSTRAINT_NOT_HELD /minProperties',
    ]);
  });

  it('assumes a type by the keywords', () => {
    expect(read({ properties: { a: { minLength: 2 } } }).schema).toMatchObject({
      kind: 'object',
      fields: [{ type: text, constraints: { minLength: 2 } }],
    });
    expect(notes({ properties: { a: { minLength: 2 } } })).toEqual([
      'TYPE_ASSUMED ',
      'TYPE_ASSUMED /properties/a',
    ]);
  });

  it('tells oneOf from anyOf only where branches may overlap', () => {
    expect(notes({ oneOf: [{ type: 'string' }, { type: 'integer' }] })).toEqual(
      [],
    );
    expect(notes({ oneOf: [ofObject({}), ofObject({})] })).toEqual([
      'ONE_OF_READ_AS_ANY_OF /oneOf',
    ]);
  });

  describe('references', () => {
    it('become definitions, by the key that they have', () => {
      for (const key of ['$defs', 'definitions']) {
        expect(
          read({
            ...ofObject({
              at: { $ref: `#/${key}/Place`, description: 'Where' },
              from: { anyOf: [{ $ref: `#/${key}/Place` }, { type: 'null' }] },
              to: { allOf: [{ $ref: `#/${key}/Place` }], default: {} },
            }),
            [key]: { Place: ofObject({ city: { type: 'string' } }) },
          }),
        ).toMatchObject({
          schema: {
            fields: [
              { type: { kind: 'ref', name: 'Place' }, description: 'Where' },
              { type: { kind: 'ref', name: 'Place' }, nullable: true },
              { type: { kind: 'ref', name: 'Place' }, default: { value: {} } },
            ],
          },
          definitions: [
            {
              name: 'Place',
              type: { kind: 'object', fields: [{ name: 'city' }] },
            },
          ],
        });
      }
    });

    it('may lead to themselves, to any place, and to a name that is taken', () => {
      expect(
        read({
          $id: 'https://schemas.example/tree',
          ...ofObject({
            self: { $ref: '#' },
            twin: { $ref: 'https://schemas.example/tree#/properties/self' },
            a: { $ref: '#/$defs/a~1b' },
            b: { $ref: '#/definitions/a~1b' },
          }),
          $defs: { 'a/b': ofObject({}) },
          definitions: { 'a/b': { type: 'boolean' } },
        }),
      ).toMatchObject({
        schema: {
          fields: [
            { type: { name: '#' } },
            { type: { name: '#/properties/self' } },
            { type: { name: 'a/b' } },
            { type: { name: '#/definitions/a~1b' } },
          ],
        },
        definitions: [
          { name: '#', type: { kind: 'object' } },
          { name: '#/properties/self', type: { kind: 'ref', name: '#' } },
          { name: 'a/b', type: { kind: 'object' } },
          { name: '#/definitions/a~1b', type: { type: 'boolean' } },
        ],
      });
    });

    it('are copied where the definition has constraints, which only fields hold', () => {
      const schema = {
        ...ofObject({ n: { $ref: '#/$defs/Positive' } }),
        $defs: { Positive: { type: 'integer', minimum: 1 } },
      };
      expect(read(schema)).toEqual({
        ...{ name: 'data', direction: 'out', ordering: 'named' },
        schema: {
          kind: 'object',
          unknown: 'unspecified',
          fields: [
            {
              name: 'n',
              type: int64,
              required: false,
              nullable: false,
              constraints: { min: 1 },
            },
          ],
        },
      });
      expect(notes(schema)).toEqual([]);
    });

    it('hide what stands beside them in draft-07 and not in 2020-12', () => {
      const schema = (dialect: string) => ({
        $schema: dialect,
        ...ofObject({ n: { $ref: '#/$defs/N', maximum: 5 } }),
        $defs: { N: { type: 'integer', minimum: 1 } },
      });
      const constraints = (dialect: string) => read(schema(dialect)).schema;
      expect(
        constraints('http://json-schema.org/draft-07/schema#'),
      ).toMatchObject({ fields: [{ constraints: { min: 1 } }] });
      expect(
        constraints('https://json-schema.org/draft/2020-12/schema'),
      ).toMatchObject({ fields: [{ constraints: { min: 1, max: 5 } }] });
    });

    it('to other documents are opaque', () => {
      const schema = ofObject({
        a: { $ref: 'other.json#/x' },
        b: { $ref: '#anchor' },
      });
      expect(read(schema).schema).toMatchObject({
        fields: [{ type: { kind: 'opaque' } }, { type: { kind: 'opaque' } }],
      });
      expect(notes(schema)).toEqual([
        'NOT_INTERPRETED /properties/a',
        'NOT_INTERPRETED /properties/b',
      ]);
    });
  });

  describe('anchors', () => {
    const named = (anchor: object, ref: object) => ({
      type: 'object',
      properties: { a: ref },
      $defs: { N: { type: 'string', ...anchor } },
    });

    it.each([
      [{ $anchor: 'x' }, { $ref: '#x' }],
      [{ $dynamicAnchor: 'x' }, { $ref: '#x' }],
      [{ $dynamicAnchor: 'x' }, { $dynamicRef: '#x' }],
      [{ $anchor: 'x' }, { $dynamicRef: '#x' }],
      [{}, { $dynamicRef: '#/$defs/N' }],
      [{ $id: '#x' }, { $ref: '#x' }],
      [{ id: '#x' }, { $ref: '#x' }],
    ])('%j is found by %j', (anchor, ref) => {
      expect(read(named(anchor, ref))).toMatchObject({
        schema: { fields: [{ type: { kind: 'ref', name: 'N' } }] },
        definitions: [{ name: 'N', type: { kind: 'scalar', type: 'string' } }],
      });
      expect(notes(named(anchor, ref))).toEqual([]);
    });

    it('may name the whole document', () => {
      for (const ref of [{ $dynamicRef: '#node' }, { $recursiveRef: '#' }]) {
        const tree = {
          $dynamicAnchor: 'node',
          type: 'object',
          properties: { children: { type: 'array', items: ref } },
        };
        expect(notes(tree)).toEqual([]);
        expect(read(tree)).toMatchObject({
          schema: {
            fields: [{ type: { kind: 'array', items: { kind: 'ref' } } }],
          },
          definitions: [{ type: { kind: 'object' } }],
        });
      }
    });

    it('are merged with what stands beside the reference', () => {
      const schema = named(
        { $anchor: 'x', maxLength: 9 },
        { $dynamicRef: '#x', minLength: 2 },
      );
      expect(read(schema).schema).toMatchObject({
        fields: [{ constraints: { minLength: 2, maxLength: 9 } }],
      });
    });

    it.each([
      [{}, { $ref: '#x' }],
      [{ $anchor: 'x', enum: [{ $anchor: 'y' }] }, { $ref: '#y' }],
      [{ $id: 'https://example.com/n', $anchor: 'x' }, { $ref: '#x' }],
      [
        { $dynamicAnchor: 'x', items: { $id: 'y', $dynamicAnchor: 'x' } },
        { $dynamicRef: '#x' },
      ],
      [{ $anchor: 'x', not: { $anchor: 'x' } }, { $ref: '#x' }],
    ])('%j is not known by %j', (anchor, ref) => {
      expect(notes(named(anchor, ref))).toEqual([
        'NOT_INTERPRETED /properties/a',
      ]);
    });
  });

  describe('allOf', () => {
    it('is merged, through references too', () => {
      expect(
        importJsonSchema({
          allOf: [
            { $ref: '#/$defs/Base' },
            ofObject(
              { b: { type: 'string' }, a: { maximum: 9 } },
              { required: ['b'] },
            ),
          ],
          $defs: {
            Base: ofObject(
              { a: { type: 'integer', minimum: 1 } },
              { required: ['a'] },
            ),
          },
        }),
      ).toMatchObject({
        lossy: [],
        port: {
          schema: {
            fields: [
              {
                name: 'a',
                type: int64,
                required: true,
                constraints: { min: 1, max: 9 },
              },
              { name: 'b', type: text, required: true },
            ],
          },
        },
      });
    });

    it('narrows types, bounds and symbols', () => {
      expect(
        fieldOf({
          allOf: [
            { type: ['number', 'string'], minimum: 1, maxLength: 8 },
            { type: ['integer', 'string'], minimum: 2, maxLength: 4 },
          ],
        }),
      ).toMatchObject({
        type: { kind: 'union', of: [text, int64] },
        constraints: { min: 2, maxLength: 4 },
      });
      expect(
        fieldOf({ allOf: [{ enum: ['a', 'b'] }, { enum: ['b', 'c'] }] }).type,
      ).toMatchObject({ symbols: ['b'] });
      expect(fieldOf({ allOf: [{ const: 1 }, { const: 2 }] }).type.kind).toBe(
        'never',
      );
      expect(
        fieldOf({ allOf: [{ type: 'string' }, { type: 'integer' }] }).type.kind,
      ).toBe('never');
    });

    it('closes an object to what only the other part lists', () => {
      expect(
        fieldOf({
          allOf: [
            ofObject(
              { a: { type: 'string' } },
              { additionalProperties: false },
            ),
            ofObject({ b: { type: 'string' } }),
          ],
        }).type,
      ).toMatchObject({
        unknown: 'reject',
        fields: [
          { name: 'a', type: text },
          { name: 'b', type: { kind: 'never' } },
        ],
      });
    });

    it('is opaque where its parts cannot be merged', () => {
      for (const parts of [
        [{ type: 'string', pattern: 'a' }, { pattern: 'b' }],
        [{ anyOf: [{ type: 'string' }] }, { anyOf: [{ type: 'integer' }] }],
        [{ type: 'array', prefixItems: [{}] }, { items: { type: 'string' } }],
        [{ $ref: 'elsewhere.json' }, { type: 'object' }],
      ]) {
        const schema = ofObject({ f: { allOf: parts } });
        expect(notes(schema)).toEqual(['NOT_INTERPRETED /properties/f']);
      }
    });

    it('beside anyOf holds for each branch', () => {
      expect(
        read(
          ofObject(
            { a: { type: 'string' }, b: { type: 'string' } },
            { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
          ),
        ).schema,
      ).toMatchObject({
        kind: 'union',
        of: [
          { fields: [{ required: true }, { required: false }] },
          { fields: [{ required: false }, { required: true }] },
        ],
      });
    });

    it('of itself is refused', () => {
      expect(() =>
        read({
          $ref: '#/$defs/A',
          $defs: { A: { allOf: [{ $ref: '#/$defs/A' }, {}] } },
        }),
      ).toThrow(/said to be itself/);
    });
  });

  describe('what cannot be interpreted', () => {
    const hashOf = (schema: unknown) => {
      const { type } = fieldOf(schema);
      return type.kind === 'opaque' ? type.hash : fail();
    };

    it.each([
      { not: { type: 'string' } },
      { if: { type: 'string' }, then: { minLength: 1 } },
      { type: 'object', dependentSchemas: {} },
      { type: 'object', patternProperties: { '^x': {} } },
      { type: 'array', contains: {} },
      { enum: [{ a: 1 }] },
    ])('is opaque: %j', schema => {
      expect(fieldOf(schema)).toMatchObject({
        type: { kind: 'opaque', format: 'json-schema' },
      });
      expect(notes(ofObject({ f: schema }))).toEqual([
        'NOT_INTERPRETED /properties/f',
      ]);
    });

    it('is equal to itself in any order of keys, and to nothing else', () => {
      expect(hashOf({ not: { minLength: 1, type: 'string' } })).toBe(
        hashOf({ not: { type: 'string', minLength: 1 } }),
      );
      expect(hashOf({ not: { type: 'string' } })).not.toBe(
        hashOf({ not: { type: 'integer' } }),
      );
    });

    it('changes with what it refers to, at any distance', () => {
      const hash = (last: string) => {
        const { schema } = read({
          ...ofObject({ f: { not: { $ref: '#/$defs/A' } } }),
          $defs: {
            A: { items: { $ref: '#/$defs/B' } },
            B: { type: last, not: { $ref: '#/$defs/A' } },
          },
        });
        return JSON.stringify(schema);
      };
      expect(hash('string')).toBe(hash('string'));
      expect(hash('string')).not.toBe(hash('integer'));
    });
  });

  it('takes names of prototypes for plain names', () => {
    const { schema } = read(
      JSON.parse(
        '{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"$ref":"#/$defs/__proto__"}},"required":["__proto__","toString"],"$defs":{"__proto__":{"type":"boolean"}}}',
      ),
    );
    expect(schema).toMatchObject({
      fields: [
        { name: '__proto__', type: text, required: true },
        { name: 'constructor', type: { kind: 'ref', name: '__proto__' } },
        { name: 'toString', type: { kind: 'any' }, required: true },
      ],
    });
    expect(() => read({ $ref: '#/constructor' })).toThrow(/nothing at/);
  });

  it.each([
    [null, ''],
    ['string', ''],
    [{ type: 'strng' }, '/type'],
    [{ type: [] }, '/type'],
    [{ type: 3 }, '/type'],
    [{ properties: [] }, '/properties'],
    [{ properties: { a: 1 } }, '/properties/a'],
    [{ type: 'object', required: true }, '/required'],
    [{ type: 'array', items: 1 }, '/items'],
    [{ type: 'array', minItems: -1 }, '/minItems'],
    [{ type: 'integer', minimum: '1' }, '/minimum'],
    [{ type: 'integer', multipleOf: 0 }, '/multipleOf'],
    [{ properties: { '': {} } }, '/properties/'],
    [{ enum: 'a' }, '/enum'],
    [{ anyOf: {} }, '/anyOf'],
    [{ anyOf: [] }, '/anyOf'],
    [{ allOf: [1] }, '/allOf/0'],
    [{ $ref: '#/$defs/none' }, ''],
  ])('refuses %j', (schema, pointer) => {
    expect(() => read(schema)).toThrow(
      expect.objectContaining({ name: 'ContractFormatError', pointer }),
    );
  });

  it('ends for what is too deep, too wide, or grows when it is combined', () => {
    const deep = Array.from({ length: 100_000 }).reduce<unknown>(
      items => ({ type: 'array', items }),
      {},
    );
    expect(() => read(deep)).toThrow(/deeper than 64 levels/);
    expect(() => read({ not: deep })).toThrow(/deeper than 64 levels/);
    const fields = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`f${i}`, {}]),
      );
    expect(read(ofObject(fields(5_000))).schema.kind).toBe('object');
    expect(() => read(ofObject(fields(5_001)))).toThrow(
      /more than 5000 fields/,
    );
    const doubling = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `d${i}`,
        {
          allOf: [{ $ref: `#/$defs/d${i + 1}` }, { $ref: `#/$defs/d${i + 1}` }],
        },
      ]),
    );
    expect(() =>
      read({
        allOf: [{ $ref: '#/$defs/d0' }, {}],
        $defs: { ...doubling, d30: {} },
      }),
    ).toThrow(/too many steps/);
  });

  it('refuses what refers to nothing but itself', () => {
    expect(() =>
      importJsonSchema({
        type: 'object',
        properties: {
          a: { $ref: '#/properties/b' },
          b: { $ref: '#/properties/a' },
        },
      }),
    ).toThrow('/properties/b: This refers to nothing but itself.');
  });
});
