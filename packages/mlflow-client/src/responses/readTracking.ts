import {
  MlflowDatasetInput,
  MlflowExperiment,
  MlflowLoggedModel,
  MlflowMetric,
  MlflowRun,
} from '../types';
import { JsonReader } from './JsonReader';
import { readKeyValue } from './readRegistry';

const CONTEXT_TAG = 'mlflow.data.context';

/** Reads a run. */
export function readRun(run: JsonReader): MlflowRun {
  const info = run.object('info');
  const data = run.optionalObject('data');
  const inputs = run.optionalObject('inputs');
  return {
    runId: info.text('run_id'),
    experimentId: info.text('experiment_id'),
    runName: info.filledText('run_name'),
    userId: info.filledText('user_id'),
    status: info.text('status'),
    endTime: info.integer('end_time') || undefined,
    artifactUri: info.filledText('artifact_uri'),
    metrics: data?.list('metrics', readMetric) ?? [],
    params: data?.list('params', readKeyValue) ?? [],
    tags: data?.list('tags', readKeyValue) ?? [],
    datasets: inputs?.list('dataset_inputs', readDatasetInput) ?? [],
  };
}

/** Reads a logged model of MLflow 3. */
export function readLoggedModel(model: JsonReader): MlflowLoggedModel {
  const info = model.object('info');
  const data = model.optionalObject('data');
  return {
    modelId: info.text('model_id'),
    experimentId: info.text('experiment_id'),
    name: info.text('name'),
    artifactUri: info.filledText('artifact_uri'),
    sourceRunId: info.filledText('source_run_id'),
    metrics: data?.list('metrics', readMetric) ?? [],
    params: data?.list('params', readKeyValue) ?? [],
    tags: info.list('tags', readKeyValue),
  };
}

/** Reads an experiment. */
export function readExperiment(experiment: JsonReader): MlflowExperiment {
  return {
    experimentId: experiment.text('experiment_id'),
    name: experiment.text('name'),
    lifecycleStage: experiment.optionalText('lifecycle_stage') ?? 'active',
  };
}

function readMetric(item: JsonReader): MlflowMetric {
  return {
    key: item.text('key'),
    value: item.float('value'),
    timestamp: item.integer('timestamp'),
    step: item.integer('step'),
    datasetName: item.filledText('dataset_name'),
    datasetDigest: item.filledText('dataset_digest'),
  };
}

function readDatasetInput(item: JsonReader): MlflowDatasetInput {
  const dataset = item.object('dataset');
  return {
    name: dataset.text('name'),
    digest: dataset.text('digest'),
    context: item
      .list('tags', readKeyValue)
      .find(tag => tag.key === CONTEXT_TAG)?.value,
  };
}
