import { FoundVersion } from '@understudy/plugin-ml-common';
import express from 'express';
import { Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { ExportedPage } from '../VersionSearchService';
import { VersionExportFormat } from '../versionSearchRequests';
import { sendVersions } from './sendVersions';

function page(start: number, size = 500): ExportedPage {
  return {
    items: Array.from({ length: size }, (_, index): FoundVersion => ({
      id: `${start + index}`,
      model: 'model:default/fraud',
      owner: 'group:default/risk',
      label: `${start + index}`,
      digest: `sha256:${'a'.repeat(64)}`,
      digestStrength: 'record',
      aliases: ['champion', 'live'],
      assignments: [
        {
          stage: 'production',
          target: { environment: 'production', segment: 'market=de' },
          slot: 'champion',
          trafficPercent: 100,
          since: '2026-03-01T00:00:00.000Z',
        },
      ],
      everAssigned: true,
      metrics: [{ name: 'auc', rawName: 'roc_auc', value: 0.9 }],
      source: { type: 'rest' },
      createdBy: '@build',
      createdAt: '2026-03-01T00:00:00.000Z',
      contractVersions: [],
    })),
  };
}

describe('sendVersions', () => {
  let server: Server | undefined;

  afterEach(async () => {
    await new Promise(resolve => server?.close(resolve));
  });

  async function serve(
    format: VersionExportFormat,
    read: (signal: AbortSignal) => AsyncGenerator<ExportedPage>,
  ) {
    const outcomes: unknown[] = [];
    const app = express();
    app.get('/', async (_req, res) => {
      try {
        await sendVersions(res, format, read);
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

  async function* tenThousand() {
    for (let start = 0; start < 10_000; start += 500) {
      yield page(start);
    }
  }

  it('sends 10,000 versions under one header', async () => {
    const { outcomes, url } = await serve('csv', tenThousand);
    const lines = (await (await fetch(url)).text()).trim().split('\n');
    expect(lines).toHaveLength(10_001);
    expect(lines[10_000]).toBe(
      `model:default/fraud,group:default/risk,9999,2026-03-01T00:00:00.000Z,'@build,sha256:${'a'.repeat(64)},record,,champion; live,champion of production in production (market=de),auc=0.9,rest,,,,9999`,
    );
    expect(outcomes).toEqual(['sent']);
  });

  it('sends 10,000 versions as one JSON value', async () => {
    const { url } = await serve('json', tenThousand);
    const body = await (await fetch(url)).json();
    expect(body.items).toHaveLength(10_000);
    expect(body.items[9_999]).toEqual(page(9_999, 1).items[0]);
    expect(body.truncated).toBe(false);
  });

  it.each<[VersionExportFormat, RegExp]>([
    ['csv', /\ntruncated after 100000 versions; narrow the search[^\n]*\n$/],
    ['json', /"truncated":true}$/],
  ])('says at the end of %s that it does not hold all', async (format, end) => {
    const { url } = await serve(format, async function* pages() {
      yield page(0, 1);
      yield { items: [] };
      yield { ...page(1, 1), truncated: true };
    });
    expect(await (await fetch(url)).text()).toMatch(end);
  });

  it('answers a failure before the first part as any other', async () => {
    const { url } = await serve('json', async function* pages() {
      throw new Error('The catalog is down');
    });
    expect((await fetch(url)).status).toBe(500);
  });

  it.each<VersionExportFormat>(['csv', 'json'])(
    'breaks %s off when a later part fails',
    async format => {
      const { url, outcomes } = await serve(format, async function* pages() {
        yield page(0);
        throw new Error('The catalog is down');
      });
      await expect(
        fetch(url).then(async response => await response.text()),
      ).rejects.toThrow();
      expect(outcomes).toEqual([new Error('The catalog is down')]);
    },
  );

  it.each<[string, number]>([
    ['', 500],
    [', even while there is nothing to send', 0],
  ])('reads no further when the reader has gone%s', async (_, size) => {
    let closed: () => void = () => {};
    const isClosed = new Promise<void>(resolve => {
      closed = resolve;
    });
    const { url } = await serve('csv', async function* pages(signal) {
      try {
        yield page(0);
        for (let start = 500; !signal.aborted; start += 500) {
          // As a database would, it gives way to others.
          await new Promise(resolve => {
            setImmediate(resolve);
          });
          yield page(start, size);
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
