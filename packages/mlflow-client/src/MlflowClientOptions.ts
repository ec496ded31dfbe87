/**
 * What may be set on a {@link MlflowClient} beside the server it talks to.
 *
 * @public
 */
export interface MlflowClientOptions {
  /** Most attempts of one request. Default 4. */
  attempts?: number;
  /** Largest answer that is read, in bytes. Default 32 MiB. */
  maxResponseBytes?: number;
  /** Items asked for at once, at most 1000. Default 200. */
  pageSize?: number;
  /** Most items that one search gives. Default 500,000. */
  maxItems?: number;
}

/**
 * The last argument of every call.
 *
 * @public
 */
export interface MlflowCallOptions {
  /** Ends the call, which then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * What a search is narrowed down to.
 *
 * @public
 */
export interface MlflowSearchOptions extends MlflowCallOptions {
  /** A filter in MLflow's own syntax. */
  filter?: string;
  /**
   * Look for prompts. Servers that know prompts leave them out of a search
   * that does not ask for them; older servers mix them in.
   */
  prompts?: boolean;
}
