import { EvaluationComparison } from '@understudy/plugin-ml-common';
import { groupEvaluations, rowsByMetric } from './groupEvaluations';

const row = (
  name: string,
  by: Record<string, string>,
  parts: Partial<EvaluationComparison> = {},
): EvaluationComparison => ({
  name,
  dataset: 'holdout',
  split: 'test',
  by,
  values: [],
  ...parts,
});

describe('groupEvaluations', () => {
  it('puts the whole dataset first and keeps slices together', () => {
    const [group, other] = groupEvaluations([
      row('auc', { market: 'de' }),
      row('auc', {}),
      row('auc', { market: 'fr' }),
      row('loss', { market: 'de' }),
      row('auc', {}, { split: 'validation' }),
    ]);
    expect(group.data).toBe('holdout · test');
    expect(group.rows.map(({ name, by }) => [name, by.market])).toEqual([
      ['auc', undefined],
      ['auc', 'de'],
      ['loss', 'de'],
      ['auc', 'fr'],
    ]);
    expect(other.data).toBe('holdout · validation');
    expect(rowsByMetric(group.rows).map(({ rows }) => rows.length)).toEqual([
      3, 1,
    ]);
  });

  it('does not compare what was measured on other bytes', () => {
    expect(
      groupEvaluations([
        row('auc', {}, { datasetDigest: 'sha256:a' }),
        row('auc', {}, { datasetDigest: 'sha256:b' }),
      ]),
    ).toHaveLength(2);
  });
});
