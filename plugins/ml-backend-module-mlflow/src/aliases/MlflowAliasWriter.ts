import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  MlflowClient,
  MlflowError,
  MlflowNotFoundError,
  MlflowRegistryConfig,
  MlflowResponseError,
} from '@understudy/mlflow-client';
import { AliasWriter } from '@understudy/plugin-ml-node';
import { manualAliasCommand } from './manualAliasCommand';

type SetAliasOptions = Parameters<AliasWriter['setAlias']>[0];
type ReadAliasOptions = Parameters<AliasWriter['readAlias']>[0];
type ManualCommandOptions = Parameters<AliasWriter['manualCommand']>[0];

/**
 * Moves aliases of one MLflow server. Throws NotFoundError or InputError when
 * MLflow refuses, ServiceUnavailableError when it cannot be asked.
 */
export class MlflowAliasWriter implements AliasWriter {
  readonly #server: MlflowRegistryConfig;
  readonly #client: MlflowClient;

  constructor(server: MlflowRegistryConfig, client: MlflowClient) {
    this.#server = server;
    this.#client = client;
  }

  async setAlias(options: SetAliasOptions): Promise<void> {
    const { record, alias, version, signal } = options;
    await this.#ask(() =>
      this.#client.setRegisteredModelAlias(record.name, alias, version, {
        signal,
      }),
    );
  }

  async readAlias(options: ReadAliasOptions): Promise<string | undefined> {
    const { record, alias, signal } = options;
    const model = await this.#ask(() =>
      this.#client.getRegisteredModel(record.name, { signal }),
    );
    return model.aliases.find(known => known.alias === alias)?.version;
  }

  manualCommand(options: ManualCommandOptions): string {
    return manualAliasCommand(this.#server, {
      name: options.record.name,
      alias: options.alias,
      version: options.version,
    });
  }

  async #ask<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof MlflowError)) {
        throw error;
      }
      const message = `${this.#server.title}: ${error.message}`;
      if (error instanceof MlflowNotFoundError) {
        throw new NotFoundError(message, error);
      }
      if (error instanceof MlflowResponseError) {
        throw new InputError(message, error);
      }
      throw new ServiceUnavailableError(message, error);
    }
  }
}
