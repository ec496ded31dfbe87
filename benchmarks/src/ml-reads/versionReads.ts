import { ModelVersionPage } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { Timed } from '../measuring/timeTogether';
import { pathOf, PopulatedModel } from '../population/Population';
import { COMMON_TAG, RARE_TAG } from '../population/seedRegistry';
import { createdAt } from '../population/versionRow';
import { PortalClient } from '../portal/PortalClient';

const LIMIT = 50;
/** How deep the deep page is, as a share of all versions. */
const DEPTH = 0.9;

/** What the reads of versions are compared with. */
export const VERSIONS_PEER = `SQL, newest ${LIMIT} rows of the table by index`;

/** The ways in which people read the versions of one model, and the peer. */
export async function versionReads(options: {
  client: PortalClient;
  knex: Knex;
  model: PopulatedModel;
  versions: number;
}): Promise<Timed[]> {
  const { client, knex, model, versions } = options;
  const all = { view: 'all' };
  const reads: Record<string, Record<string, string>> = {
    notable: { view: 'notable' },
    all,
    'by label': { ...all, label: '9' },
    'by alias': { ...all, alias: 'champion' },
    'by common tag': { ...all, tag: `${COMMON_TAG.key}=${COMMON_TAG.value}` },
    'by rare tag': { ...all, tag: `${RARE_TAG.key}=${RARE_TAG.value}` },
    'by variant': { ...all, variant: 'store=17' },
    'by creator': { ...all, createdBy: 'user:default/trainer-7' },
    'by registry': { ...all, source: 'benchmark' },
    'by stage': { ...all, stage: 'production' },
    'deep page': {
      ...all,
      cursor: await makeDeepCursor(options),
    },
  };
  const read = (query: Record<string, string>) =>
    client.get<ModelVersionPage>(
      `/ml/models/${pathOf(model)}/versions?${new URLSearchParams({ limit: `${LIMIT}`, ...query })}`,
    );
  return [
    ...Object.entries(reads).map(([name, query]) => ({
      name: `versions, ${name}`,
      run: async () => {
        const { items, counts } = await read(query);
        if (items.length === 0 || counts.total !== versions) {
          throw new Error(
            `The versions, ${name}, are ${items.length} of ${counts.total}, not of ${versions}`,
          );
        }
      },
    })),
    {
      name: VERSIONS_PEER,
      run: () =>
        knex('version')
          .where({ subject_id: model.subjectId })
          .orderBy([
            { column: 'created_at', order: 'desc' },
            { column: 'id', order: 'desc' },
          ])
          .limit(LIMIT),
    },
  ];
}

/**
 * A cursor far down the list: one that the list gives, with another place in
 * it, because to walk there would take a thousand requests.
 */
async function makeDeepCursor(options: {
  client: PortalClient;
  knex: Knex;
  model: PopulatedModel;
  versions: number;
}): Promise<string> {
  const { client, knex, model, versions } = options;
  const { nextCursor = '' } = await client.get<ModelVersionPage>(
    `/ml/models/${pathOf(model)}/versions?view=all&limit=${LIMIT}`,
  );
  const [list] = JSON.parse(
    Buffer.from(nextCursor, 'base64url').toString('utf8'),
  );
  const at = createdAt(Math.floor(versions * (1 - DEPTH)));
  const row = await knex('version')
    .where({ subject_id: model.subjectId, created_at: at })
    .first('id');
  return Buffer.from(JSON.stringify([list, at, row.id])).toString('base64url');
}
