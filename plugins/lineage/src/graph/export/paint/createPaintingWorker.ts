/** What we use of a web worker. */
export type PaintingWorker = Pick<
  Worker,
  'addEventListener' | 'postMessage' | 'terminate'
>;

/**
 * Starts the worker that paints pictures, where workers can paint. See
 * `createLayoutWorker` for the form of the address.
 */
export function createPaintingWorker(): PaintingWorker | undefined {
  return typeof OffscreenCanvas === 'undefined' || typeof Worker === 'undefined'
    ? undefined
    : new Worker(
        new URL('@understudy/plugin-lineage/paintingWorker', import.meta.url),
        { type: 'module', name: 'lineage-painting' },
      );
}
