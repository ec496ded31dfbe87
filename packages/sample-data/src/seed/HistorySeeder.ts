import { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import {
  finalPromotionStates,
  Promotion,
  PromotionSummary,
} from '@understudy/plugin-ml-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { RoleClient } from './RoleClient';
import { SeedStep } from './SeedStep';
import { mayPass } from './waitFor';

const ENVIRONMENT = 'production';
const STAGE = 'production';

/**
 * Gives a new portal a history by doing what people would do: a role asks for
 * a promotion, another approves. What was asked for before is not asked for
 * again, so it may run at every start and goes on where it was cut off.
 */
export class HistorySeeder {
  readonly #client: RoleClient;
  readonly #logger: LoggerService;
  readonly #pollMs: number;
  readonly #maxPolls: number;

  static create(options: {
    client: RoleClient;
    logger: LoggerService;
    /** Milliseconds between two looks at the portal. */
    pollMs?: number;
    /** Looks at one thing before giving up on it. */
    maxPolls?: number;
  }): HistorySeeder {
    return new HistorySeeder(options);
  }

  private constructor(options: {
    client: RoleClient;
    logger: LoggerService;
    pollMs?: number;
    maxPolls?: number;
  }) {
    this.#client = options.client;
    this.#logger = options.logger;
    this.#pollMs = options.pollMs ?? 1000;
    this.#maxPolls = options.maxPolls ?? 300;
  }

  /**
   * Goes through the steps in order. A step that fails is logged, and so that
   * the order of versions stays true, the rest of its model is left out.
   */
  async run(
    steps: SeedStep[],
    options: { signal: AbortSignal },
  ): Promise<void> {
    const failed = new Set<string>();
    for (const step of steps) {
      if (failed.has(step.model)) {
        continue;
      }
      try {
        await this.#perform(step, options.signal);
      } catch (error) {
        if (options.signal.aborted) {
          return;
        }
        failed.add(step.model);
        this.#logger.warn(
          `The sample history of ${step.model} ends before version ${step.version} at ${step.segment}: ${stringifyError(error)}`,
        );
      }
    }
  }

  async #perform(step: SeedStep, signal: AbortSignal): Promise<void> {
    const version = await this.#waitForVersion(step, signal);
    const known = await this.#findPromotion(step, version.id, signal);
    const id = known?.id ?? (await this.#ask(step, signal)).id;
    if (known && isFinal(known)) {
      return;
    }
    if (step.approver !== undefined) {
      await this.#bringToEnd({ ...step, approver: step.approver }, id, signal);
    }
  }

  /** The registry may not have been read yet when the portal starts. */
  async #waitForVersion(
    step: SeedStep,
    signal: AbortSignal,
  ): Promise<{ id: string }> {
    const path = `/models/${step.model.replace(/^model:/, '')}/versions/${encodeURIComponent(step.version)}`;
    return await this.#poll(signal, async () => {
      try {
        return await this.#client.request<{ id: string }>(
          step.requester,
          path,
          { signal },
        );
      } catch (error) {
        if (mayPass(error)) {
          return undefined;
        }
        throw error;
      }
    });
  }

  async #findPromotion(
    step: SeedStep,
    versionId: string,
    signal: AbortSignal,
  ): Promise<PromotionSummary | undefined> {
    const query = new URLSearchParams({ model: step.model, limit: '100' });
    const { items } = await this.#client.request<{ items: PromotionSummary[] }>(
      step.requester,
      `/promotions?${query}`,
      { signal },
    );
    return items.find(
      ({ kind, versionId: id, target }) =>
        kind === 'promote' &&
        id === versionId &&
        target.environment === ENVIRONMENT &&
        target.segment === step.segment,
    );
  }

  async #ask(step: SeedStep, signal: AbortSignal): Promise<Promotion> {
    const { model, version, segment, reason, requester } = step;
    return await this.#client.request<Promotion>(requester, '/promotions', {
      signal,
      key: `sample-history ${model}@${version} ${segment}`,
      body: {
        model,
        version,
        stage: STAGE,
        environment: ENVIRONMENT,
        segment,
        reason,
      },
    });
  }

  async #bringToEnd(
    step: SeedStep & { approver: string },
    id: string,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#poll(signal, async () => {
      const promotion = await this.#client.request<Promotion>(
        step.approver,
        `/promotions/${id}`,
        { signal },
      );
      if (promotion.state === 'succeeded') {
        return promotion;
      }
      if (isFinal(promotion) || promotion.state === 'blocked') {
        throw new Error(
          `Promotion ${id} is ${promotion.state} instead of succeeded`,
        );
      }
      if (promotion.state === 'awaiting_approval') {
        await this.#approve(step.approver, promotion, signal);
      }
      return undefined;
    });
  }

  async #approve(
    role: string,
    { id, revision }: Promotion,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await this.#client.request(role, `/promotions/${id}/approve`, {
        signal,
        body: { revision },
      });
    } catch (error) {
      // Somebody was quicker: the next look shows what it is now.
      if (!isError(error) || error.statusCode !== 409) {
        throw error;
      }
    }
  }

  async #poll<T>(
    signal: AbortSignal,
    look: () => Promise<T | undefined>,
  ): Promise<T> {
    for (let count = 0; count < this.#maxPolls; count++) {
      const found = await look();
      if (found !== undefined) {
        return found;
      }
      await sleep(this.#pollMs, undefined, { signal });
    }
    throw new Error(
      `Still not there after ${(this.#maxPolls * this.#pollMs) / 1000} s`,
    );
  }
}

function isFinal({ state }: Pick<Promotion, 'state'>): boolean {
  return finalPromotionStates.includes(state);
}
