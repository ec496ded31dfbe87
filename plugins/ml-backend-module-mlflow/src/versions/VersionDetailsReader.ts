import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  MlflowClient,
  MlflowError,
  MlflowModelVersion,
} from '@understudy/mlflow-client';
import { VersionSignature } from '@understudy/plugin-ml-common';
import { readSignature } from '../signature/readSignature';
import { isSettled } from './isSettled';
import { unlessGone } from './unlessGone';
import { VersionDetails } from './VersionDetails';

const KEPT_MS = 24 * 60 * 60_000;
const MAX_KEPT = 5_000;

/**
 * Reads run, logged model and signature of versions. Versions that were
 * registered a while ago are read once a day only: a model with hundreds of
 * versions would otherwise cost hundreds of requests each time one is added.
 */
export class VersionDetailsReader {
  readonly #client: MlflowClient;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #kept = new Map<
    string,
    { details: VersionDetails; until: number }
  >();

  static create(options: {
    client: MlflowClient;
    logger: LoggerService;
    now?: () => number;
  }): VersionDetailsReader {
    return new VersionDetailsReader(options);
  }

  private constructor(options: {
    client: MlflowClient;
    logger: LoggerService;
    now?: () => number;
  }) {
    this.#client = options.client;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  async read(
    version: MlflowModelVersion,
    options: { signal: AbortSignal },
  ): Promise<VersionDetails> {
    const key = JSON.stringify([
      version.name,
      version.version,
      version.creationTimestamp,
    ]);
    const kept = this.#kept.get(key);
    if (kept && kept.until > this.#now()) {
      return kept.details;
    }
    const details = {
      ...(await this.#readTracking(version, options)),
      signature: await this.#readSignature(version, options),
    };
    if (isSettled(version, this.#now())) {
      this.#keep(key, details);
    }
    return details;
  }

  async #readTracking(
    { runId, modelId }: MlflowModelVersion,
    options: { signal: AbortSignal },
  ): Promise<VersionDetails> {
    return {
      run: runId
        ? await unlessGone(this.#client.tracking.getRun(runId, options))
        : undefined,
      loggedModel: modelId
        ? await unlessGone(
            this.#client.tracking.getLoggedModel(modelId, options),
          )
        : undefined,
    };
  }

  /**
   * The signature lies with the artifacts, often in a store that the server
   * cannot reach or that has lost them. The rest of the version is worth
   * showing without it.
   */
  async #readSignature(
    { name, version, source }: MlflowModelVersion,
    options: { signal: AbortSignal },
  ): Promise<VersionSignature | undefined> {
    if (!source) {
      return undefined;
    }
    try {
      return readSignature(
        await this.#client.tracking.getModelVersionFile(
          name,
          version,
          'MLmodel',
          options,
        ),
      );
    } catch (error) {
      options.signal.throwIfAborted();
      const reason = stringifyError(error);
      this.#logger.debug(
        error instanceof MlflowError
          ? `No signature for version ${version} of "${name}": ${reason}`
          : `The MLmodel file of version ${version} of "${name}" cannot be read: ${reason}`,
      );
      return undefined;
    }
  }

  #keep(key: string, details: VersionDetails): void {
    if (this.#kept.size >= MAX_KEPT) {
      const [oldest] = this.#kept.keys();
      this.#kept.delete(oldest);
    }
    this.#kept.delete(key);
    this.#kept.set(key, { details, until: this.#now() + KEPT_MS });
  }
}
