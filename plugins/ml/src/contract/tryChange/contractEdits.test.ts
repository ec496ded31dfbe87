import { Contract, Field, Port, validateContract } from '@understudy/contracts';
import {
  buildContract,
  buildField,
} from '../../__testUtils__/contractBuilders';
import { applyEdit, ContractEdit, fieldsOf } from './contractEdits';

const base = buildContract({
  ports: [
    {
      name: 'outputs',
      direction: 'out',
      key: ['payment_id'],
      partitionedBy: ['day'],
      schema: {
        kind: 'object',
        unknown: 'ignore',
        fields: [
          buildField('payment_id', 'string'),
          buildField('day', 'date'),
          buildField('score'),
        ],
      },
    },
    {
      name: 'image',
      direction: 'in',
      schema: { kind: 'tensor', dtype: 'uint8', shape: [null, 3] },
    },
  ],
});

type OfPort<T> = T extends { port: string } ? Omit<T, 'port'> : never;

function edited(
  contract: Contract,
  ...edits: OfPort<ContractEdit>[]
): { port: Port; fields: Field[] } {
  const result = edits.reduce<Contract>(
    (before, edit) =>
      applyEdit(before, { ...edit, port: 'outputs' } as ContractEdit, base),
    contract,
  );
  expect(validateContract(result).problems).toEqual([]);
  const port = result.spec.ports[0];
  return { port, fields: fieldsOf(port) ?? [] };
}

const namesOf = (fields: Field[]) => fields.map(({ name }) => name);

describe('applyEdit', () => {
  it('adds, changes and removes fields and leaves the others as they are', () => {
    const { fields } = edited(
      base,
      { type: 'add', field: buildField('reason', 'string') },
      { type: 'change', index: 3, parts: { nullable: true, unit: 'EUR' } },
      { type: 'change', index: 3, parts: { unit: undefined } },
      { type: 'remove', index: 2 },
    );
    expect(namesOf(fields)).toEqual(['payment_id', 'day', 'reason']);
    expect(fields[2]).toEqual(
      buildField('reason', 'string', { nullable: true }),
    );
    expect(fields[0]).toBe(fieldsOf(base.spec.ports[0])?.[0]);
  });

  it('keeps a name that consumers know as an alias', () => {
    const { fields } = edited(
      base,
      { type: 'rename', index: 2, name: 'sc' },
      { type: 'rename', index: 2, name: 'risk_score' },
    );
    expect(fields[2]).toMatchObject({ name: 'risk_score', aliases: ['score'] });
  });

  it('forgets the alias when the name comes back', () => {
    const { fields } = edited(
      base,
      { type: 'rename', index: 2, name: 'risk_score' },
      { type: 'rename', index: 2, name: 'score' },
    );
    expect(fields[2]).toEqual(buildField('score'));
  });

  it('renames and removes fields in keys and partitions, too', () => {
    const { port } = edited(
      base,
      { type: 'rename', index: 0, name: 'id' },
      { type: 'remove', index: 1 },
    );
    expect(port.key).toEqual(['id']);
    expect(port.partitionedBy).toEqual([]);
  });

  it('leaves ports without fields and places without a field alone', () => {
    expect(
      applyEdit(base, { type: 'add', port: 'image', field: buildField('x') }),
    ).toEqual(base);
    expect(
      applyEdit(base, { type: 'remove', port: 'outputs', index: 7 }),
    ).toEqual(base);
  });
});
