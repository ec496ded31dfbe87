import {
  MlflowLoggedModel,
  MlflowMetric,
  MlflowRun,
} from '@understudy/mlflow-client';
import { toMetrics } from './toMetrics';

function metric(key: string, value: number, more: Partial<MlflowMetric> = {}) {
  return { key, value, timestamp: 1000, step: 0, ...more };
}

function runOf(
  metrics: MlflowMetric[],
  datasets: MlflowRun['datasets'] = [],
): MlflowRun {
  return {
    runId: 'r',
    experimentId: '1',
    status: 'FINISHED',
    metrics,
    params: [],
    tags: [],
    datasets,
  };
}

function modelOf(metrics: MlflowMetric[]): MlflowLoggedModel {
  return {
    modelId: 'm-1',
    experimentId: '1',
    name: 'model',
    metrics,
    params: [],
    tags: [],
  };
}

const onTest = { datasetName: 'cards', datasetDigest: 'd1' };

describe('toMetrics', () => {
  it('takes those of the run where there is no logged model', () => {
    expect(toMetrics(runOf([metric('auc', 0.9)]), undefined)).toEqual([
      { rawName: 'auc', value: 0.9, observedAt: '1970-01-01T00:00:01.000Z' },
    ]);
  });

  it('knows dataset and split from logged model and run', () => {
    const datasets = [
      { name: 'cards', digest: 'd0', context: 'training' },
      { name: 'cards', digest: 'd1', context: 'test' },
    ];
    expect(
      toMetrics(
        runOf([metric('auc', 0.9)], datasets),
        modelOf([metric('auc', 0.9, onTest)]),
      ),
    ).toEqual([
      {
        rawName: 'auc',
        value: 0.9,
        dataset: 'cards',
        datasetDigest: 'd1',
        split: 'test',
        observedAt: '1970-01-01T00:00:01.000Z',
      },
    ]);
  });

  it('does not guess the dataset of a metric of a run', () => {
    const datasets = [{ name: 'cards', digest: 'd1', context: 'test' }];
    const [auc] = toMetrics(runOf([metric('auc', 0.9)], datasets), undefined);
    expect(auc.dataset).toBeUndefined();
    expect(auc.split).toBeUndefined();
  });

  it('adds what only the run has', () => {
    const metrics = toMetrics(
      runOf([metric('auc', 0.9), metric('duration', 12)]),
      modelOf([metric('auc', 0.91, onTest)]),
    );
    expect(metrics.map(m => [m.rawName, m.value])).toEqual([
      ['auc', 0.91],
      ['duration', 12],
    ]);
  });

  it('keeps the last value per metric and dataset', () => {
    const metrics = toMetrics(
      undefined,
      modelOf([
        metric('auc', 0.7, { ...onTest, step: 1, timestamp: 9 }),
        metric('auc', 0.8, { ...onTest, step: 2, timestamp: 5 }),
        metric('auc', 0.6, { ...onTest, step: 2, timestamp: 4 }),
        metric('auc', 0.5),
      ]),
    );
    expect(metrics.map(m => [m.dataset, m.value])).toEqual([
      ['cards', 0.8],
      [undefined, 0.5],
    ]);
  });

  it.each([NaN, Infinity, -Infinity])('leaves out %d', value => {
    expect(toMetrics(runOf([metric('loss', value)]), undefined)).toEqual([]);
  });

  it('leaves out a NaN that MLflow reports as 0 for the logged model', () => {
    const metrics = toMetrics(
      runOf([metric('loss', NaN)]),
      modelOf([metric('loss', 0), metric('errors', 0)]),
    );
    expect(metrics.map(m => m.rawName)).toEqual(['errors']);
  });
});
