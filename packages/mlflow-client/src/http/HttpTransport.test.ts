import { MlflowUnavailableError } from '../errors';
import { MlflowTestServer } from '../testUtils';
import { HttpTransport } from './HttpTransport';
import { RequestPacer } from './RequestPacer';

describe('HttpTransport', () => {
  let server: MlflowTestServer;
  let waits: number[];

  beforeEach(async () => {
    server = await MlflowTestServer.start();
    waits = [];
  });

  afterEach(async () => {
    await server.stop();
  });

  function transportOf(attempts: number) {
    return new HttpTransport({
      baseUrl: server.url,
      auth: { type: 'none' },
      timeoutMs: 5000,
      attempts,
      maxResponseBytes: 1000,
      pacer: new RequestPacer(1000),
      random: () => 1,
      sleep: async ms => {
        waits.push(ms);
      },
    });
  }

  function tooMany(times: number, retryAfter?: string) {
    server.fault = (_request, response) => {
      if (server.requests.length > times) {
        return false;
      }
      response
        .writeHead(429, retryAfter ? { 'retry-after': retryAfter } : {})
        .end();
      return true;
    };
  }

  it('waits longer after each failure', async () => {
    tooMany(3);
    await expect(
      transportOf(4).send({ method: 'GET', path: '/version' }),
    ).resolves.toEqual({ status: 200, text: '3.1.0' });
    expect(waits).toEqual([250, 500, 1000]);
  });

  it('waits as long as the server asks', async () => {
    tooMany(1, '7');
    await transportOf(4).send({ method: 'GET', path: '/version' });
    expect(waits).toEqual([7000]);
  });

  it('gives up at once when the server asks for an hour', async () => {
    tooMany(1, '3600');
    await expect(
      transportOf(4).send({ method: 'GET', path: '/version' }),
    ).rejects.toThrow(MlflowUnavailableError);
    expect(waits).toEqual([]);
  });

  it('lets a request ask for fewer attempts', async () => {
    tooMany(9);
    await expect(
      transportOf(4).send({ method: 'GET', path: '/version', attempts: 1 }),
    ).rejects.toThrow('failed after 1 attempt:');
  });
});
