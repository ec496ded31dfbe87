import { IntakeRecord } from '@understudy/plugin-ml-common';
import express from 'express';
import { AddressInfo } from 'node:net';
import { Server } from 'node:http';
import { sendCsv } from './sendCsv';

function page(start: number, size: number): IntakeRecord[] {
  return Array.from({ length: size }, (_, index) => ({
    record: { server: 'eu', name: `model-${start + index}` },
    kind: 'model',
    status: 'no-owner',
    versions: 1,
    firstSeenAt: '2026-03-01T00:00:00.000Z',
    suggestions: [],
    allowed: [],
  }));
}

describe('sendCsv', () => {
  let server: Server | undefined;

  afterEach(async () => {
    await new Promise(resolve => server?.close(resolve));
  });

  async function serve(pages: () => AsyncGenerator<IntakeRecord[]>) {
    const outcomes: unknown[] = [];
    const app = express();
    app.get('/', async (_req, res) => {
      try {
        await sendCsv(res, pages());
        outcomes.push('sent');
      } catch (error) {
        outcomes.push(error);
        if (!res.headersSent) {
          res.status(500).json({ error: 'failed' });
        }
      }
    });
    server = await new Promise<Server>(resolve => {
      const listening = app.listen(0, () => resolve(listening));
    });
    const { port } = server.address() as AddressInfo;
    return { outcomes, url: `http://localhost:${port}/` };
  }

  it('sends page after page under one header', async () => {
    const { url } = await serve(async function* pages() {
      yield page(0, 500);
      yield page(500, 500);
      yield [];
    });
    const lines = (await (await fetch(url)).text()).trim().split('\n');
    expect(lines).toHaveLength(1001);
    expect(lines[0]).toMatch(/^server,workspace,record,/);
    expect(lines[1000]).toMatch(/^eu,,model-999,/);
  });

  it('sends the header alone when there is nothing', async () => {
    const { url } = await serve(async function* pages() {});
    expect((await (await fetch(url)).text()).trim()).toMatch(/,bindTo$/);
  });

  it('answers a failure before the first page as any other', async () => {
    const { url } = await serve(async function* pages() {
      throw new Error('The catalog is down');
    });
    expect((await fetch(url)).status).toBe(500);
  });

  it('breaks off when a later page fails', async () => {
    const { url, outcomes } = await serve(async function* pages() {
      yield page(0, 500);
      throw new Error('The catalog is down');
    });
    await expect(
      fetch(url).then(async response => await response.text()),
    ).rejects.toThrow();
    expect(outcomes).toEqual([new Error('The catalog is down')]);
  });

  it('reads no further when the reader has gone', async () => {
    let closed: () => void = () => {};
    const isClosed = new Promise<void>(resolve => {
      closed = resolve;
    });
    const { url } = await serve(async function* pages() {
      try {
        for (let start = 0; ; start += 500) {
          yield page(start, 500);
        }
      } finally {
        closed();
      }
    });
    const controller = new AbortController();
    const response = await fetch(url, { signal: controller.signal });
    await response.body?.getReader().read();
    controller.abort();
    await expect(isClosed).resolves.toBeUndefined();
  });
});
