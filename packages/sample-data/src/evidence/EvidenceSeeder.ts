import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { VersionEvidence } from '@understudy/plugin-ml-common';
import { RoleClient } from '../seed/RoleClient';
import { waitFor } from '../seed/waitFor';
import { EvidenceStep } from './sampleEvidence';

/**
 * Adds evidence to versions through the portal's own API, as the pipelines of
 * their teams would. A version that has evaluations already is left as it is,
 * so it may run at every start.
 */
export class EvidenceSeeder {
  readonly #client: RoleClient;
  readonly #logger: LoggerService;
  readonly #pollMs: number | undefined;
  readonly #maxPolls: number | undefined;

  static create(options: {
    client: RoleClient;
    logger: LoggerService;
    /** Milliseconds between two looks at the portal. */
    pollMs?: number;
    /** Looks at one version before giving up on it. */
    maxPolls?: number;
  }): EvidenceSeeder {
    return new EvidenceSeeder(options);
  }

  private constructor(options: {
    client: RoleClient;
    logger: LoggerService;
    pollMs?: number;
    maxPolls?: number;
  }) {
    this.#client = options.client;
    this.#logger = options.logger;
    this.#pollMs = options.pollMs;
    this.#maxPolls = options.maxPolls;
  }

  /** Takes one version after the other; one that fails is logged. */
  async run(
    steps: readonly EvidenceStep[],
    options: { signal: AbortSignal },
  ): Promise<void> {
    const { signal } = options;
    for (const step of steps) {
      try {
        await this.#add(step, signal);
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        this.#logger.warn(
          `The sample evidence of ${step.model}@${step.version} is missing: ${stringifyError(error)}`,
        );
      }
    }
  }

  async #add(step: EvidenceStep, signal: AbortSignal): Promise<void> {
    const { model, version, role, addition } = step;
    const path = `/models/${model.replace(/^model:/, '')}/versions/${encodeURIComponent(version)}/evidence`;
    const known = await waitFor(
      () => this.#client.request<VersionEvidence>(role, path, { signal }),
      { signal, pollMs: this.#pollMs, maxPolls: this.#maxPolls },
    );
    if (known.evaluations.length === 0) {
      await this.#client.request(role, path, { signal, body: addition });
    }
  }
}
