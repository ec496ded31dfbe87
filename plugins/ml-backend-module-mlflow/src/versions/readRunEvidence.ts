import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  MlflowClient,
  MlflowLinks,
  MlflowLoggedModel,
  MlflowRun,
} from '@understudy/mlflow-client';
import { VersionSignature } from '@understudy/plugin-ml-common';
import { RunEvidence } from '@understudy/plugin-ml-node';
import { readSignature } from '../signature/readSignature';
import { mergeParams } from './mergeParams';
import { toMetrics } from './toMetrics';
import { toProvenance } from './toProvenance';
import { unlessGone } from './unlessGone';

const MLMODEL = 'MLmodel';

/** A version of the portal, by what its client said of it. */
export interface EvidenceQuery {
  source: string;
  runId?: string;
  modelId?: string;
  signal: AbortSignal;
}

/** Where runs are kept. */
export interface TrackingServer {
  client: MlflowClient;
  links: MlflowLinks;
  logger: LoggerService;
}

/**
 * What the tracking server knows of the run that a version names. Only of one
 * whose artifact lies with that run or logged model: a client may name any run,
 * and the numbers of another model would be no evidence about this one.
 */
export async function readRunEvidence(
  { client, links, logger }: TrackingServer,
  query: EvidenceQuery,
): Promise<RunEvidence | undefined> {
  const { source, runId, modelId, signal } = query;
  const model = modelId
    ? await unlessGone(client.tracking.getLoggedModel(modelId, { signal }))
    : undefined;
  const ofModel = model && isOf(model, source) ? model : undefined;
  // A client that registers a logged model does not name the run.
  const wantedRun = runId ?? ofModel?.sourceRunId;
  const run = wantedRun
    ? await unlessGone(client.tracking.getRun(wantedRun, { signal }))
    : undefined;
  const ofRun =
    run &&
    (isWithin(source, run.artifactUri) || ofModel?.sourceRunId === run.runId)
      ? run
      : undefined;
  if (!ofModel && !ofRun) {
    return undefined;
  }
  const signature = await readSignatureOf({ client, logger }, query, {
    run: ofRun,
    model: ofModel,
  });
  return {
    ...(signature ? { signature } : {}),
    metrics: toMetrics(ofRun, ofModel),
    params: mergeParams(ofRun?.params, ofModel?.params),
    links: toLinks(links, ofRun, ofModel),
    ...(ofRun
      ? { runId: ofRun.runId, provenance: toProvenance(ofRun, links) }
      : {}),
    ...(ofModel?.artifactUri ? { artifactUri: ofModel.artifactUri } : {}),
  };
}

/**
 * The signature lies with the artifacts, often in a store that the server
 * cannot reach. The rest is worth having without it.
 */
async function readSignatureOf(
  { client, logger }: Pick<TrackingServer, 'client' | 'logger'>,
  { source, signal }: EvidenceQuery,
  { run, model }: { run?: MlflowRun; model?: MlflowLoggedModel },
): Promise<VersionSignature | undefined> {
  try {
    if (model) {
      return readSignature(
        await client.tracking.getLoggedModelFile(model.modelId, MLMODEL, {
          signal,
        }),
      );
    }
    const path = source.slice((run?.artifactUri ?? '').length);
    return (
      run &&
      readSignature(
        await client.tracking.getRunFile(
          run.runId,
          [...path.split('/').filter(Boolean), MLMODEL].join('/'),
          { signal },
        ),
      )
    );
  } catch (error) {
    signal.throwIfAborted();
    logger.debug(`No signature for '${source}': ${stringifyError(error)}`);
    return undefined;
  }
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
