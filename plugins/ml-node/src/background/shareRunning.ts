/**
 * A function that several may call at the same time: who calls while it runs gets
 * what that run gives. For reads that tasks with the same schedule each need.
 *
 * @public
 */
export function shareRunning<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return async () => {
    running ??= run().finally(() => {
      running = undefined;
    });
    return await running;
  };
}
