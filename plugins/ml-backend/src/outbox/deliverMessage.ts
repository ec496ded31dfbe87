import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  ML_INTAKE_TOPIC,
  MlIntakeEventPayload,
} from '@understudy/plugin-ml-node';
import { CONTRACT_TOPIC } from '../contracts/publish/contractPage';
import { LeasedMessage, OutboxNotification } from './OutboxMessage';

/** Channel of the signals and topic of the events and notifications. */
export const PROMOTION_CHANNEL = 'ml:promotion';
export const PROMOTION_TOPIC = 'ml.promotion';
/** As those above, of registries. */
export const REGISTRY_CHANNEL = 'ml:registry';
export const REGISTRY_TOPIC = 'ml.registry';

/**
 * Hands a message to the platform. Everything it does may be done twice:
 * notifications replace one another by scope, the rest is a hint.
 */
export async function deliverMessage(
  { eventId, message }: LeasedMessage,
  options: {
    notifications: NotificationService;
    signals: SignalsService;
    events: EventsService;
    checkAlias: (
      message: Extract<LeasedMessage['message'], { kind: 'alias-check' }>,
    ) => Promise<void>;
    revertAlias: (
      message: Extract<LeasedMessage['message'], { kind: 'alias-revert' }>,
    ) => Promise<void>;
    /** What to tell about a rollback without a reason; nothing once it has one. */
    remindOfReason: (
      message: Extract<LeasedMessage['message'], { kind: 'reason-reminder' }>,
    ) => Promise<OutboxNotification[]>;
    /** Fetches what tracking servers know of the run of a version. */
    fetchEvidence: (versionId: string) => Promise<void>;
    /** Has registries read as soon as possible; others are left out. */
    readRegistries: (servers: readonly string[]) => Promise<void>;
  },
): Promise<void> {
  switch (message.kind) {
    case 'notification':
      await send(message, options.notifications);
      return;
    case 'reason-reminder':
      for (const notification of await options.remindOfReason(message)) {
        await send(notification, options.notifications);
      }
      return;
    case 'announcement':
      if (message.signal !== false) {
        // Everybody hears a broadcast, so it says nothing but ids.
        await options.signals.publish({
          recipients: { type: 'broadcast' },
          channel: PROMOTION_CHANNEL,
          message: { promotionId: message.promotionId, eventId },
        });
      }
      await options.events.publish({
        topic: PROMOTION_TOPIC,
        eventPayload: {
          eventId,
          type: message.eventType,
          promotionId: message.promotionId,
          model: message.model,
        },
      });
      return;
    case 'registry-read': {
      const { servers } = message;
      await options.readRegistries(servers);
      const payload: MlIntakeEventPayload = { eventId, servers };
      await options.events.publish({
        topic: ML_INTAKE_TOPIC,
        eventPayload: payload,
      });
      return;
    }
    case 'drift-announcement': {
      const { driftId, model, eventType: type } = message;
      await options.signals.publish({
        recipients: { type: 'broadcast' },
        channel: REGISTRY_CHANNEL,
        message: { driftId, eventId },
      });
      await options.events.publish({
        topic: REGISTRY_TOPIC,
        eventPayload: { eventId, type, driftId, model },
      });
      return;
    }
    case 'alias-revert':
      await options.revertAlias(message);
      return;
    case 'contract-event': {
      const { subject, contractVersionId, waiverId, eventType } = message;
      await options.events.publish({
        topic: CONTRACT_TOPIC,
        eventPayload: {
          eventId,
          type: eventType,
          subject,
          ...(contractVersionId !== undefined && { contractVersionId }),
          ...(waiverId !== undefined && { waiverId }),
        },
      });
      return;
    }
    case 'version-evidence':
      await options.fetchEvidence(message.versionId);
      return;
    default:
      await options.checkAlias(message);
  }
}

async function send(
  message: OutboxNotification,
  notifications: NotificationService,
): Promise<void> {
  await notifications.send({
    recipients: { type: 'entity', entityRef: message.recipients },
    payload: {
      title: message.title,
      description: message.description,
      link: message.link,
      severity: message.severity,
      topic: message.topic ?? PROMOTION_TOPIC,
      scope: message.scope,
    },
  });
}
