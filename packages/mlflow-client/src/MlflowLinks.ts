import { MlflowRegistryConfig } from './config/MlflowRegistryConfig';

/**
 * Addresses of MLflow's own pages, for people to follow.
 *
 * @public
 */
export class MlflowLinks {
  readonly #uiUrl: string;
  readonly #query: string;

  constructor(server: Pick<MlflowRegistryConfig, 'uiUrl' | 'workspace'>) {
    const { uiUrl, workspace } = server;
    this.#uiUrl = uiUrl;
    this.#query = workspace
      ? `?workspace=${encodeURIComponent(workspace)}`
      : '';
  }

  /** The page of a registered model. */
  model(name: string): string {
    return this.#page('models', name);
  }

  /** The page of a prompt. */
  prompt(name: string): string {
    return this.#page('prompts', name);
  }

  /** The page of a model version. */
  version(name: string, version: string): string {
    return this.#page('models', name, 'versions', version);
  }

  /** The page of a run. */
  run(experimentId: string, runId: string): string {
    return this.#page('experiments', experimentId, 'runs', runId);
  }

  /** The page of an experiment. */
  experiment(experimentId: string): string {
    return this.#page('experiments', experimentId);
  }

  /** The page of a logged model, MLflow 3. */
  loggedModel(experimentId: string, modelId: string): string {
    return this.#page('experiments', experimentId, 'models', modelId);
  }

  #page(...parts: string[]): string {
    const path = parts.map(encodeURIComponent).join('/');
    return `${this.#uiUrl}/#/${path}${this.#query}`;
  }
}
