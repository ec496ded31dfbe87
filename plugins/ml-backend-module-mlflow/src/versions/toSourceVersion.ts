import { MlflowLinks, MlflowModelVersion } from '@understudy/mlflow-client';
import { VersionLink } from '@understudy/plugin-ml-common';
import { SourceVersion } from '@understudy/plugin-ml-node';
import { mergeParams } from './mergeParams';
import { toMetrics } from './toMetrics';
import { toProvenance } from './toProvenance';
import { VersionDetails } from './VersionDetails';
import { versionDigest } from './versionDigest';

const VARIANT_TAG = 'understudy.dev/variant';

/** A version of MLflow in the words of the portal. */
export function toSourceVersion(
  version: MlflowModelVersion,
  details: VersionDetails,
  server: { id: string; links: MlflowLinks; kind: 'model' | 'prompt' },
): SourceVersion {
  const { run, loggedModel, signature } = details;
  return {
    recordVersion: version.version,
    ...versionDigest(server.id, version),
    description: version.description,
    variant:
      version.tags.find(tag => tag.key === VARIANT_TAG)?.value || undefined,
    artifactUri: version.source,
    runId: version.runId,
    modelId: version.modelId,
    createdBy: version.userId ?? run?.userId,
    createdAt: new Date(version.creationTimestamp).toISOString(),
    metrics: toMetrics(run, loggedModel),
    params: mergeParams(run?.params, loggedModel?.params),
    tags: version.tags,
    signature,
    components: [],
    links: toLinks(version, details, server),
    ...(run ? { provenance: toProvenance(run, server.links) } : {}),
  };
}

function toLinks(
  version: MlflowModelVersion,
  { run, loggedModel }: VersionDetails,
  { links, kind }: { links: MlflowLinks; kind: 'model' | 'prompt' },
): VersionLink[] {
  if (kind === 'prompt') {
    return [{ title: 'Prompt in MLflow', url: links.prompt(version.name) }];
  }
  return [
    {
      title: 'Version in MLflow',
      url: links.version(version.name, version.version),
    },
    ...(run
      ? [
          {
            title: 'Run in MLflow',
            url: links.run(run.experimentId, run.runId),
          },
        ]
      : []),
    ...(loggedModel
      ? [
          {
            title: 'Logged model in MLflow',
            url: links.loggedModel(
              loggedModel.experimentId,
              loggedModel.modelId,
            ),
          },
        ]
      : []),
  ];
}
