import { Port } from '../contract/Contract';
import { FieldType } from '../fields/FieldType';
import { field, object, port, scalar } from '../__testUtils__/build';
import { canRead } from './canRead';
import { profiles } from './profiles';
import { readPort } from './readPort';

function rules(findings: readonly { ruleId: string }[]): string[] {
  return findings.map(({ ruleId }) => ruleId);
}

const ref = (name: string): FieldType => ({ kind: 'ref', name });

function list(next: string, payload: FieldType, rest = {}): Port {
  return port(ref('Node'), {
    definitions: [
      {
        name: 'Node',
        type: object([
          field('payload', payload),
          field(next, ref('Node'), { nullable: true }),
        ]),
      },
    ],
    ...rest,
  });
}

describe('canRead', () => {
  it('says where, what and what to do', () => {
    const [finding] = canRead(
      port([field('user', object([field('age', 'int32')]))]),
      port([field('user', object([field('age', 'int64')]))]),
    );
    expect(finding).toEqual({
      ruleId: 'TYPE_NARROWED',
      severity: 'error',
      direction: 'backward',
      port: 'outputs',
      pointer: '/schema/fields/0/type/fields/0/type',
      pointsInto: 'new',
      path: 'user.age',
      old: 'int64',
      new: 'int32',
      message:
        'The type of user.age is int64 for the writer, and int32 for the reader',
      remediation: expect.stringContaining('new field'),
      basis: 'declared',
    });
  });

  it('matches by id before name, and by name before alias', () => {
    const writer = port([
      field('a', 'string', { id: '1' }),
      field('b', 'int32', { id: '2' }),
    ]);
    expect(
      canRead(
        port([field('b', 'string', { id: '1', aliases: ['a'] })]),
        writer,
      ),
    ).toEqual([]);
    expect(
      canRead(
        port([field('a', 'string'), field('b', 'int32', { aliases: ['a'] })]),
        writer,
      ),
    ).toEqual([]);
  });

  it('reads lists that contain themselves', () => {
    expect(
      canRead(list('next', scalar('int64')), list('next', scalar('int32'))),
    ).toEqual([]);
    const findings = canRead(
      list('next', scalar('int32')),
      list('next', scalar('string')),
    );
    expect(rules(findings)).toEqual(['TYPE_CHANGED']);
    expect(findings[0].pointer).toBe('/definitions/0/type/fields/0/type');
  });

  it('finds what a trial of a recursive branch took for granted', () => {
    const tree = (leaf: FieldType): Port =>
      port([field('root', ref('Tree'))], {
        definitions: [
          {
            name: 'Tree',
            type: {
              kind: 'union',
              of: [
                leaf,
                object([
                  field('left', ref('Tree')),
                  field('right', ref('Tree')),
                ]),
              ],
            },
          },
        ],
      });
    expect(canRead(tree(scalar('int64')), tree(scalar('int32')))).toEqual([]);
    const broken = canRead(tree(scalar('int32')), tree(scalar('string')));
    expect(rules(broken)).toContain('UNION_BRANCH_REMOVED');
    expect(
      canRead(tree(scalar('int32')), tree(scalar('string')))[0].severity,
    ).toBe('error');
  });

  it('treats a union with null as a nullable type', () => {
    const nullable: FieldType = {
      kind: 'union',
      of: [{ kind: 'null' }, scalar('string')],
    };
    const byUnion = port([field('a', nullable)]);
    const byFlag = port([field('a', 'string', { nullable: true })]);
    expect(canRead(byUnion, byFlag)).toEqual([]);
    expect(canRead(byFlag, byUnion)).toEqual([]);
    expect(rules(canRead(port([field('a', 'string')]), byUnion))).toEqual([
      'NULLABLE_MISMATCH',
    ]);
  });

  it('reads a nullable enum by its null symbol', () => {
    const symbols = (...of: (string | null)[]): FieldType => ({
      kind: 'enum',
      base: 'string',
      symbols: of,
    });
    const withNull = port([field('a', symbols('x', null))]);
    const without = port([field('a', symbols('x'))]);
    expect(canRead(withNull, without)).toEqual([]);
    expect(rules(canRead(without, withNull))).toEqual(['NULLABLE_MISMATCH']);
  });

  it('knows that nothing can be read by all and reads nothing', () => {
    const never = port([field('a', { kind: 'never' })]);
    const text = port([field('a', 'string')]);
    expect(canRead(text, never)).toEqual([]);
    expect(rules(canRead(never, text))).toEqual(['TYPE_CHANGED']);
  });

  it('chooses the branch that reads without rounding', () => {
    const either: FieldType = {
      kind: 'union',
      of: [scalar('float32'), scalar('decimal'), scalar('string')],
    };
    expect(
      canRead(port([field('a', either)]), port([field('a', 'int64')])),
    ).toEqual([]);
  });

  it('says of objects in a union what is wrong inside', () => {
    const either = (...fields: Parameters<typeof field>[]): FieldType => ({
      kind: 'union',
      of: [scalar('string'), object(fields.map(args => field(...args)))],
    });
    const findings = canRead(
      port([field('a', either(['x'], ['y']))]),
      port([field('a', either(['x']))]),
    );
    expect(findings).toEqual([
      expect.objectContaining({
        ruleId: 'REQUIRED_FIELD_MISSING',
        path: 'a.y',
      }),
    ]);
  });

  it('binds a symbolic size once for all tensors of a port', () => {
    const tensor = (...shape: (number | string | null)[]): FieldType => ({
      kind: 'tensor',
      dtype: 'float32',
      shape,
    });
    const pair = (a: FieldType, b: FieldType) =>
      port([field('a', a), field('b', b)]);
    const reader = pair(tensor(1, 'n'), tensor(1, 'n'));
    expect(canRead(reader, pair(tensor(1, 7), tensor(1, 7)))).toEqual([]);
    expect(canRead(reader, pair(tensor(1, 'm'), tensor(1, 'm')))).toEqual([]);
    expect(rules(canRead(reader, pair(tensor(1, 7), tensor(1, 8))))).toEqual([
      'TENSOR_DIM_CHANGED',
    ]);
    expect(
      rules(canRead(reader, pair(tensor(1, 'm'), tensor(1, 'k')))),
    ).toEqual(['TENSOR_DIM_CHANGED']);
  });

  it('calls the first dimension a batch only where each tensor varies in it', () => {
    const tensors = (first: number | null, second: number | null) =>
      port([
        field('a', { kind: 'tensor', dtype: 'int8', shape: [first, 3] }),
        field('b', { kind: 'tensor', dtype: 'int8', shape: [second, 3] }),
      ]);
    expect(rules(canRead(tensors(1, null), tensors(null, null)))).toEqual([
      'BATCH_DIM_FIXED',
    ]);
    expect(rules(canRead(tensors(1, 4), tensors(null, 4)))).toEqual([
      'TENSOR_DIM_FIXED',
    ]);
  });

  it('compares columns without names by their places', () => {
    const columns = (...types: FieldType[]) =>
      port(
        types.map((type, index) => field(index, type)),
        { ordering: 'positional' },
      );
    expect(
      canRead(
        columns(scalar('int64'), scalar('string')),
        columns(scalar('int32'), scalar('string')),
      ),
    ).toEqual([]);
    expect(
      canRead(
        columns(scalar('int64'), scalar('string')),
        columns(scalar('int32')),
      ),
    ).toEqual([
      expect.objectContaining({ ruleId: 'REQUIRED_FIELD_MISSING', path: '#1' }),
    ]);
  });

  it('keeps an integer within what its type holds', () => {
    const bounded = port([
      field('a', 'int32', { constraints: { min: 0, max: 255 } }),
    ]);
    expect(canRead(bounded, port([field('a', 'uint8')]))).toEqual([]);
    expect(rules(canRead(bounded, port([field('a', 'int16')])))).toEqual([
      'RANGE_ADDED',
    ]);
    const above = port([field('a', 'int32', { constraints: { min: 5 } })]);
    const open = port([
      field('a', 'int32', { constraints: { exclusiveMin: 4 } }),
    ]);
    expect(canRead(above, open)).toEqual([]);
  });

  it('stops at a thousand findings and says so', () => {
    const many = (type: 'string' | 'int32') =>
      port(
        Array.from({ length: 1500 }, (_, index) => field(`f${index}`, type)),
      );
    const findings = canRead(many('string'), many('int32'));
    expect(findings).toHaveLength(1001);
    expect(rules(findings)).toContain('TRUNCATED');
  });

  it('stops at 64 levels and says so', () => {
    let type: FieldType = scalar('int32');
    for (let level = 0; level < 80; level++) {
      type = { kind: 'array', items: type };
    }
    expect(rules(canRead(port(type), port(structuredClone(type))))).toEqual([
      'TRUNCATED',
    ]);
  });
});

describe('the cost of reading', () => {
  it('grows with the fields', () => {
    const wide = port(
      Array.from({ length: 2000 }, (_, index) => field(`f${index}`)),
    );
    expect(readPort(wide, wide, profiles.default).steps).toBe(2001);
  });

  it('does not double with each level of shared parts', () => {
    const diamond = (leaf: FieldType): Port =>
      port(ref('L0'), {
        definitions: Array.from({ length: 40 }, (_, level) => ({
          name: `L${level}`,
          type:
            level === 39
              ? leaf
              : object([
                  field('left', ref(`L${level + 1}`)),
                  field('right', ref(`L${level + 1}`)),
                ]),
        })),
      });
    const same = readPort(diamond(scalar('int64')), diamond(scalar('int32')));
    expect(same.failures).toEqual([]);
    expect(same.steps).toBeLessThan(200);
    const broken = readPort(
      diamond(scalar('int32')),
      diamond(scalar('string')),
    );
    expect(broken.failures).toHaveLength(1001);
    expect(broken.steps).toBeLessThan(100_000);
  });

  it('does not explode on unions within unions', () => {
    const nested = (leaf: FieldType): Port =>
      port(ref('U0'), {
        definitions: Array.from({ length: 25 }, (_, level) => ({
          name: `U${level}`,
          type: {
            kind: 'union' as const,
            of: Array.from({ length: 6 }, (__, branch) =>
              object([
                field(`b${branch}`, level === 24 ? leaf : ref(`U${level + 1}`)),
              ]),
            ),
          },
        })),
      });
    expect(
      readPort(nested(scalar('int64')), nested(scalar('int32'))).steps,
    ).toBeLessThan(10_000);
    expect(
      readPort(nested(scalar('int32')), nested(scalar('string'))).steps,
    ).toBeLessThan(10_000);
  });

  describe('of bounds', () => {
    const bounded = (type: FieldType, constraints = {}) =>
      port([field('a', type, { constraints })]);
    const numbers: FieldType = {
      kind: 'enum',
      base: 'int32',
      symbols: [4, 0, null, 2],
    };
    const int = scalar('int32');

    it('reads nothing of nothing', () => {
      const never: FieldType = { kind: 'never' };
      expect(rules(canRead(bounded(never), bounded(int)))).toEqual([
        'TYPE_CHANGED',
      ]);
      expect(canRead(bounded(int, { min: 0 }), bounded(never))).toEqual([]);
      expect(canRead(bounded(never, { min: 0 }), bounded(never))).toEqual([]);
      expect(
        canRead(bounded(int), bounded({ kind: 'union', of: [int, never] })),
      ).toEqual([]);
    });

    it('asks none of what cannot be compared', () => {
      const any: FieldType = { kind: 'any' };
      const opaque: FieldType = { kind: 'opaque', format: 'x', hash: '1' };
      expect(rules(canRead(bounded(int, { min: 0 }), bounded(any)))).toEqual([
        'UNVERIFIABLE_ANY',
      ]);
      expect(rules(canRead(bounded(any, { min: 0 }), bounded(any)))).toEqual([
        'RANGE_ADDED',
      ]);
      expect(rules(canRead(bounded(int, { min: 0 }), bounded(opaque)))).toEqual(
        ['OPAQUE_CHANGED'],
      );
      expect(
        rules(canRead(bounded(opaque, { min: 0 }), bounded(opaque))),
      ).toEqual(['RANGE_ADDED']);
      expect(
        rules(canRead(bounded(int, { min: 0 }), bounded({ kind: 'null' }))),
      ).toEqual(['NULLABLE_MISMATCH']);
    });

    it('takes the symbols of an enum for all there is', () => {
      const read = (constraints: object) =>
        rules(
          canRead(
            port([field('a', int, { constraints, nullable: true })]),
            bounded(numbers),
          ),
        );
      expect(read({ min: 0, max: 4, multipleOf: 2 })).toEqual([]);
      expect(read({ max: 3 })).toEqual(['RANGE_ADDED']);
      expect(read({ exclusiveMin: 0 })).toEqual(['RANGE_ADDED']);
      expect(read({ multipleOf: 3 })).toEqual(['MULTIPLE_OF_ADDED']);
    });

    it('knows that integers are multiples of one', () => {
      const read = (type: FieldType, multipleOf: number) =>
        rules(canRead(bounded(type, { multipleOf }), bounded(type)));
      expect(read(int, 1)).toEqual([]);
      expect(read(int, 2)).toEqual(['MULTIPLE_OF_ADDED']);
      expect(read(scalar('float64'), 1)).toEqual(['MULTIPLE_OF_ADDED']);
    });
  });

  it('fills in parameters of MLflow models and no columns', () => {
    const read = (name: string) =>
      rules(
        canRead(
          port([field('a'), field('k', 'int32', { default: { value: 1 } })], {
            direction: 'in',
            name,
          }),
          port([field('a')], { direction: 'in', name }),
          { profile: 'mlflow' },
        ),
      );
    expect(read('params')).toEqual([]);
    expect(read('inputs')).toEqual(['REQUIRED_FIELD_MISSING']);
  });
});
