import { Field, FieldType, Port } from '@understudy/contracts';
import {
  clearContractFieldFilters,
  readContractFieldQuery,
  selectContractFields,
} from './contractFieldQuery';
import { fieldUsage } from './fieldUsage';
import { listPortFields } from './listPortFields';

function field(name: string, rest: Partial<Field> = {}): Field {
  return {
    name,
    type: { kind: 'scalar', type: 'string' },
    required: true,
    nullable: false,
    ...rest,
  };
}

const inner: FieldType = {
  kind: 'object',
  unknown: 'ignore',
  fields: [field('street', { personalData: ['address'] })],
};

const ports: Port[] = [
  {
    name: 'inputs',
    direction: 'in',
    schema: {
      kind: 'object',
      unknown: 'ignore',
      fields: [
        field('address', { type: inner, classification: 'restricted' }),
        field('amount', { unit: 'EUR', required: false, nullable: true }),
      ],
    },
  },
  {
    name: 'outputs',
    direction: 'out',
    schema: {
      kind: 'object',
      unknown: 'ignore',
      fields: [
        field('score', { critical: true }),
        field('reason', { deprecated: { since: '2.0.0' } }),
      ],
    },
  },
];

const fields = listPortFields(ports);

function select(search: string, open: string[] = []) {
  return selectContractFields(
    fields,
    readContractFieldQuery(new URLSearchParams(search)),
    {
      open: new Set(open),
      usage: fieldUsage(
        [
          {
            consumer: 'model:default/a',
            basis: 'contract',
            use: 'production',
            fields: [{ port: 'outputs', path: 'score' }],
          },
        ],
        true,
      ),
    },
  ).map(({ path }) => path);
}

describe('selectContractFields', () => {
  it('folds away what is in a field until it is opened', () => {
    expect(select('')).toEqual(['address', 'amount', 'score', 'reason']);
    expect(select('port=inputs', [fields[0].key])).toEqual([
      'address',
      'address.street',
      'amount',
    ]);
  });

  it('finds folded fields, too', () => {
    expect(select('text=STREET')).toEqual(['address.street']);
    expect(select('text=eur')).toEqual(['amount']);
    expect(select('text=address+eur')).toEqual([]);
  });

  it.each([
    ['required', ['address', 'address.street', 'score', 'reason']],
    ['nullable', ['amount']],
    ['personal', ['address.street']],
    ['critical', ['score']],
    ['deprecated', ['reason']],
    ['unused', ['address', 'address.street', 'amount', 'reason']],
  ])('narrows down to %s', (mark, expected) => {
    expect(select(`mark=${mark}`)).toEqual(expected);
  });

  it('narrows down to a classification', () => {
    expect(select('classification=restricted')).toEqual(['address']);
  });
});

describe('readContractFieldQuery', () => {
  it('ignores what it does not know', () => {
    expect(
      readContractFieldQuery(new URLSearchParams('mark=big&after=-3')),
    ).toEqual({ text: '', from: 0 });
  });

  it('keeps the view when filters are cleared', () => {
    expect(
      clearContractFieldFilters(
        new URLSearchParams('view=fields&text=a&port=inputs&after=50'),
      ).toString(),
    ).toBe('view=fields');
  });
});
