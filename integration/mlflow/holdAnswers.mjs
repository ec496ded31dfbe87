import { createServer, request } from 'node:http';

/**
 * Stands between a portal and its MLflow server, and can keep an answer back:
 * the server has done what it was asked then, and the portal does not know.
 *
 * @param {{ serverUrl: string }} options
 */
export async function holdAnswers({ serverUrl }) {
  /** @type {{ path: string, arrived: () => void } | undefined} */
  let waitedFor;
  const proxy = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', serverUrl);
    const passedOn = request(
      new URL(incoming.url ?? '/', serverUrl),
      { method: incoming.method, headers: incoming.headers },
      answer => {
        if (waitedFor && pathname.endsWith(waitedFor.path)) {
          waitedFor.arrived();
          waitedFor = undefined;
          answer.resume();
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    // Either side may go away; the other one is not to wait for it.
    passedOn.on('error', () => outgoing.destroy());
    incoming.on('error', () => passedOn.destroy());
    incoming.pipe(passedOn);
  });
  await new Promise(resolve => {
    proxy.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (
    proxy.address()
  );
  return {
    url: `http://127.0.0.1:${port}`,
    /**
     * Keeps back the next answer to a call, for good.
     *
     * @param {string} path the end of it
     * @returns {Promise<void>} resolves once the server has answered
     */
    holdNext: path =>
      new Promise(resolve => {
        waitedFor = { path, arrived: resolve };
      }),
    stop: () => {
      proxy.closeAllConnections();
      return new Promise(resolve => {
        proxy.close(resolve);
      });
    },
  };
}
