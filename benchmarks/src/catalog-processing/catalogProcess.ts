import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { waitUntil } from '../measuring/waitFor';
import { isSettled } from './catalogState';
import { measureProcessing, RoundResult } from './measureProcessing';
import { PROVIDER_NAME, RunningCatalog, startCatalog } from './startCatalog';

/** What a catalog is started for, in a process of its own. */
export type CatalogTask =
  | { type: 'measure'; rounds: number; entities: number }
  /** Leaves the entities in the database. */
  | { type: 'process'; entities: Entity[] };

/** What the process is sent. */
export interface CatalogOrder {
  port: number;
  /** `backend.database` of a portal's configuration. */
  database: JsonObject;
  task: CatalogTask;
}

/** What it answers. Others send messages of their own. */
export type CatalogAnswer = { type: 'catalog-answer' } & (
  { results: RoundResult[] } | { error: string }
);

async function perform(
  catalog: RunningCatalog,
  task: CatalogTask,
): Promise<RoundResult[]> {
  if (task.type === 'measure') {
    return await measureProcessing(catalog, task);
  }
  await catalog.provider.applyMutation({
    type: 'full',
    entities: task.entities.map(entity => ({
      entity,
      locationKey: PROVIDER_NAME,
    })),
  });
  await waitUntil('the entities are processed', () =>
    isSettled(catalog.knex, task.entities.length),
  );
  return [];
}

function answer(message: CatalogAnswer): void {
  process.send?.(message, () => process.exit());
}

process.once('message', (order: CatalogOrder) => {
  startCatalog(order)
    .then(async catalog => {
      const results = await perform(catalog, order.task);
      await catalog.stop();
      answer({ type: 'catalog-answer', results });
    })
    .catch(error =>
      answer({ type: 'catalog-answer', error: String(error?.stack ?? error) }),
    );
});
