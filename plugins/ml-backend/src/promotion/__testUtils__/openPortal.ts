import { TestDatabaseId } from '@backstage/backend-test-utils';
import { migratedDatabase } from '../../__testUtils__/migratedDatabase';
import { agentOf, as, person, service } from './as';
import {
  createWorld,
  MODEL,
  prepareDatabase,
  startPromotions,
} from './startPromotions';

/** A world with a database, one replica, and callers that talk to it. */
export async function openPortal(
  databaseId: TestDatabaseId,
  options: Parameters<typeof startPromotions>[2] = {},
) {
  const knex = await migratedDatabase(databaseId);
  const world = createWorld();
  const ids = await prepareDatabase(knex);
  const replica = await startPromotions(knex, world, options);
  const by = (name: string) => as(replica.app, person(name));

  const ask = async (version: string, body: object = {}, who = 'scientist') =>
    await by(who).post('/promotions', {
      model: MODEL,
      version,
      stage: 'production',
      ...body,
    });
  const approve = async (id: string, who = 'lead') => {
    const { body } = await by(who).get(`/promotions/${id}`);
    return await by(who).post(`/promotions/${id}/approve`, {
      revision: body.revision,
    });
  };
  const read = async (id: string) =>
    (await by('scientist').get(`/promotions/${id}`)).body;

  return {
    ...replica,
    ...ids,
    knex,
    world,
    by,
    asAgentOf: (name: string) => as(replica.app, agentOf(name)),
    asService: () => as(replica.app, service()),
    ask,
    approve,
    read,
    /** Promotes a version to the end. */
    promote: async (version: string, body: object = {}) => {
      const asked = await ask(version, body);
      await approve(asked.body.id);
      await replica.settle();
      return await read(asked.body.id);
    },
    rollBack: async (body: object = {}, who = 'lead') =>
      await by(who).post('/models/default/fraud-score/rollback', {
        environment: 'production',
        ...body,
      }),
    assignments: async (query = '') =>
      (
        await by('scientist').get(
          `/models/default/fraud-score/assignments${query}`,
        )
      ).body.items,
    advance: (seconds: number) => {
      world.clock.now = new Date(world.clock.now.getTime() + seconds * 1000);
    },
  };
}

export type Portal = Awaited<ReturnType<typeof openPortal>>;
