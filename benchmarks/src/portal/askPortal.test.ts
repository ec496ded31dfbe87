import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { askPortal } from './askPortal';

describe('askPortal', () => {
  let server: Server;
  let url: string;
  /** How many requests are cut before one is answered. */
  let cuts: number;
  let requests: number;

  beforeEach(async () => {
    requests = 0;
    server = createServer((request, response) => {
      requests += 1;
      if (requests <= cuts) {
        request.socket.resetAndDestroy();
      } else {
        response.end('{}');
      }
    });
    await new Promise<void>(resolve => server.listen(0, resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  it('reads again when the connection was cut', async () => {
    cuts = 1;
    expect(await askPortal(url)).toEqual({ status: 200, text: '{}' });
    expect(requests).toBe(2);
  });

  it('does not try for ever', async () => {
    cuts = 2;
    await expect(askPortal(url)).rejects.toThrow('ECONNRESET');
    expect(requests).toBe(2);
  });

  it('sends once what changes something', async () => {
    cuts = 1;
    await expect(askPortal(url, { method: 'POST' })).rejects.toThrow(
      'ECONNRESET',
    );
    expect(requests).toBe(1);
  });
});
