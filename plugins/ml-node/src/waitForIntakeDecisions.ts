import { ResponseError } from '@backstage/errors';
import type { KeptIntakeDecision } from '@understudy/plugin-ml-common';
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { MlIntakeDecisionsService } from './intakeDecisions';

const PAUSE_MS = 2_000;
const ATTEMPTS = 31;
/** What a backend, or what stands before it, answers while it is starting. */
const STARTING = [502, 503, 504];

/**
 * Reads the decisions about one server, and waits up to a minute for an `ml`
 * backend that is still starting. For imports that run on a schedule; whoever
 * answers a request of somebody asks the service once.
 *
 * @public
 */
export async function waitForIntakeDecisions(
  service: MlIntakeDecisionsService,
  options: {
    server: string;
    signal?: AbortSignal;
    /** For tests. */
    sleep?: (ms: number, options: { signal?: AbortSignal }) => Promise<void>;
  },
): Promise<KeptIntakeDecision[]> {
  const { server, signal, sleep = defaultSleep } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await service.list({ server, signal });
    } catch (error) {
      signal?.throwIfAborted();
      if (attempt === ATTEMPTS || !mayPass(error)) {
        throw error;
      }
    }
    await sleep(PAUSE_MS, { signal });
  }
}

function mayPass(error: unknown): boolean {
  return error instanceof ResponseError
    ? STARTING.includes(error.statusCode)
    : // What fetch throws when nobody listens yet.
      error instanceof TypeError;
}

async function defaultSleep(ms: number, options: { signal?: AbortSignal }) {
  await pauseFor(ms, undefined, options);
}
