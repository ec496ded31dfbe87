import { LineageImpactItem } from '@understudy/plugin-lineage-common';
import express from 'express';
import { Server } from 'node:http';
import { FoundImpact } from '../graph/LineageReader';
import { sendImpactCsv } from './sendImpactCsv';

function items(count: number): LineageImpactItem[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `model:default/m${index}`,
    kind: 'entity',
    entityRef: `model:default/m${index}`,
    degree: index + 1,
  }));
}

/** So many things, in pages that are made as they are asked for. */
function pagesOf(
  all: LineageImpactItem[],
  describePage: (
    page: LineageImpactItem[],
  ) => Promise<LineageImpactItem[]> = async page => page,
): FoundImpact['pages'] {
  return async function* pages(pageSize, firstPageSize = pageSize) {
    let size = firstPageSize;
    for (let start = 0; start < all.length;) {
      yield await describePage(all.slice(start, start + size));
      start += size;
      size = pageSize;
    }
  };
}

describe('sendImpactCsv', () => {
  let server: Server | undefined;

  afterEach(async () => {
    await new Promise(resolve => server?.close(resolve));
  });

  async function serve(found: Partial<FoundImpact>, flush = () => {}) {
    const outcomes: unknown[] = [];
    const app = express();
    app.get('/', async (_req, res) => {
      try {
        Object.assign(res, { flush });
        await sendImpactCsv(res, {
          root: 'x',
          direction: 'downstream',
          environment: 'production',
          truncated: false,
          complete: true,
          pages: pagesOf([]),
          ...found,
        });
        outcomes.push('sent');
      } catch (error) {
        outcomes.push(error);
        if (!res.headersSent) {
          res.status(500).json({ error: 'failed' });
        }
      }
    });
    const listening = await new Promise<Server>(resolve => {
      const started = app.listen(0, () => resolve(started));
    });
    server = listening;
    const address = listening.address();
    const port = typeof address === 'object' ? address?.port : 0;
    return { outcomes, url: `http://localhost:${port}/` };
  }

  it('sends a row for each thing, described page by page', async () => {
    const described: number[] = [];
    const { url } = await serve({
      complete: false,
      pages: pagesOf(items(1201), async page => {
        described.push(page.length);
        return page.map(item => ({
          ...item,
          entityKind: 'Model',
          title: 'A, "B"',
          owner: 'group:default/fraud',
        }));
      }),
    });
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
    const lines = (await response.text()).trim().split('\n');
    expect(lines).toHaveLength(1202);
    expect(lines[0]).toBe(
      'degree,id,kind,entityKind,title,owner,type,lifecycle,namespace,name,complete,truncated',
    );
    expect(lines[1201]).toBe(
      '1201,model:default/m1200,entity,Model,"A, ""B""",group:default/fraud,,,,,false,false',
    );
    expect(described).toEqual([50, 500, 500, 151]);
  });

  it('lets a page go before the next one is described', async () => {
    let described = 0;
    const gone: number[] = [];
    const { url } = await serve(
      {
        pages: pagesOf(items(600), async page => {
          described += 1;
          return page;
        }),
      },
      () => gone.push(described),
    );
    await (await fetch(url)).text();
    expect(gone).toEqual([1, 2, 3]);
  });

  it('sends the header alone when nothing is touched', async () => {
    const { url } = await serve({});
    expect(await (await fetch(url)).text()).toMatch(/^degree,.*,truncated\n$/);
  });

  it('lets no cell be run as a formula', async () => {
    const { url } = await serve({
      pages: pagesOf([
        { ...items(1)[0], name: '=HYPERLINK("x")', title: '@x' },
      ]),
    });
    expect(await (await fetch(url)).text()).toContain(
      ',\'@x,,,,,"\'=HYPERLINK(""x"")",true,false',
    );
  });

  it('answers a failure before the first row as any other', async () => {
    const { url } = await serve({
      pages: pagesOf(items(1), async () => {
        throw new Error('The catalog is down');
      }),
    });
    expect((await fetch(url)).status).toBe(500);
  });

  it('breaks off when a later page fails', async () => {
    const { url, outcomes } = await serve({
      pages: pagesOf(items(600), async page => {
        if (page.length === 500) {
          throw new Error('The catalog is down');
        }
        return page;
      }),
    });
    await expect(fetch(url).then(answer => answer.text())).rejects.toThrow();
    expect(outcomes).toEqual([new Error('The catalog is down')]);
  });

  it('describes no more when the reader has gone', async () => {
    let pages = 0;
    const { url, outcomes } = await serve({
      pages: pagesOf(items(20_000), async page => {
        pages += 1;
        await new Promise(resolve => setTimeout(resolve, 1));
        return page.map(item => ({ ...item, title: 'x'.repeat(2000) }));
      }),
    });
    const controller = new AbortController();
    const response = await fetch(url, { signal: controller.signal });
    await response.body?.getReader().read();
    controller.abort();
    while (outcomes.length === 0) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    expect(outcomes).not.toEqual(['sent']);
    expect(pages).toBeLessThan(40);
  });
});
