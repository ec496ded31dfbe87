import { Ladder } from './Ladder';

describe('Ladder', () => {
  const ladder = new Ladder({ rungs: 3, first: 100 });

  it('joins both fields of a dataset with both of the next', () => {
    const names = Array.from(ladder.connections(), ({ src, dst }) =>
      [src, dst].map(id => {
        const { dataset, field } = ladder.nameOf(id);
        return `${dataset.at(-1)}.${field}`;
      }),
    );
    expect(names).toHaveLength(4 + 4 + 2);
    expect(names).toContainEqual(['0.amount', '1.total']);
    expect(names).toContainEqual(['2.total', '3.amount']);
    expect(names).not.toContainEqual(['2.total', '3.total']);
  });

  it('starts at a field of the last dataset', () => {
    expect(ladder.nameOf(ladder.fieldId)).toEqual({
      dataset: ladder.last.name,
      field: ladder.field,
    });
    expect(ladder.end).toBe(108);
  });
});
