import fc from 'fast-check';
import { JsonObject } from '@backstage/types';
import {
  evaluationsToModelIndex,
  IndexedEvaluation,
} from './evaluationsToModelIndex';
import { modelIndexEvaluations } from './modelIndexEvaluations';

const evaluatedAt = '2026-11-01T10:00:00.000Z';
const options = { model: 'm', task: 'tabular-classification' };
const read = (metadata: JsonObject) =>
  modelIndexEvaluations({ metadata }, { evaluatedAt });

const result = (more: JsonObject) => ({
  task: { type: 't' },
  dataset: { type: 'd', name: 'D' },
  metrics: [],
  ...more,
});

describe('modelIndexEvaluations', () => {
  it('has none for a card without a model-index', () => {
    expect(read({})).toEqual({ evaluations: [], problems: [] });
  });

  it('names the data as exactly as the card does', () => {
    const { evaluations } = read({
      'model-index': [
        {
          name: 'm',
          results: [
            result({
              dataset: {
                ...{ type: 'glue', name: 'GLUE', config: 'mrpc' },
                ...{ split: 'test', revision: 'abc' },
              },
              metrics: [
                { type: 'f1', value: 0.5, args: { n: 10, ci: [0.4, 0.6] } },
                { type: 'f1', name: 'F1 of seniors', value: 0.4 },
                { type: 'f1', value: 0.3, args: { n: -1, ci: [1] } },
              ],
              source: { name: 'Board', url: 'https://example.com/board' },
            }),
          ],
        },
      ],
    });
    expect(evaluations).toEqual([
      {
        dataset: 'glue/mrpc@abc',
        split: 'test',
        metrics: [
          { name: 'f1', value: 0.5, n: 10, ci: [0.4, 0.6] },
          { name: 'F1 of seniors', value: 0.4 },
          { name: 'f1 2', value: 0.3 },
        ],
        evaluatedAt,
        tool: 'Board',
        runUri: 'https://example.com/board',
      },
    ]);
  });

  it('reads what it can of a broken one, and says what is wrong', () => {
    const { evaluations, problems } = read({
      'model-index': [
        { name: 'm', results: [result({ dataset: 'd' }), result({}), 'x'] },
        { results: 'none' },
      ],
    });
    expect(evaluations).toHaveLength(1);
    expect(problems).toEqual([
      {
        path: 'model-index/0/results/0/dataset',
        message:
          'This has to be keys with values, and is "d": the result is not read.',
      },
      {
        path: 'model-index/0/results/2',
        message:
          'This has to be keys with values, and is "x": the result is not read.',
      },
      {
        path: 'model-index/1/name',
        message: 'This has to be a text, and is missing.',
      },
      {
        path: 'model-index/1/results',
        message: 'This has to be a list, and is "none".',
      },
    ]);
  });
});

describe('evaluationsToModelIndex', () => {
  it('writes what is read as the same evaluations', () => {
    const metrics = fc.uniqueArray(
      fc.record(
        {
          name: fc.constantFrom('auc', 'f1', 'rmse'),
          value: fc.double({ noNaN: true, noDefaultInfinity: true }),
          n: fc.nat(),
          ci: fc.constantFrom<[number, number]>([0, 1], [-1, 0.5]),
        },
        { requiredKeys: ['name', 'value'] },
      ),
      { minLength: 1, maxLength: 3, selector: ({ name }) => name },
    );
    const evaluation = fc.record(
      {
        dataset: fc.constantFrom('dataset:default/holdout@2026-05', 'beans'),
        split: fc.constantFrom('test', 'validation'),
        metrics,
        slices: fc.array(
          fc.record({
            by: fc.constantFrom<Record<string, string>>(
              { market: 'de' },
              { market: 'fr', age: '65+' },
            ),
            metrics,
          }),
          { minLength: 1, maxLength: 3 },
        ),
        tool: fc.constant('mlflow.evaluate'),
        runUri: fc.constant('https://example.com/run/1'),
      },
      { requiredKeys: ['dataset', 'metrics'] },
    );
    const evaluations: fc.Arbitrary<IndexedEvaluation[]> = fc.uniqueArray(
      evaluation,
      { selector: ({ dataset, split }) => `${dataset} ${split}` },
    );
    fc.assert(
      fc.property(evaluations, written => {
        const index = evaluationsToModelIndex(written, options);
        expect(read({ 'model-index': index })).toEqual({
          problems: [],
          evaluations: written.map(one => ({ ...one, evaluatedAt })),
        });
      }),
      { numRuns: 300 },
    );
  });
});
