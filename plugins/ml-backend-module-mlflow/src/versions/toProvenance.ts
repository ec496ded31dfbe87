import { MlflowLinks, MlflowRun } from '@understudy/mlflow-client';
import { SourceVersion } from '@understudy/plugin-ml-node';

const COMMIT_TAG = 'mlflow.source.git.commit';
const REPOSITORY_TAG = 'mlflow.source.git.repoURL';
const SOURCE_TAG = 'mlflow.source.name';
const USER_TAG = 'mlflow.user';

/** What a run says a version was made from, and by whom. */
export function toProvenance(
  run: MlflowRun,
  links: MlflowLinks,
): NonNullable<SourceVersion['provenance']> {
  const tags = new Map(run.tags.map(({ key, value }) => [key, value]));
  const commit = tags.get(COMMIT_TAG);
  const repository = tags.get(REPOSITORY_TAG);
  const path = tags.get(SOURCE_TAG);
  const trainedBy = tags.get(USER_TAG) || run.userId;
  const data = datasetsOf(run);
  return {
    run: { id: run.runId, url: links.run(run.experimentId, run.runId) },
    ...(commit
      ? {
          code: {
            commit,
            // Addresses for ssh lead nowhere from a page.
            ...(repository?.startsWith('https://') ? { repository } : {}),
            ...(path ? { path } : {}),
          },
        }
      : {}),
    ...(data.length > 0 ? { data } : {}),
    ...(trainedBy ? { trainedBy } : {}),
  };
}

/** One dataset may be an input several times, in different contexts. */
function datasetsOf({ datasets }: MlflowRun) {
  const distinct = new Map(
    datasets.map(({ name, digest }) => [
      JSON.stringify([name, digest]),
      { ref: name, ...(digest ? { digest } : {}) },
    ]),
  );
  return [...distinct.values()].filter(({ ref }) => ref !== '');
}
