import { MlflowLinks, MlflowModelVersion } from '@understudy/mlflow-client';
import { VersionLink } from '@understudy/plugin-ml-common';
import { SourceVersion, WrittenRecord } from '@understudy/plugin-ml-node';
import { mergeParams } from './mergeParams';
import { toMetrics } from './toMetrics';
import { toProvenance } from './toProvenance';
import { VersionDetails } from './VersionDetails';
import { versionDigest } from './versionDigest';

/** What MLflow says of a version that is in none. */
const NO_STAGE = 'None';
const VARIANT_TAG = 'understudy.dev/variant';

/** A version of MLflow in the words of the portal. */
export function toSourceVersion(
  version: MlflowModelVersion,
  details: VersionDetails,
  server: { id: string; links: MlflowLinks },
  record: WrittenRecord,
): SourceVersion {
  const { run, loggedModel, signature } = details;
  return {
    recordVersion: version.version,
    ...versionDigest(server.id, version, record.firstName),
    description: version.description,
    variant:
      version.tags.find(tag => tag.key === VARIANT_TAG)?.value || undefined,
    artifactUri: version.source,
    runId: version.runId,
    modelId: version.modelId,
    ...(version.stage && version.stage !== NO_STAGE
      ? { stage: version.stage }
      : {}),
    createdBy: version.userId ?? run?.userId,
    createdAt: new Date(version.creationTimestamp).toISOString(),
    metrics: toMetrics(run, loggedModel),
    params: mergeParams(run?.params, loggedModel?.params),
    tags: version.tags,
    signature,
    components: [],
    links: toLinks(version, details, server.links, record.kind),
    ...(run ? { provenance: toProvenance(run, server.links) } : {}),
  };
}

function toLinks(
  version: MlflowModelVersion,
  { run, loggedModel }: VersionDetails,
  links: MlflowLinks,
  kind: WrittenRecord['kind'],
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
