import { createServer, Server } from 'node:http';
import { SlowLine } from './SlowLine';

const ROUND_TRIP_MS = 60;
const BODY = 'x'.repeat(500_000);

describe('SlowLine', () => {
  let server: Server;
  let line: SlowLine;
  beforeEach(async () => {
    server = createServer((req, res) => {
      let received = 0;
      req.on('data', chunk => (received += chunk.length));
      req.on('end', () => res.end(`${received} ${BODY}`));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    line = await SlowLine.open({
      portalUrl: `http://127.0.0.1:${port}`,
      roundTripMs: ROUND_TRIP_MS,
    });
  });
  afterEach(async () => {
    await line.close();
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  it('passes everything on, later', async () => {
    const start = performance.now();
    const response = await fetch(line.url, { method: 'POST', body: BODY });
    expect(await response.text()).toBe(`${BODY.length} ${BODY}`);
    // Timers may be early by a part of a millisecond.
    expect(performance.now() - start).toBeGreaterThan(ROUND_TRIP_MS - 2);
  });

  it('counts what goes over it', async () => {
    await (await fetch(line.url)).text();
    const { sent, received } = line.takeTraffic();
    expect(received).toBeGreaterThan(BODY.length);
    expect(received).toBeLessThan(BODY.length + 1_000);
    expect(sent).toBeGreaterThan(20);
    expect(sent).toBeLessThan(1_000);
    expect(line.takeTraffic()).toEqual({ sent: 0, received: 0 });
  });
});
