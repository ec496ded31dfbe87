import { ErrorLike, toError } from '@backstage/errors';
import { askWorker, DeadlineError } from './askWorker';
import { LayoutWorker } from './createLayoutWorker';
import { LayoutApi, LayoutQuality, LayoutResult } from './LayoutApi';
import { layoutInLayers } from './layoutInLayers';
import { Arrangement, LayoutGraph, Ranker } from './types';

/** What is tried in turn, and how long each may take. */
const ATTEMPTS: readonly {
  ranker: Ranker;
  quality: LayoutQuality;
  deadlineMs: number;
}[] = [
  { ranker: 'tight-tree', quality: 'full', deadlineMs: 4_000 },
  { ranker: 'longest-path', quality: 'fast', deadlineMs: 3_000 },
];

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
    let reason: ErrorLike | undefined;
    for (const { ranker, quality, deadlineMs } of ATTEMPTS) {
      try {
        const arrangement = await this.#run(graph, ranker, {
          deadlineMs,
          signal,
        });
        return { ...arrangement, quality, reason };
      } catch (error) {
        signal?.throwIfAborted();
        reason = toError(error);
        if (!(error instanceof DeadlineError)) {
          break; // no worker here, or none that works: the other way needs one too
        }
      }
    }
    return { ...layoutInLayers(graph), quality: 'simple', reason };
  }

  async #run(
    graph: LayoutGraph,
    ranker: Ranker,
    options: { deadlineMs: number; signal?: AbortSignal },
  ): Promise<Arrangement> {
    options.signal?.throwIfAborted();
    const worker = this.#idle ?? this.#createWorker();
    this.#idle = undefined;
    this.#lastId += 1;
    try {
      const arrangement = await askWorker(
        worker,
        { id: this.#lastId, graph, ranker },
        options,
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
