import { Field, FieldType, Port } from '@understudy/contracts';
import { listPortFields } from './listPortFields';

const text: FieldType = { kind: 'scalar', type: 'string' };

function field(name: string | number, type: FieldType = text): Field {
  return { name, type, required: true, nullable: false };
}

function object(...fields: Field[]): FieldType {
  return { kind: 'object', fields, unknown: 'ignore' };
}

function port(schema: FieldType, rest: Partial<Port> = {}): Port {
  return { name: 'rows', direction: 'out', schema, ...rest };
}

function paths(...ports: Port[]): string[] {
  return listPortFields(ports).map(each => each.path);
}

describe('listPortFields', () => {
  it('writes paths as findings do', () => {
    expect(
      paths(
        port(
          object(
            field('address', object(field('street'))),
            field('tags', { kind: 'array', items: object(field('name')) }),
            field('scores', {
              kind: 'map',
              keys: 'string',
              values: object(field('value')),
            }),
            field(0),
          ),
        ),
      ),
    ).toEqual([
      'address',
      'address.street',
      'tags',
      'tags[].name',
      'scores',
      'scores{}.value',
      '#0',
    ]);
  });

  it('knows what is in what', () => {
    const [outer, inner, other] = listPortFields([
      port(object(field('a', object(field('b'))), field('c'))),
    ]);
    expect(outer.nested).toBe(true);
    expect(inner.parents).toEqual([outer.key]);
    expect(inner.nested).toBe(false);
    expect(other.parents).toEqual([]);
  });

  it('tells branches of a union apart that have the same names', () => {
    const found = listPortFields([
      port({ kind: 'union', of: [object(field('a')), object(field('a'))] }),
    ]);
    expect(found.map(each => each.path)).toEqual(['a', 'a']);
    expect(new Set(found.map(each => each.key)).size).toBe(2);
  });

  it('ends where a type contains itself', () => {
    const tree = port(
      { kind: 'ref', name: 'node' },
      {
        definitions: [
          {
            name: 'node',
            type: object(field('child', { kind: 'ref', name: 'node' })),
          },
        ],
      },
    );
    expect(paths(tree)).toHaveLength(8);
    expect(
      paths(
        port(
          { kind: 'ref', name: 'a' },
          { definitions: [{ name: 'a', type: { kind: 'ref', name: 'a' } }] },
        ),
      ),
    ).toEqual([]);
  });

  it('stops at a number of fields that nobody can read', () => {
    const wide = object(
      ...Array.from({ length: 20 }, (_, index) =>
        field(`f${index}`, { kind: 'ref', name: 'wide' }),
      ),
    );
    expect(
      paths(port(wide, { definitions: [{ name: 'wide', type: wide }] })),
    ).toHaveLength(10_000);
  });
});
