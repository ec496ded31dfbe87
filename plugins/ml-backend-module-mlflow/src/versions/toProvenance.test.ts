import { MlflowLinks, MlflowRun } from '@understudy/mlflow-client';
import { toProvenance } from './toProvenance';

const links = new MlflowLinks({ uiUrl: 'https://mlflow.example.com' });
const run: MlflowRun = {
  runId: 'r1',
  experimentId: '4',
  status: 'FINISHED',
  metrics: [],
  params: [],
  tags: [],
  datasets: [],
};
const tag = (key: string, value: string) => ({ key, value });
const address = 'https://mlflow.example.com/#/experiments/4/runs/r1';

describe('toProvenance', () => {
  it('says what the run knows', () => {
    expect(
      toProvenance(
        {
          ...run,
          userId: 'runner',
          tags: [
            tag('mlflow.source.git.commit', 'abcdef1234'),
            tag('mlflow.source.git.repoURL', 'https://git.example.com/fraud'),
            tag('mlflow.source.name', 'train.py'),
            tag('mlflow.user', 'nightly'),
          ],
          datasets: [
            { name: 'payments', digest: '1a2b', context: 'training' },
            { name: 'payments', digest: '1a2b', context: 'evaluation' },
            { name: 'payments', digest: '3c4d' },
          ],
        },
        links,
      ),
    ).toEqual({
      run: { id: 'r1', url: address },
      code: {
        commit: 'abcdef1234',
        repository: 'https://git.example.com/fraud',
        path: 'train.py',
      },
      data: [
        { ref: 'payments', digest: '1a2b' },
        { ref: 'payments', digest: '3c4d' },
      ],
      trainedBy: 'nightly',
    });
  });

  it('makes nothing up', () => {
    expect(toProvenance(run, links)).toEqual({
      run: { id: 'r1', url: address },
    });
    expect(
      toProvenance(
        {
          ...run,
          userId: 'runner',
          tags: [
            tag('mlflow.source.git.commit', 'abcdef1234'),
            tag('mlflow.source.git.repoURL', 'git@git.example.com:fraud.git'),
          ],
        },
        links,
      ),
    ).toMatchObject({ code: { commit: 'abcdef1234' }, trainedBy: 'runner' });
  });
});
