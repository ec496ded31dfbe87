import { Entity } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import { AliasDriftChoice } from '@understudy/plugin-ml-common';
import { NewMessage } from '../../outbox/OutboxMessage';
import { accountOf, Actor } from '../../promotion/Actor';
import { PromotionDeps } from '../../promotion/PromotionDeps';
import { RequestService } from '../../promotion/RequestService';
import { DriftPatch } from './AliasDriftStore';
import { DriftChanges } from './DriftChanges';
import { liveDriftStates, StoredDrift } from './StoredDrift';

/** What somebody wants done about a drift, and why. */
export interface DriftDecision {
  choice: AliasDriftChoice;
  reason: string;
}

/**
 * Does what was chosen about a drift. Nothing is taken over without the gates
 * and approvals of a promotion, and nothing is put back but what was decided.
 * Knows nothing of permissions; see AuthorizedAliasService.
 */
export class DriftService {
  readonly #changes: DriftChanges;
  readonly #deps: PromotionDeps;
  readonly #requests: RequestService;

  constructor(options: {
    changes: DriftChanges;
    deps: PromotionDeps;
    requests: RequestService;
  }) {
    this.#changes = options.changes;
    this.#deps = options.deps;
    this.#requests = options.requests;
  }

  /** The drift after the choice. Throws ConflictError when it is over. */
  async choose(
    drift: StoredDrift,
    model: Entity,
    decision: DriftDecision,
    actor: Actor,
  ): Promise<StoredDrift> {
    if (!liveDriftStates.includes(drift.state)) {
      throw isOver(drift);
    }
    const { choice, reason } = decision;
    const promotionId =
      choice === 'adopt'
        ? await this.#requestPromotion(drift, model, reason, actor)
        : undefined;
    const patch: DriftPatch = {
      state: 'reported',
      ...(choice === 'report' ? {} : { wanted: choice }),
      ...(promotionId ? { promotionId } : {}),
      choice: {
        by: accountOf(actor),
        at: this.#deps.now().toISOString(),
        reason,
      },
    };
    const changed = await this.#deps.drifts.transaction(tx =>
      this.#changes.change(tx, drift, patch, {
        actor,
        reason,
        messages: messagesFor(choice, drift),
      }),
    );
    if (!changed) {
      throw isOver(drift);
    }
    this.#deps.wake();
    return changed;
  }

  /** As anybody would ask for it; asking again gives the same one. */
  async #requestPromotion(
    drift: StoredDrift,
    model: Entity,
    reason: string,
    actor: Actor,
  ): Promise<string> {
    const { found, place } = drift;
    if (!found) {
      throw new ConflictError(
        `'${drift.alias}' points at nothing, so there is nothing to adopt; choose 'report' or 'revert'`,
      );
    }
    const { record } = await this.#requests.request(
      model,
      { version: found.versionId, stage: place.stage, ...place.target, reason },
      actor,
    );
    return record.id;
  }
}

function messagesFor(
  choice: AliasDriftChoice,
  drift: StoredDrift,
): NewMessage[] {
  if (choice !== 'revert') {
    return [];
  }
  if (!drift.decided) {
    throw new ConflictError(
      `Nothing was decided for '${drift.alias}', so there is nothing to put back; choose 'report' or 'adopt'`,
    );
  }
  return [{ message: { kind: 'alias-revert', driftId: drift.id } }];
}

function isOver({ id, state }: StoredDrift): ConflictError {
  return new ConflictError(
    `Drift '${id}' is over${liveDriftStates.includes(state) ? '' : `: it is '${state}'`}; read the list again`,
  );
}
