import type { EventsService } from '@backstage/plugin-events-node';

/**
 * Topic on which the `ml` backend says that something was decided in the
 * intake, with an {@link MlIntakeEventPayload}.
 *
 * @public
 */
export const ML_INTAKE_TOPIC = 'ml.intake';

/**
 * Says whose records were decided about, and nothing of the decisions: read
 * these with `mlIntakeDecisionsServiceRef`.
 *
 * @public
 */
export interface MlIntakeEventPayload {
  eventId: string;
  /** Ids of the servers concerned. */
  servers: string[];
}

/**
 * Calls back for every server about whose records something was decided. It is
 * a hint to import soon: events may be lost, and may come more than once.
 *
 * @public
 */
export async function subscribeToIntake(options: {
  events: EventsService;
  /** Of the subscriber, within its plugin. */
  id: string;
  onDecided: (server: string) => Promise<void>;
}): Promise<void> {
  const { events, id, onDecided } = options;
  await events.subscribe({
    id,
    topics: [ML_INTAKE_TOPIC],
    onEvent: async ({ eventPayload }) => {
      await Promise.all(readServers(eventPayload).map(onDecided));
    },
  });
}

/** Events may come from anywhere, so their shape is not relied upon. */
function readServers(payload: unknown): string[] {
  if (
    typeof payload !== 'object' ||
    payload === null ||
    !('servers' in payload) ||
    !Array.isArray(payload.servers)
  ) {
    return [];
  }
  return payload.servers.filter(server => typeof server === 'string');
}
