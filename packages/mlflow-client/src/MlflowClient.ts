import { MlflowRegistryConfig } from './config/MlflowRegistryConfig';
import {
  MlflowProtocolError,
  MlflowResponseError,
  MlflowNotFoundError,
} from './errors';
import { HttpTransport, TransportRequest } from './http/HttpTransport';
import { RequestPacer } from './http/RequestPacer';
import { eachPage } from './eachPage';
import {
  MlflowCallOptions,
  MlflowClientOptions,
  MlflowSearchOptions,
} from './MlflowClientOptions';
import { MlflowRegistryWrites } from './MlflowRegistryWrites';
import { MlflowTracking } from './MlflowTracking';
import { searchFilter } from './searchFilter';
import { JsonReader } from './responses/JsonReader';
import { readAnswer } from './responses/readAnswer';
import {
  readModelVersion,
  readRegisteredModel,
} from './responses/readRegistry';
import { MlflowModelVersion, MlflowRegisteredModel } from './types';

const API = '/api/2.0/mlflow';

/**
 * Talks to the REST API of one MLflow server, 2.x or 3.x. Calls are safe to
 * repeat, but for some of `writes`, and are repeated when the server is in
 * temporary trouble; one pace holds for all calls of one client. Answers are checked where they come in:
 * a call gives what its type says or throws a {@link MlflowError}.
 *
 * @public
 */
export class MlflowClient {
  /** Runs, experiments, logged models and files of artifacts. */
  readonly tracking: MlflowTracking;
  /** Changes of registered models and versions. */
  readonly writes: MlflowRegistryWrites;
  readonly #transport: HttpTransport;
  readonly #pageSize: number;
  readonly #maxItems: number;

  /** Makes a client for a server read by {@link readMlflowRegistries}. */
  static create(
    server: Pick<
      MlflowRegistryConfig,
      'baseUrl' | 'auth' | 'workspace' | 'requestsPerSecond' | 'timeoutMs'
    >,
    options: MlflowClientOptions = {},
  ): MlflowClient {
    const transport = new HttpTransport({
      baseUrl: server.baseUrl,
      auth: server.auth,
      workspace: server.workspace,
      timeoutMs: server.timeoutMs,
      attempts: options.attempts ?? 4,
      maxResponseBytes: options.maxResponseBytes ?? 32 * 1024 * 1024,
      pacer: new RequestPacer(server.requestsPerSecond),
    });
    return new MlflowClient(transport, options);
  }

  private constructor(transport: HttpTransport, options: MlflowClientOptions) {
    this.#transport = transport;
    this.tracking = new MlflowTracking(transport);
    this.writes = new MlflowRegistryWrites(request => this.#call(request));
    this.#pageSize = options.pageSize ?? 200;
    this.#maxItems = options.maxItems ?? 500_000;
  }

  /** All registered models, page by page, by name. */
  searchRegisteredModels(
    options: MlflowSearchOptions = {},
  ): AsyncIterable<MlflowRegisteredModel[]> {
    return this.#search(
      `${API}/registered-models/search`,
      { ...options, orderBy: 'name ASC' },
      answer => answer.list('registered_models', readRegisteredModel),
    );
  }

  /** Versions page by page: of all models, or of one by its name. */
  searchModelVersions(
    options: MlflowSearchOptions & { name?: string } = {},
  ): AsyncIterable<MlflowModelVersion[]> {
    const { name } = options;
    return this.#search(`${API}/model-versions/search`, options, answer =>
      answer
        .list('model_versions', readModelVersion)
        .filter(version => name === undefined || version.name === name),
    );
  }

  /** A registered model by its name. */
  async getRegisteredModel(
    name: string,
    options: MlflowCallOptions = {},
  ): Promise<MlflowRegisteredModel> {
    const answer = await this.#call({
      method: 'GET',
      path: `${API}/registered-models/get`,
      query: { name },
      ...options,
    });
    return readRegisteredModel(answer.object('registered_model'));
  }

  /** A version by its model's name and its number. */
  async getModelVersion(
    name: string,
    version: string,
    options: MlflowCallOptions = {},
  ): Promise<MlflowModelVersion> {
    const answer = await this.#call({
      method: 'GET',
      path: `${API}/model-versions/get`,
      query: { name, version },
      ...options,
    });
    return readModelVersion(answer.object('model_version'));
  }

  /** The version an alias points at, or undefined when the model lacks it. */
  async getModelVersionByAlias(
    name: string,
    alias: string,
    options: MlflowCallOptions = {},
  ): Promise<MlflowModelVersion | undefined> {
    try {
      const answer = await this.#call({
        method: 'GET',
        path: `${API}/registered-models/alias`,
        query: { name, alias },
        ...options,
      });
      return readModelVersion(answer.object('model_version'));
    } catch (error) {
      if (
        !(error instanceof MlflowResponseError) ||
        error instanceof MlflowNotFoundError
      ) {
        throw error;
      }
      // MLflow calls a missing alias an invalid parameter, as it does others.
      const model = await this.getRegisteredModel(name, options);
      if (model.aliases.some(known => known.alias === alias)) {
        throw error;
      }
      return undefined;
    }
  }

  /** Points an alias at a version, wherever it pointed before. */
  async setRegisteredModelAlias(
    name: string,
    alias: string,
    version: string,
    options: MlflowCallOptions = {},
  ): Promise<void> {
    await this.#call({
      method: 'POST',
      path: `${API}/registered-models/alias`,
      body: { name, alias, version },
      ...options,
    });
  }

  /** Removes an alias. It is no error when there is none. */
  async deleteRegisteredModelAlias(
    name: string,
    alias: string,
    options: MlflowCallOptions = {},
  ): Promise<void> {
    await this.#call({
      method: 'DELETE',
      path: `${API}/registered-models/alias`,
      body: { name, alias },
      ...options,
    });
  }

  /**
   * What the server calls its version, such as `3.1.0`. Undefined where the
   * route is not served, as behind some gateways.
   */
  async getServerVersion(
    options: MlflowCallOptions = {},
  ): Promise<string | undefined> {
    const { status, text } = await this.#transport.send({
      method: 'GET',
      path: '/version',
      ...options,
    });
    if (status === 404) {
      return undefined;
    }
    const version = text.trim();
    if (status !== 200 || !/^\d+\.\d+[\w.+-]*$/.test(version)) {
      throw new MlflowProtocolError(
        `GET /version: expected a version such as "3.1.0", got ${status} "${version.slice(
          0,
          80,
        )}"`,
      );
    }
    return version;
  }

  #search<T>(
    path: string,
    options: MlflowSearchOptions & { name?: string; orderBy?: string },
    read: (answer: JsonReader) => T[],
  ): AsyncIterable<T[]> {
    return eachPage({
      what: `GET ${path}`,
      maxItems: this.#maxItems,
      readPage: async pageToken => {
        const answer = await this.#call({
          method: 'GET',
          path,
          query: {
            filter: searchFilter(options),
            max_results: String(this.#pageSize),
            order_by: options.orderBy,
            page_token: pageToken,
          },
          signal: options.signal,
        });
        return {
          items: read(answer),
          nextToken: answer.filledText('next_page_token'),
        };
      },
    });
  }

  async #call(request: TransportRequest): Promise<JsonReader> {
    const response = await this.#transport.send(request);
    return readAnswer(response, `${request.method} ${request.path}`);
  }
}
