/**
 * Addresses of MLflow's own pages, for people to follow.
 *
 * @public
 */
export class MlflowLinks {
  readonly #uiUrl: string;

  /** @param uiUrl - where people reach the server, without a slash at the end */
  constructor(uiUrl: string) {
    this.#uiUrl = uiUrl;
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
    return `${this.#uiUrl}/#/${parts.map(encodeURIComponent).join('/')}`;
  }
}
