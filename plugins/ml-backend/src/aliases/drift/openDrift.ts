import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { PromotionDeps } from '../../promotion/PromotionDeps';
import { outsideActor } from '../outsideActor';
import { DriftChanges } from './DriftChanges';
import { driftNotification } from './driftNotification';
import { StoredDrift } from './StoredDrift';
import { WatchedAlias } from './watchedAliases';

/**
 * Notes a drift and tells of it. Answers undefined when another replica has
 * noted it, or what it is about has changed meanwhile.
 */
export async function openDrift(
  watched: WatchedAlias,
  options: {
    changes: DriftChanges;
    deps: Pick<PromotionDeps, 'drifts' | 'now'>;
    model: Entity;
    server: string;
  },
): Promise<StoredDrift | undefined> {
  const { changes, deps, model, server } = options;
  const at = deps.now();
  const { assignmentId, ...what } = watched;
  const drift: StoredDrift = {
    ...what,
    id: ulid(at.getTime()),
    server,
    since: at.toISOString(),
    state: 'open',
  };
  try {
    return await deps.drifts.transaction(async tx => {
      if (!(await isStillSo(tx, watched))) {
        return undefined;
      }
      await changes.open(tx, drift, {
        actor: outsideActor(server),
        messages: driftNotification(drift, model).map(message => ({ message })),
      });
      return drift;
    });
  } catch (error) {
    if (isDatabaseConflictError(error)) {
      return undefined;
    }
    throw error;
  }
}

/** Whether neither a promotion nor a newer read came in between. */
async function isStillSo(
  tx: Knex.Transaction,
  { assignmentId, recordId, alias, found }: WatchedAlias,
): Promise<boolean> {
  const assignment = await tx('assignment')
    .where({ id: assignmentId })
    .whereNull('until')
    .first('id');
  const holder: { version_id: string } | undefined = await tx('version_alias')
    .where({ record_id: recordId, alias })
    .first('version_id');
  return assignment !== undefined && holder?.version_id === found?.versionId;
}
