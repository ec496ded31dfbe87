import {
  MlflowClient,
  MlflowLinks,
  MlflowLoggedModel,
  MlflowRun,
} from '@understudy/mlflow-client';
import { RunEvidence } from '@understudy/plugin-ml-node';
import { mergeParams } from './mergeParams';
import { toMetrics } from './toMetrics';
import { unlessGone } from './unlessGone';

/** A version of the portal, by what its client said of it. */
export interface EvidenceQuery {
  source: string;
  runId?: string;
  modelId?: string;
  signal: AbortSignal;
}

/**
 * What the tracking server knows of the run that a version names. Only of one
 * whose artifact lies with that run or logged model: a client may name any run,
 * and the numbers of another model would be no evidence about this one.
 */
export async function readRunEvidence(
  client: MlflowClient,
  links: MlflowLinks,
  query: EvidenceQuery,
): Promise<RunEvidence | undefined> {
  const { source, runId, modelId, signal } = query;
  const model = modelId
    ? await unlessGone(client.getLoggedModel(modelId, { signal }))
    : undefined;
  const ofModel = model && isOf(model, source) ? model : undefined;
  // A client that registers a logged model does not name the run.
  const wantedRun = runId ?? ofModel?.sourceRunId;
  const run = wantedRun
    ? await unlessGone(client.getRun(wantedRun, { signal }))
    : undefined;
  const ofRun =
    run &&
    (isWithin(source, run.artifactUri) || ofModel?.sourceRunId === run.runId)
      ? run
      : undefined;
  if (!ofModel && !ofRun) {
    return undefined;
  }
  return {
    metrics: toMetrics(ofRun, ofModel),
    params: mergeParams(ofRun?.params, ofModel?.params),
    links: toLinks(links, ofRun, ofModel),
    ...(ofRun ? { runId: ofRun.runId } : {}),
    ...(ofModel?.artifactUri ? { artifactUri: ofModel.artifactUri } : {}),
  };
}

function isOf(model: MlflowLoggedModel, source: string): boolean {
  return (
    source === `models:/${model.modelId}` || isWithin(source, model.artifactUri)
  );
}

function isWithin(source: string, folder: string | undefined): boolean {
  const root = folder?.replace(/\/+$/, '');
  return (
    root !== undefined &&
    root !== '' &&
    !source.split('/').includes('..') &&
    (source === root || source.startsWith(`${root}/`))
  );
}

function toLinks(
  links: MlflowLinks,
  run: MlflowRun | undefined,
  model: MlflowLoggedModel | undefined,
): RunEvidence['links'] {
  return [
    ...(run
      ? [
          {
            title: 'Run in MLflow',
            url: links.run(run.experimentId, run.runId),
          },
        ]
      : []),
    ...(model
      ? [
          {
            title: 'Logged model in MLflow',
            url: links.loggedModel(model.experimentId, model.modelId),
          },
        ]
      : []),
  ];
}
