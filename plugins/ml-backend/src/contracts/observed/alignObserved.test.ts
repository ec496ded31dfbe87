import { checkStaleness, Contract, FieldType } from '@understudy/contracts';
import { contractOf, field, outPort } from '../__testUtils__/contracts';
import { mlEntity } from '../__testUtils__/contractEntities';
import { alignObserved } from './alignObserved';
import { observedContract } from './observedContract';

type Column = { name: string; type?: string; fields?: Column[] };

/** What differs between a contract and a table, as it is told. */
function differences(
  declared: Contract,
  fields: Column[],
  table = 'db.activity',
) {
  const { spec } = observedContract(mlEntity('FeatureView', 'a'), {
    namespace: 'db',
    name: table,
    environment: 'production',
    observedAt: '2026-11-26T11:00:00.000Z',
    digest: 'd',
    facet: { fields },
  });
  const live = alignObserved(spec.ports[0], declared, table);
  return (
    live &&
    checkStaleness({ contract: declared, live, production: true }).map(
      ({ new: found }) => found,
    )
  );
}

const of = (type: FieldType) => contractOf({ fields: [field('x', { type })] });

describe('alignObserved', () => {
  it.each<[string, FieldType, string]>([
    [
      'a type that fits into the promised one',
      { kind: 'scalar', type: 'int64' },
      'smallint',
    ],
    ['another word for it', { kind: 'scalar', type: 'string' }, 'varchar(20)'],
    [
      'values that a column cannot tell',
      { kind: 'enum', base: 'string', symbols: ['a'] },
      'text',
    ],
    [
      'an embedding',
      { kind: 'vector', dtype: 'float32', length: 3 },
      'array<float>',
    ],
    ['an identifier in a text', { kind: 'scalar', type: 'uuid' }, 'string'],
    [
      'a type that nobody knows',
      { kind: 'scalar', type: 'int64' },
      'geography',
    ],
    ['what may be anything', { kind: 'any' }, 'int'],
  ])('takes %s for no difference', (_, promised, type) => {
    expect(differences(of(promised), [{ name: 'x', type }])).toEqual([]);
  });

  it.each<[FieldType, string]>([
    [{ kind: 'scalar', type: 'int32' }, 'bigint'],
    [{ kind: 'scalar', type: 'float64' }, 'string'],
    [{ kind: 'enum', base: 'string', symbols: ['a'] }, 'int'],
    [{ kind: 'vector', dtype: 'float32', length: 3 }, 'array<string>'],
    [{ kind: 'array', items: { kind: 'scalar', type: 'int32' } }, 'string'],
  ])('names a field that is no %j but %s', (promised, type) => {
    const [found, ...more] =
      differences(of(promised), [{ name: 'x', type }]) ?? [];
    expect(found).toMatch(/\(x(\[\])?\)/);
    expect(more).toEqual([]);
  });

  it('misses what is not there, in keys and within objects too', () => {
    const declared = contractOf({
      fields: [
        field('card_id', { role: 'entityKey' }),
        field('address', {
          type: {
            kind: 'object',
            unknown: 'ignore',
            fields: [field('city'), field('zip')],
          },
        }),
      ],
    });
    const [found] =
      differences(declared, [
        {
          name: 'address',
          type: 'struct',
          fields: [{ name: 'city', type: 'double' }],
        },
      ]) ?? [];
    expect(found).toContain('card_id');
    expect(found).toContain('address.zip');
  });

  it('finds a field under its alias', () => {
    const declared = contractOf({ fields: [field('x', { aliases: ['y'] })] });
    expect(differences(declared, [{ name: 'Y', type: 'double' }])).toEqual([]);
  });

  it('compares the port that the table is, where there are several', () => {
    const declared = contractOf({
      spec: {
        ports: [
          outPort([field('x')], 'activity'),
          outPort([field('z')], 'other'),
        ],
      },
    });
    expect(differences(declared, [{ name: 'x', type: 'double' }])).toEqual([]);
    expect(differences(declared, [{ name: 'y', type: 'double' }])).toHaveLength(
      1,
    );
    expect(
      differences(declared, [{ name: 'y', type: 'double' }], 'db.third'),
    ).toBeUndefined();
  });
});
