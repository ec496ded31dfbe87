import { buildVersion, daysAgo } from '../__testUtils__/builders';
import { buildEvaluation } from '../__testUtils__/registryBuilders';
import { evaluationGroups } from './evaluationGroups';

const version = buildVersion(44);
const evaluation = (id: string, days: number, split = 'test') =>
  buildEvaluation(version, { id, split, evaluatedAt: daysAgo(days) });

describe('evaluationGroups', () => {
  it('has the newest of each dataset and split first', () => {
    const groups = evaluationGroups([
      evaluation('old', 9),
      evaluation('new', 1),
      evaluation('newer, other split', 0.5, 'validation'),
      evaluation('middle', 5),
    ]);
    expect(
      groups.map(({ newest, earlier }) => [
        newest.id,
        earlier.map(({ id }) => id),
      ]),
    ).toEqual([
      ['newer, other split', []],
      ['new', ['middle', 'old']],
    ]);
  });

  it('keeps evaluations apart that saw other bytes under the same name', () => {
    const groups = evaluationGroups([
      buildEvaluation(version, { datasetDigest: 'sha256:a' }),
      buildEvaluation(version, { datasetDigest: 'sha256:b' }),
    ]);
    expect(groups).toHaveLength(2);
  });
});
