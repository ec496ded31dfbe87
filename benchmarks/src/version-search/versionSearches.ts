import { FoundVersionPage } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { Timed } from '../measuring/timeTogether';
import { OWN_TEAM } from '../population/modelTemplates';
import { Population } from '../population/Population';
import { COMMON_TAG, RARE_TAG } from '../population/seedRegistry';
import { artifactUri, createdAt, creator } from '../population/versionRow';
import { PortalClient } from '../portal/PortalClient';

const LIMIT = 50;

/** What searches for versions are compared with. */
export const SEARCH_PEER = `SQL, newest ${LIMIT} rows of all by index`;

/** The searches of the portal and of clients of MLflow, and the peer. */
export async function versionSearches(options: {
  client: PortalClient;
  knex: Knex;
  population: Population;
}): Promise<Timed[]> {
  const { client, knex, population } = options;
  const { ref } = population.large;
  // Of a model with few versions, which are the oldest.
  const small = await knex('version')
    .where({ subject_id: population.models[1].subjectId })
    .first('id', 'run_id');
  const searches: Record<string, Record<string, string>> = {
    'no filter': {},
    'by model': { model: ref },
    'by owner': { owner: OWN_TEAM },
    'by name': { text: 'model-1' },
    'by label': { text: '99' },
    'by stage': { stage: 'production' },
    'by alias': { alias: 'champion' },
    'by registry': { source: 'benchmark' },
    'by variant': { variant: 'store=17' },
    'by common tag': { tag: `${COMMON_TAG.key}=${COMMON_TAG.value}` },
    'by rare tag': { tag: `${RARE_TAG.key}=${RARE_TAG.value}` },
    'by common metric': { metric: 'roc_auc>0.85' },
    'by rare metric': { metric: 'roc_auc>=0.899' },
    'by creator': { createdBy: creator(0) },
    'with deleted ones': { includeDeleted: 'true' },
    'by time': { createdBefore: createdAt(100) },
    'by owner, stage and metric': {
      owner: OWN_TEAM,
      stage: 'production',
      metric: 'roc_auc>0.8',
    },
  };
  const clientSearches: Record<string, Record<string, string>> = {
    'no filter': {},
    'by name': { filter: `name='${ref}'` },
    'by run': { filter: `run_id='${small.run_id}'` },
    'by source': { filter: `source_path='${artifactUri(small.id)}'` },
  };
  const modelSearches: Record<string, Record<string, string>> = {
    'no filter': {},
    'by name': { filter: "name LIKE '%model-1%'" },
    'newest first': { order_by: 'last_updated_timestamp DESC' },
  };
  return [
    ...Object.entries(searches).map(([name, query]) => ({
      name: `search, ${name}`,
      run: async () => {
        const { items } = await client.get<FoundVersionPage>(
          `/ml/versions?${new URLSearchParams({ limit: `${LIMIT}`, ...query })}`,
        );
        requireSome(name, items);
      },
    })),
    ...Object.entries(clientSearches).map(([name, query]) => ({
      name: `MLflow, ${name}`,
      run: async () => {
        const { model_versions: found } = await client.get<{
          model_versions: unknown[];
        }>(
          `/ml/mlflow/api/2.0/mlflow/model-versions/search?${new URLSearchParams({ max_results: `${LIMIT}`, ...query })}`,
        );
        requireSome(name, found);
      },
    })),
    ...Object.entries(modelSearches).map(([name, query]) => ({
      name: `MLflow models, ${name}`,
      run: async () => {
        const { registered_models: found } = await client.get<{
          registered_models: unknown[];
        }>(
          `/ml/mlflow/api/2.0/mlflow/registered-models/search?${new URLSearchParams({ max_results: `${LIMIT}`, ...query })}`,
        );
        requireSome(name, found);
      },
    })),
    {
      name: SEARCH_PEER,
      run: () =>
        knex('version')
          .where({ kind: 'model' })
          .orderBy([
            { column: 'created_at', order: 'desc' },
            { column: 'id', order: 'desc' },
          ])
          .limit(LIMIT),
    },
  ];
}

function requireSome(name: string, found: readonly unknown[]): void {
  if (found.length === 0) {
    throw new Error(`The search ${name} finds nothing`);
  }
}
