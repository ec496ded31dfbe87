// The web worker of the page, run in a thread of Node: it finds what a browser
// gives it under the same names.
import { parentPort } from 'node:worker_threads';

Object.assign(globalThis, {
  postMessage: (message: unknown) => parentPort?.postMessage(message),
  addEventListener: (
    type: string,
    listener: (event: { data: unknown }) => void,
  ) => parentPort?.on(type, data => listener({ data })),
});

// After the names are there; an import would come before.
require('../../../../plugins/lineage/src/layoutWorker');
