import { Actor, systemActor } from './Actor';
import { PromotionDeps } from './PromotionDeps';
import { PromotionUnit } from './PromotionUnit';

/**
 * Changes promotions in one transaction, and wakes the workers once it is
 * committed. What the backend does by itself is told to the auditor here;
 * requests of callers are audited where they come in.
 */
export async function changePromotions<T>(
  deps: PromotionDeps,
  actor: Actor,
  change: (unit: PromotionUnit) => Promise<T>,
): Promise<T> {
  const { store, ledger, outbox, now, auditor } = deps;
  const { result, events } = await PromotionUnit.run(
    { store, ledger, outbox, actor, now: now() },
    change,
  );
  deps.wake();
  if (actor === systemActor) {
    for (const event of events) {
      const audit = await auditor.createEvent({
        eventId: 'promotion-change',
        severityLevel: 'medium',
        meta: {
          actionType: event.data.action,
          object: event.data.object.ref,
          subject: event.subject,
        },
      });
      await audit.success();
    }
  }
  return result;
}
