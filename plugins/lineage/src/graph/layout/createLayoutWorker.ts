/** What we use of a web worker. */
export type LayoutWorker = Pick<
  Worker,
  'postMessage' | 'terminate' | 'addEventListener' | 'removeEventListener'
>;

/**
 * Starts the worker that arranges graphs. Bundlers know this form: they make a
 * file of its own of the worker and put its address here. It names the package
 * and not a file, which is right from source and from the published package.
 */
export function createLayoutWorker(): LayoutWorker {
  return new Worker(
    new URL('@understudy/plugin-lineage/layoutWorker', import.meta.url),
    { type: 'module', name: 'lineage-layout' },
  );
}
