import { JsonObject } from '@backstage/types';
import { TransportRequest } from './http/HttpTransport';
import { JsonReader } from './responses/JsonReader';
import {
  readModelVersion,
  readRegisteredModel,
} from './responses/readRegistry';
import {
  MlflowKeyValue,
  MlflowModelVersion,
  MlflowRegisteredModel,
} from './types';

/**
 * A version to be registered.
 *
 * @public
 */
export interface NewMlflowVersion {
  /** Where the artifact is: a URI. */
  source: string;
  runId?: string;
  runLink?: string;
  /** The logged model behind the version, MLflow 3. */
  modelId?: string;
  description?: string;
  tags?: readonly MlflowKeyValue[];
}

/** Sends one request and reads its answer. */
type Call = (request: TransportRequest) => Promise<JsonReader>;

const MODELS = '/api/2.0/mlflow/registered-models';
const VERSIONS = '/api/2.0/mlflow/model-versions';

/**
 * Changes registered models and versions; `writes` of a {@link MlflowClient}.
 * What cannot be done twice - registering and deleting a version, renaming and
 * deleting a model - is sent once, and may have been done when it fails with {@link MlflowUnavailableError}.
 *
 * @public
 */
export class MlflowRegistryWrites {
  readonly #call: Call;

  /** @internal */
  constructor(call: Call) {
    this.#call = call;
  }

  /** Registers a version; the server gives it its number. */
  async createVersion(
    name: string,
    version: NewMlflowVersion,
    options: { signal?: AbortSignal } = {},
  ): Promise<MlflowModelVersion> {
    const { source, runId, runLink, modelId, description, tags = [] } = version;
    return await this.#version({
      method: 'POST',
      path: `${VERSIONS}/create`,
      body: {
        name,
        source,
        ...present({ run_id: runId, run_link: runLink, model_id: modelId }),
        ...present({ description }),
        tags: tags.map(({ key, value }) => ({ key, value })),
      },
      attempts: 1,
      ...options,
    });
  }

  /** Replaces the description of a version. */
  async describeVersion(
    name: string,
    version: string,
    description: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<MlflowModelVersion> {
    return await this.#version({
      method: 'PATCH',
      path: `${VERSIONS}/update`,
      body: { name, version, description },
      ...options,
    });
  }

  /** Sets a tag of a version. */
  async setVersionTag(
    name: string,
    version: string,
    tag: MlflowKeyValue,
    options: { signal?: AbortSignal } = {},
  ): Promise<void> {
    await this.#call({
      method: 'POST',
      path: `${VERSIONS}/set-tag`,
      body: { name, version, key: tag.key, value: tag.value },
      ...options,
    });
  }

  /** Removes a tag of a version. */
  async deleteVersionTag(
    name: string,
    version: string,
    key: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<void> {
    await this.#call({
      method: 'DELETE',
      path: `${VERSIONS}/delete-tag`,
      body: { name, version, key },
      ...options,
    });
  }

  /** Deletes a version for good, with its aliases. */
  async deleteVersion(
    name: string,
    version: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<void> {
    await this.#call({
      method: 'DELETE',
      path: `${VERSIONS}/delete`,
      body: { name, version },
      attempts: 1,
      ...options,
    });
  }

  /**
   * Moves a version to one of the stages that MLflow has: `None`, `Staging`,
   * `Production` or `Archived`.
   */
  async setVersionStage(
    name: string,
    version: string,
    stage: string,
    options: {
      /** Moves the others of the stage to `Archived`. */
      archiveExisting?: boolean;
      signal?: AbortSignal;
    } = {},
  ): Promise<MlflowModelVersion> {
    const { archiveExisting = false, signal } = options;
    return await this.#version({
      method: 'POST',
      path: `${VERSIONS}/transition-stage`,
      body: {
        name,
        version,
        stage,
        archive_existing_versions: archiveExisting,
      },
      signal,
    });
  }

  /** Gives a registered model another name; versions and aliases go along. */
  async renameModel(
    name: string,
    newName: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<MlflowRegisteredModel> {
    const answer = await this.#call({
      method: 'POST',
      path: `${MODELS}/rename`,
      body: { name, new_name: newName },
      attempts: 1,
      ...options,
    });
    return readRegisteredModel(answer.object('registered_model'));
  }

  /** Deletes a registered model for good, with its versions and aliases. */
  async deleteModel(
    name: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<void> {
    await this.#call({
      method: 'DELETE',
      path: `${MODELS}/delete`,
      body: { name },
      attempts: 1,
      ...options,
    });
  }

  /** Replaces the description of a registered model. */
  async describeModel(
    name: string,
    description: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<MlflowRegisteredModel> {
    const answer = await this.#call({
      method: 'PATCH',
      path: `${MODELS}/update`,
      body: { name, description },
      ...options,
    });
    return readRegisteredModel(answer.object('registered_model'));
  }

  /** Sets a tag of a registered model. */
  async setModelTag(
    name: string,
    tag: MlflowKeyValue,
    options: { signal?: AbortSignal } = {},
  ): Promise<void> {
    await this.#call({
      method: 'POST',
      path: `${MODELS}/set-tag`,
      body: { name, key: tag.key, value: tag.value },
      ...options,
    });
  }

  /** Removes a tag of a registered model. */
  async deleteModelTag(
    name: string,
    key: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<void> {
    await this.#call({
      method: 'DELETE',
      path: `${MODELS}/delete-tag`,
      body: { name, key },
      ...options,
    });
  }

  async #version(request: TransportRequest): Promise<MlflowModelVersion> {
    const answer = await this.#call(request);
    return readModelVersion(answer.object('model_version'));
  }
}

function present(values: Record<string, string | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  );
}
