import { toError } from '@backstage/errors';
import { askWorker } from './askWorker';
import { LayoutWorker } from './createLayoutWorker';
import { arrangeInLayers } from './layered/arrangeInLayers';
import { LITTLE_EFFORT } from './layered/Effort';
import { LayoutApi, LayoutResult } from './LayoutApi';
import { Arrangement, LayoutGraph } from './types';

/** Far more than any graph takes: whoever waits longer has a worker that hangs. */
const DEADLINE_MS = 4_000;

/**
 * Arranges graphs in a web worker, so that the page stays responsive whatever
 * the graph is like. A worker that is late is ended: there is no other way to
 * stop it.
 */
export class WorkerLayout implements LayoutApi {
  readonly #createWorker: () => LayoutWorker;
  #idle: LayoutWorker | undefined;
  #lastId = 0;

  constructor(options: { createWorker: () => LayoutWorker }) {
    this.#createWorker = options.createWorker;
  }

  async layout(
    graph: LayoutGraph,
    options: { signal?: AbortSignal } = {},
  ): Promise<LayoutResult> {
    const { signal } = options;
    try {
      return { ...(await this.#run(graph, signal)), quality: 'full' };
    } catch (error) {
      signal?.throwIfAborted();
      return {
        ...arrangeInLayers(graph, LITTLE_EFFORT),
        quality: 'simple',
        reason: toError(error),
      };
    }
  }

  async #run(
    graph: LayoutGraph,
    signal: AbortSignal | undefined,
  ): Promise<Arrangement> {
    signal?.throwIfAborted();
    const worker = this.#idle ?? this.#createWorker();
    this.#idle = undefined;
    this.#lastId += 1;
    try {
      const arrangement = await askWorker(
        worker,
        { id: this.#lastId, graph },
        { deadlineMs: DEADLINE_MS, signal },
      );
      this.#keep(worker);
      return arrangement;
    } catch (error) {
      worker.terminate();
      throw error;
    }
  }

  /** One worker waits for the next graph; a second one is not worth its memory. */
  #keep(worker: LayoutWorker) {
    if (this.#idle) {
      worker.terminate();
    } else {
      this.#idle = worker;
    }
  }
}
