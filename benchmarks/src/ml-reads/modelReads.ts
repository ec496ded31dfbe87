import { ModelPage } from '@understudy/plugin-ml-common';
import { Timed } from '../measuring/timeTogether';
import { OWN_TEAM } from '../population/modelTemplates';
import { PortalClient } from '../portal/PortalClient';

/** The page size of the list of models, and of the peer. */
const LIMIT = 25;
/** How deep the deep page is, as a share of all models. */
const DEPTH = 0.8;

/** What the reads of the list of models are compared with. */
export const MODELS_PEER = `catalog, by-query, kind=model, ${LIMIT} of them`;

/** The ways in which people read the list of models, and the peer. */
export async function modelReads(
  client: PortalClient,
  models: number,
): Promise<Timed[]> {
  const cursor = await findDeepCursor(client, models);
  const reads: Record<string, Record<string, string>> = {
    'first page': {},
    'page of 100': { limit: '100' },
    'by owner': { owner: OWN_TEAM },
    'by type': { type: 'ranker' },
    'by stage': { stage: 'production' },
    'by text': { text: 'parcels late' },
    mine: { mine: 'true' },
    'by owner, backwards': { sort: '-owner' },
    'deep page': { cursor },
  };
  return [
    ...Object.entries(reads).map(([name, query]) => ({
      name: `models, ${name}`,
      run: async () => {
        const { items } = await client.get<ModelPage>(modelsPath(query));
        if (items.length === 0) {
          throw new Error(`The list of models, ${name}, is empty`);
        }
      },
    })),
    {
      name: MODELS_PEER,
      run: () =>
        client.get(
          `/catalog/entities/by-query?filter=kind%3Dmodel&limit=${LIMIT}`,
        ),
    },
  ];
}

/** Reads the list of models until it holds all of them. */
export async function countListedModels(client: PortalClient): Promise<number> {
  return (await client.get<ModelPage>(modelsPath({}))).total ?? 0;
}

function modelsPath(query: Record<string, string>): string {
  return `/ml/models?${new URLSearchParams({ limit: `${LIMIT}`, ...query })}`;
}

async function findDeepCursor(
  client: PortalClient,
  models: number,
): Promise<string> {
  let cursor: string | undefined;
  for (let read = 100; read <= models * DEPTH; read += 100) {
    const page = await client.get<ModelPage>(
      modelsPath({ limit: '100', ...(cursor ? { cursor } : {}) }),
    );
    cursor = page.nextCursor;
  }
  if (!cursor) {
    throw new Error('The list of models has no deep page');
  }
  return cursor;
}
