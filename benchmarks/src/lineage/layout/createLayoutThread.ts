import { Worker } from 'node:worker_threads';
import { LayoutWorker } from '../../../../plugins/lineage/src/graph/layout/createLayoutWorker';
import { ownFile } from '../../paths';

/** A thread of Node that looks like the web worker it runs. */
export function createLayoutThread(): LayoutWorker {
  const thread = new Worker(ownFile('src/lineage/layout/layoutThread.ts'));
  const events = new EventTarget();
  thread.on('message', data =>
    events.dispatchEvent(Object.assign(new Event('message'), { data })),
  );
  thread.on('error', error =>
    events.dispatchEvent(
      Object.assign(new Event('error'), { message: String(error) }),
    ),
  );
  const worker = {
    postMessage: (message: unknown) => thread.postMessage(message),
    terminate: () => void thread.terminate(),
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  };
  return worker;
}
