import { LayoutWorker } from './createLayoutWorker';
import { LayoutAnswer, LayoutTask } from './messages';
import { Arrangement } from './types';

/** Arranging took longer than it may. */
export class DeadlineError extends Error {
  name = 'DeadlineError';
}

/**
 * Has a worker arrange one graph. Rejects when it says that it could not, when
 * it cannot be loaded, when the deadline has passed and when nobody waits any
 * more; the worker may still be busy then, so end it.
 */
export async function askWorker(
  worker: LayoutWorker,
  task: LayoutTask,
  options: { deadlineMs: number; signal?: AbortSignal },
): Promise<Arrangement> {
  const { deadlineMs, signal } = options;
  const cleanUps: (() => void)[] = [];
  try {
    return await new Promise<Arrangement>((resolve, reject) => {
      const onMessage = ({ data }: MessageEvent<LayoutAnswer>) => {
        if (data.id === task.id) {
          if ('arrangement' in data) {
            resolve(data.arrangement);
          } else {
            reject(new Error(data.error));
          }
        }
      };
      const onError = ({ message }: ErrorEvent) =>
        reject(new Error(message || 'The script could not be loaded'));
      const onAbort = () => reject(signal?.reason);
      const onDeadline = () =>
        reject(
          new DeadlineError(
            `Arranging ${task.graph.nodes.length} nodes took more than ${deadlineMs} ms`,
          ),
        );
      worker.addEventListener('message', onMessage);
      worker.addEventListener('error', onError);
      signal?.addEventListener('abort', onAbort);
      const timer = setTimeout(onDeadline, deadlineMs);
      cleanUps.push(
        () => worker.removeEventListener('message', onMessage),
        () => worker.removeEventListener('error', onError),
        () => signal?.removeEventListener('abort', onAbort),
        () => clearTimeout(timer),
      );
      worker.postMessage(task);
    });
  } finally {
    cleanUps.forEach(cleanUp => cleanUp());
  }
}
