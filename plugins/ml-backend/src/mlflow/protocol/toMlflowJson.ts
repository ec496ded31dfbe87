import { ModelDetails } from '../records/ModelReader';
import { StoredModel, StoredVersion } from '../records/portalRows';
import { VersionDetails } from '../records/VersionReader';

/** A version as MLflow's clients read it. */
export function toMlflowVersion(
  name: string,
  version: StoredVersion,
  { aliases, stage }: VersionDetails,
) {
  return {
    name,
    version: String(version.number),
    creation_timestamp: Date.parse(version.createdAt),
    last_updated_timestamp: Date.parse(version.updatedAt),
    current_stage: stage,
    source: version.source,
    status: 'READY',
    ...present({
      user_id: version.createdBy,
      description: version.description,
      run_id: version.runId,
      run_link: version.runLink,
      model_id: version.modelId,
    }),
    tags: version.tags,
    aliases,
  };
}

/** A registered model as MLflow's clients read it. */
export function toMlflowModel(
  model: Pick<
    StoredModel,
    'name' | 'createdAt' | 'updatedAt' | 'description' | 'own'
  >,
  details: ModelDetails,
  latestVersions: ReturnType<typeof toMlflowVersion>[],
) {
  return {
    name: model.name,
    creation_timestamp: Date.parse(model.createdAt),
    last_updated_timestamp: Date.parse(model.updatedAt),
    ...present({
      user_id: model.own?.createdBy,
      description: model.description,
    }),
    latest_versions: latestVersions,
    tags: details.tags,
    aliases: details.aliases.map(({ alias, number }) => ({
      alias,
      version: String(number),
    })),
  };
}

/** Clients take a missing field for one that nobody has set. */
function present(values: Record<string, string | undefined>) {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  );
}
