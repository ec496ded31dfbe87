import { SourceVersion } from '@understudy/plugin-ml-node';
import {
  MlflowLoggedModel,
  MlflowMetric,
  MlflowRun,
} from '@understudy/mlflow-client';

type SourceMetric = SourceVersion['metrics'][number];

/**
 * The metrics of a version: those of its logged model, which know the dataset
 * they were measured on, then those of its run that the logged model lacks.
 * Values that are not finite are no evidence and are left out.
 */
export function toMetrics(
  run: MlflowRun | undefined,
  loggedModel: MlflowLoggedModel | undefined,
): SourceMetric[] {
  const invalid = new Set(
    run?.metrics
      .filter(metric => !Number.isFinite(metric.value))
      .map(momentKey),
  );
  // MLflow 3 reports NaN of a logged model as 0; the run tells the truth.
  const ofModel = (loggedModel?.metrics ?? []).filter(
    metric => !(metric.value === 0 && invalid.has(momentKey(metric))),
  );
  const known = new Set(ofModel.map(metric => metric.key));
  const ofRun = (run?.metrics ?? []).filter(metric => !known.has(metric.key));
  return latest([...ofModel, ...ofRun])
    .filter(metric => Number.isFinite(metric.value))
    .map(metric => toSourceMetric(metric, run));
}

/** One value per metric and dataset: the last that was logged. */
function latest(metrics: MlflowMetric[]): MlflowMetric[] {
  const byIdentity = new Map<string, MlflowMetric>();
  for (const metric of metrics) {
    const identity = JSON.stringify([
      metric.key,
      metric.datasetName,
      metric.datasetDigest,
    ]);
    const other = byIdentity.get(identity);
    if (!other || isLater(metric, other)) {
      byIdentity.set(identity, metric);
    }
  }
  return [...byIdentity.values()];
}

function isLater(a: MlflowMetric, b: MlflowMetric): boolean {
  return a.step === b.step ? a.timestamp >= b.timestamp : a.step > b.step;
}

function toSourceMetric(
  metric: MlflowMetric,
  run: MlflowRun | undefined,
): SourceMetric {
  const input = run?.datasets.find(
    dataset =>
      dataset.name === metric.datasetName &&
      dataset.digest === metric.datasetDigest,
  );
  return {
    rawName: metric.key,
    value: metric.value,
    ...(metric.datasetName && { dataset: metric.datasetName }),
    ...(metric.datasetDigest && { datasetDigest: metric.datasetDigest }),
    ...(input?.context && { split: input.context }),
    ...(metric.timestamp > 0 && {
      observedAt: new Date(metric.timestamp).toISOString(),
    }),
  };
}

function momentKey({ key, step, timestamp }: MlflowMetric): string {
  return JSON.stringify([key, step, timestamp]);
}
