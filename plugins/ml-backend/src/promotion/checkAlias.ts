import { activePromotionStates } from '@understudy/plugin-ml-common';
import { OutboxMessage } from '../outbox/OutboxMessage';
import { AliasMover } from './AliasMover';
import { planAlias } from './planAlias';
import { PromotionDeps } from './PromotionDeps';
import { stageOf } from './PromotionRecord';
import { placeOf } from './promotionPlaces';

/**
 * Looks again at an alias after a promotion was stopped while it was moving
 * it: a call that was on its way may have arrived after the rollback's own.
 * Points the alias at the champion again when it did.
 */
export async function checkAlias(
  message: Extract<OutboxMessage, { kind: 'alias-check' }>,
  options: { deps: PromotionDeps; aliases: AliasMover },
): Promise<void> {
  const { deps, aliases } = options;
  const stopped = await deps.store.find(message.promotionId);
  if (!stopped) {
    throw new Error(`No promotion '${message.promotionId}' to check after`);
  }
  const stage = stageOf(stopped);
  const place = placeOf({
    subjectId: stopped.subjectId,
    stage,
    target: stopped.target,
  });
  const active = await deps.store.findAt(place, activePromotionStates);
  if (active.length > 0) {
    throw new Error(
      `Promotion '${active[0].id}' is moving the alias; it is checked afterwards`,
    );
  }
  const champion = await deps.assignments.findCurrent(place);
  const alias =
    champion &&
    planAlias({
      stage,
      target: stopped.target,
      place: await deps.records.findPlace(champion.versionId),
    });
  if (alias) {
    await aliases.move(alias, {
      promotionId: champion.promotionId,
      signal: new AbortController().signal,
      beforeWrite: async () => {},
    });
  }
}
