import { activePromotionStates } from '@understudy/plugin-ml-common';
import { OutboxMessage } from '../../outbox/OutboxMessage';
import { Actor, systemActor } from '../../promotion/Actor';
import { AliasMover } from '../../promotion/AliasMover';
import { PromotionDeps } from '../../promotion/PromotionDeps';
import { DriftChanges } from './DriftChanges';
import { StoredDrift } from './StoredDrift';

/**
 * Puts an alias back to the version that was decided. Throws when the registry
 * does not answer or a promotion is moving the alias: it is tried again later.
 */
export async function revertAlias(
  message: Extract<OutboxMessage, { kind: 'alias-revert' }>,
  options: {
    aliases: AliasMover;
    changes: DriftChanges;
    deps: PromotionDeps;
  },
): Promise<void> {
  const { aliases, changes, deps } = options;
  const drift = await findWanted(deps, message.driftId);
  const decided = drift?.decided;
  if (!drift || !decided) {
    return;
  }
  const place = await deps.records.findPlace(decided.versionId);
  if (!place) {
    throw new Error(
      `No registry holds version ${decided.label} of '${drift.model}' any more`,
    );
  }
  await aliases.move(
    { ...place, alias: drift.alias },
    {
      signal: new AbortController().signal,
      beforeWrite: async () => {
        if (!(await findWanted(deps, drift.id))) {
          throw new Error(`Drift '${drift.id}' was decided anew meanwhile`);
        }
      },
    },
  );
  const actor = actorOfChoice(drift);
  await deps.drifts.transaction(async tx => {
    const at = deps.now().toISOString();
    await deps.records.noteAlias(tx, {
      versionId: decided.versionId,
      alias: drift.alias,
      at,
      by: actor.ref,
    });
    await changes.change(
      tx,
      drift,
      { state: 'reverted', endedAt: at },
      { actor, reason: drift.choice?.reason },
    );
  });
}

/** The drift while it is to be reverted; throws while a promotion moves it. */
async function findWanted(
  deps: PromotionDeps,
  id: string,
): Promise<StoredDrift | undefined> {
  const drift = await deps.drifts.find(id);
  if (drift?.state !== 'reported' || drift.wanted !== 'revert') {
    return undefined;
  }
  const [active] = await deps.store.findAt(drift.place, activePromotionStates);
  if (active) {
    throw new Error(
      `Promotion '${active.id}' is moving '${drift.alias}'; it is put back afterwards if it still differs`,
    );
  }
  const champion = await deps.assignments.findCurrent(drift.place);
  return champion?.versionId === drift.decided?.versionId ? drift : undefined;
}

function actorOfChoice({ choice }: StoredDrift): Actor {
  if (!choice || choice.by === systemActor.ref) {
    return systemActor;
  }
  return {
    ref: choice.by,
    kind: choice.by.startsWith('user:') ? 'user' : 'service',
  };
}
