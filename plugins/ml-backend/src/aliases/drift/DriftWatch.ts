import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import {
  activePromotionStates,
  AliasDriftChoice,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { protectionOfAlias } from '../../mlflow/access/protectionOf';
import { systemActor } from '../../promotion/Actor';
import { PromotionDeps } from '../../promotion/PromotionDeps';
import { openPromotionStates } from '../../promotion/promotionPlaces';
import { RollbackService } from '../../promotion/RollbackService';
import { outsideActor } from '../outsideActor';
import { DriftChanges } from './DriftChanges';
import { DriftService } from './DriftService';
import { openDrift } from './openDrift';
import { StoredDrift } from './StoredDrift';
import { holderKey, readWatchedAliases, WatchedAlias } from './watchedAliases';

/** A registry that was read. */
export interface WatchedServer {
  id: string;
  /** Its name for people. */
  title: string;
}

/**
 * Compares the aliases of a registry with what was decided, once it was read.
 * An alias that was moved back to the champion before is a rollback that
 * somebody did in the registry; any other is a drift, which is told once.
 */
export class DriftWatch {
  readonly #changes: DriftChanges;
  readonly #choices: DriftService;
  readonly #deps: PromotionDeps;
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #modes: ReadonlyMap<string, AliasDriftChoice>;
  readonly #rollbacks: RollbackService;

  constructor(options: {
    changes: DriftChanges;
    choices: DriftService;
    deps: PromotionDeps;
    knex: Knex;
    logger: LoggerService;
    /** What is done by itself, by the id of the registry. */
    modes: ReadonlyMap<string, AliasDriftChoice>;
    rollbacks: RollbackService;
  }) {
    this.#changes = options.changes;
    this.#choices = options.choices;
    this.#deps = options.deps;
    this.#knex = options.knex;
    this.#logger = options.logger;
    this.#modes = options.modes;
    this.#rollbacks = options.rollbacks;
  }

  /** Answers what could not be compared, one sentence each. */
  async look(server: WatchedServer): Promise<string[]> {
    const watched = await readWatchedAliases(this.#knex, server.id);
    const live = new Map(
      (await this.#deps.drifts.findLiveOfServer(server.id)).map(drift => [
        holderKey(drift.recordId, drift.alias),
        drift,
      ]),
    );
    const moved = watched.filter(
      one => one.found?.versionId !== one.decided.versionId,
    );
    const models = await this.#deps.models.getModelsForBackgroundWork(
      moved.map(one => one.model),
    );
    const problems: string[] = [];
    for (const one of moved) {
      const key = holderKey(one.recordId, one.alias);
      const drift = live.get(key);
      try {
        if (await this.#isMoving(one)) {
          live.delete(key);
        } else if (await this.#isProtected(one, models.get(one.model))) {
          live.delete(key);
          await this.#compare(server, one, drift, models.get(one.model));
        }
      } catch (error) {
        live.delete(key);
        const problem = `'${one.alias}' of '${one.record}' could not be compared with what was decided: ${stringifyError(error)}`;
        this.#logger.warn(problem);
        problems.push(problem);
      }
    }
    // What is left points where it should, or stands for nothing any more.
    const decided = new Set(
      watched
        .filter(one => one.found?.versionId === one.decided.versionId)
        .map(one => holderKey(one.recordId, one.alias)),
    );
    for (const [key, drift] of live) {
      // Put back, and read before that was noted.
      const isReverted = drift.wanted === 'revert' && decided.has(key);
      await this.#end(drift, server, {
        state: isReverted ? 'reverted' : 'resolved',
      });
    }
    this.#deps.wake();
    return problems;
  }

  async #isMoving({ place }: WatchedAlias): Promise<boolean> {
    return (
      (await this.#deps.store.findAt(place, activePromotionStates)).length > 0
    );
  }

  /** Whether the policy of today says what the one of the decision said. */
  async #isProtected(
    { alias, place }: WatchedAlias,
    model: Entity | undefined,
  ): Promise<boolean> {
    const policy = model && (await this.#deps.policies.findEffective(model));
    const protection = protectionOfAlias(policy, alias);
    return (
      protection?.stage.name === place.stage &&
      protection.target.environment === place.target.environment &&
      protection.target.segment === place.target.segment
    );
  }

  async #compare(
    server: WatchedServer,
    watched: WatchedAlias,
    drift: StoredDrift | undefined,
    model: Entity | undefined,
  ): Promise<void> {
    if (!model) {
      return;
    }
    const isKnown =
      drift?.found?.versionId === watched.found?.versionId &&
      drift?.decided?.versionId === watched.decided.versionId;
    if (drift && isKnown) {
      await this.#reopenUnlessUnderWay(drift);
      return;
    }
    if (drift) {
      await this.#end(drift, server, { reason: 'It was moved once more' });
    }
    if (await this.#isRollback(watched)) {
      await this.#recordRollback(server, watched);
      return;
    }
    const opened = await openDrift(watched, {
      changes: this.#changes,
      deps: this.#deps,
      model,
      server: server.id,
    });
    const mode = this.#modes.get(server.id) ?? 'report';
    // What was taken off cannot be adopted, and is left to people.
    const canDo = mode === 'revert' || (mode === 'adopt' && opened?.found);
    if (opened && canDo) {
      await this.#choices.choose(
        opened,
        model,
        {
          choice: mode,
          reason: `ml.registries.${server.id}.drift is '${mode}'`,
        },
        systemActor,
      );
    }
  }

  /** A promotion that was to adopt it and came to nothing leaves it open. */
  async #reopenUnlessUnderWay(drift: StoredDrift): Promise<void> {
    if (drift.wanted !== 'adopt' || drift.promotionId === undefined) {
      return;
    }
    const promotion = await this.#deps.store.find(drift.promotionId);
    if (promotion && !openPromotionStates.includes(promotion.state)) {
      await this.#deps.drifts.transaction(tx =>
        this.#changes.change(
          tx,
          drift,
          { state: 'open' },
          {
            actor: systemActor,
            reason: `Promotion '${promotion.id}' is '${promotion.state}'`,
          },
        ),
      );
    }
  }

  async #isRollback({ place, found }: WatchedAlias): Promise<boolean> {
    if (!found || place.slot !== 'champion') {
      return false;
    }
    const previous = await this.#deps.assignments.findPrevious(place);
    return previous?.versionId === found.versionId;
  }

  /** The alias is where the rollback wants it, so nothing will be written. */
  async #recordRollback(
    server: WatchedServer,
    { alias, decided, found, model, place }: WatchedAlias,
  ): Promise<void> {
    await this.#rollbacks.rollBack(
      model,
      {
        ...place.target,
        version: found?.versionId,
        replaces: decided.versionId,
        reason: `Somebody moved '${alias}' back in ${server.title}`,
      },
      outsideActor(server.id),
    );
  }

  async #end(
    drift: StoredDrift,
    server: WatchedServer,
    {
      state = 'resolved',
      reason = 'It agrees with what was decided, or stands for nothing any more',
    }: { state?: StoredDrift['state']; reason?: string },
  ): Promise<void> {
    await this.#deps.drifts.transaction(tx =>
      this.#changes.change(
        tx,
        drift,
        { state, endedAt: this.#deps.now().toISOString() },
        { actor: outsideActor(server.id), reason },
      ),
    );
  }
}
