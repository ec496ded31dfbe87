import { MlflowProtocolError } from './errors';
import { HttpTransport } from './http/HttpTransport';
import { MlflowCallOptions } from './MlflowClientOptions';
import { JsonReader } from './responses/JsonReader';
import { readAnswer, readFailure } from './responses/readAnswer';
import {
  readExperiment,
  readLoggedModel,
  readRun,
} from './responses/readTracking';
import { MlflowExperiment, MlflowLoggedModel, MlflowRun } from './types';

const API = '/api/2.0/mlflow';

/**
 * What the tracking side of a server knows; `tracking` of a
 * {@link MlflowClient}, and under the same rules.
 *
 * @public
 */
export class MlflowTracking {
  readonly #transport: HttpTransport;
  #hasLoggedModels: boolean | undefined;

  /** @internal */
  constructor(transport: HttpTransport) {
    this.#transport = transport;
  }

  /** A run with its latest metrics. */
  async getRun(
    runId: string,
    options: MlflowCallOptions = {},
  ): Promise<MlflowRun> {
    const answer = await this.#get(
      `${API}/runs/get`,
      { run_id: runId },
      options,
    );
    return readRun(answer.object('run'));
  }

  /** An experiment by its id. */
  async getExperiment(
    experimentId: string,
    options: MlflowCallOptions = {},
  ): Promise<MlflowExperiment> {
    const answer = await this.#get(
      `${API}/experiments/get`,
      { experiment_id: experimentId },
      options,
    );
    return readExperiment(answer.object('experiment'));
  }

  /**
   * A logged model. Undefined on servers that know no logged models, which is
   * found out once.
   */
  async getLoggedModel(
    modelId: string,
    options: MlflowCallOptions = {},
  ): Promise<MlflowLoggedModel | undefined> {
    if (this.#hasLoggedModels === false) {
      return undefined;
    }
    const path = `${API}/logged-models/${encodeURIComponent(modelId)}`;
    const response = await this.#transport.send({
      method: 'GET',
      path,
      ...options,
    });
    if (response.status === 404) {
      const failure = readFailure(response, `GET ${path}`);
      // MLflow 2 has no such route: its web framework answers, not its API.
      this.#hasLoggedModels = !(failure instanceof MlflowProtocolError);
      if (!this.#hasLoggedModels) {
        return undefined;
      }
      throw failure;
    }
    this.#hasLoggedModels = true;
    const answer = readAnswer(response, `GET ${path}`);
    return readLoggedModel(answer.object('model'));
  }

  /**
   * The text of a file among a version's artifacts, such as `MLmodel`. Asked
   * for once only: MLflow 2 answers 500 where a file does not exist.
   */
  async getModelVersionFile(
    name: string,
    version: string,
    path: string,
    options: MlflowCallOptions = {},
  ): Promise<string> {
    return await this.#getFile(
      '/model-versions/get-artifact',
      { name, version, path },
      options,
    );
  }

  /** As `getModelVersionFile`, of the artifacts of a run. */
  async getRunFile(
    runId: string,
    path: string,
    options: MlflowCallOptions = {},
  ): Promise<string> {
    return await this.#getFile(
      '/get-artifact',
      { run_id: runId, path },
      options,
    );
  }

  /** As `getModelVersionFile`, of a logged model of MLflow 3. */
  async getLoggedModelFile(
    modelId: string,
    path: string,
    options: MlflowCallOptions = {},
  ): Promise<string> {
    return await this.#getFile(
      `/ajax-api/2.0/mlflow/logged-models/${encodeURIComponent(modelId)}/artifacts/files`,
      { artifact_file_path: path },
      options,
    );
  }

  async #getFile(
    route: string,
    query: Record<string, string>,
    options: MlflowCallOptions,
  ): Promise<string> {
    const response = await this.#transport.send({
      method: 'GET',
      path: route,
      query,
      attempts: 1,
      ...options,
    });
    if (response.status !== 200) {
      throw readFailure(response, `GET ${route}`);
    }
    return response.text;
  }

  async #get(
    path: string,
    query: Record<string, string>,
    options: MlflowCallOptions,
  ): Promise<JsonReader> {
    const response = await this.#transport.send({
      method: 'GET',
      path,
      query,
      ...options,
    });
    return readAnswer(response, `GET ${path}`);
  }
}
