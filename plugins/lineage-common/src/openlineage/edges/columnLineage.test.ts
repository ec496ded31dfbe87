import { columnsFrom, dataset, facet, runEvent } from '../__testUtils__/events';
import { datasets, edges } from '../__testUtils__/edges';

type Parts = Record<string, unknown>;

describe('edges of a run with column lineage', () => {
  it('leads to each output from what its columns name', () => {
    expect(
      edges(
        runEvent({
          inputs: datasets('a', 'b'),
          outputs: [
            dataset('x', columnsFrom('a')),
            dataset('y', columnsFrom('b')),
          ],
        }),
      ),
    ).toEqual(['a -> [x]', 'b -> [y]', '[x] -> x', '[y] -> y']);
  });

  it('adds the inputs that no column of any output names', () => {
    expect(
      edges(
        runEvent({
          inputs: datasets('a', 'b', 'unparsed'),
          outputs: [
            dataset('x', columnsFrom('a')),
            dataset('y', columnsFrom('b')),
          ],
        }),
      ),
    ).toEqual([
      'a -> [x]',
      'b -> [y]',
      'unparsed -> [x]',
      'unparsed -> [y]',
      '[x] -> x',
      '[y] -> y',
    ]);
  });

  it('is plain when the columns name all inputs, or none', () => {
    for (const columns of [columnsFrom('a', 'b'), columnsFrom()]) {
      expect(
        edges(
          runEvent({
            inputs: datasets('a', 'b'),
            outputs: [dataset('x', columns)],
          }),
        ),
      ).toEqual(['a -> etl', 'b -> etl', 'etl -> x']);
    }
  });

  it('takes in datasets that are no inputs', () => {
    expect(
      edges(
        runEvent({
          inputs: datasets('a'),
          outputs: [dataset('x', columnsFrom('a', 'other')), dataset('y')],
        }),
      ),
    ).toEqual(['a -> etl', 'a -> [x]', 'other -> [x]', 'etl -> y', '[x] -> x']);
  });

  it('takes what all outputs are made from for read by the job, if it is no input either', () => {
    // As dbt tells of a model that is made from a seed.
    expect(
      edges(runEvent({ outputs: [dataset('x', columnsFrom('seed'))] })),
    ).toEqual(['seed -> etl', 'etl -> x']);
    const outputs = (...sources: string[]) => [
      dataset('x', columnsFrom('a', 'seed')),
      dataset('y', columnsFrom(...sources)),
    ];
    const inputs = datasets('a');
    expect(edges(runEvent({ inputs, outputs: outputs('a', 'seed') }))).toEqual([
      'a -> etl',
      'seed -> etl',
      'etl -> x',
      'etl -> y',
    ]);
    expect(edges(runEvent({ inputs, outputs: outputs('a') }))).toEqual([
      'a -> etl',
      'a -> [x]',
      'seed -> [x]',
      'etl -> y',
      '[x] -> x',
    ]);
  });

  it('leaves outputs without it on the job, with all inputs', () => {
    expect(
      edges(
        runEvent({
          inputs: datasets('a', 'b'),
          outputs: [
            dataset('x', columnsFrom('a')),
            dataset('y', columnsFrom('a', 'b')),
            dataset('z'),
          ],
        }),
      ),
    ).toEqual([
      'a -> etl',
      'a -> [x]',
      'b -> etl',
      'etl -> y',
      'etl -> z',
      '[x] -> x',
    ]);
  });

  it('is over once the facet was deleted', () => {
    const event = (second: number, facets: Parts) =>
      runEvent({
        eventTime: `2026-11-25T08:00:0${second}Z`,
        inputs: datasets('a', 'b'),
        outputs: [dataset('x', facets), dataset('y', columnsFrom('b'))],
      });
    const deleted = { columnLineage: facet({ _deleted: true }) };
    expect(edges(event(1, columnsFrom('a')), event(2, deleted))).toContain(
      'etl -> x',
    );
    expect(edges(event(2, columnsFrom('a')), event(1, deleted))).not.toContain(
      'etl -> x',
    );
  });

  it('is given up when it would make connections without end', () => {
    const many = (letter: string, length: number) =>
      Array.from({ length }, (_, i) => `${letter}${i}`);
    const event = runEvent({
      inputs: datasets(...many('i', 1_000)),
      outputs: many('o', 1_000).map(name =>
        dataset(name, columnsFrom(`other-${name}`)),
      ),
    });
    expect(edges(event)).toHaveLength(2_000);
  });
});
