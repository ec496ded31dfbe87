import {
  type APIRequestContext,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';

/** The drawing, as what is read aloud of it says. */
export function drawing(page: Page, title: string): Locator {
  return page.getByLabel(`Lineage of ${title}`);
}

/** A thing in the drawing. */
export function thing(page: Page, title: string): Locator {
  return page.getByRole('group', { name: new RegExp(`^${title}`) });
}

/** Opens the tab on the page of an entity and waits for the drawing. */
export async function openLineage(
  page: Page,
  entity: string,
  title: string,
): Promise<void> {
  await page.goto(`/catalog/default/${entity}`);
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Lineage' })
    .click();
  await expect(thing(page, title)).toBeVisible();
}

/** Of how many tables each table of a wide flow is read into. */
const WIDTH = 12;

/** How many things a wide flow has: its start, and twice a job and a table for each. */
export const WIDE_THINGS = 1 + 2 * WIDTH + 2 * WIDTH * WIDTH;

/** Sends the events of a flow that spreads from one table; gives the id of that. */
export async function sendWideFlow(
  request: APIRequestContext,
  token: string,
): Promise<string> {
  const places = Array.from({ length: WIDTH }, (_, place) => String(place));
  const copies = [
    ...places.map(place => ['start', place]),
    ...places.flatMap(place => places.map(next => [place, `${place}-${next}`])),
  ];
  const events = copies.map(([from, to], index) => ({
    eventType: 'COMPLETE',
    eventTime: '2026-11-20T08:00:00.000Z',
    producer: 'https://example.com/wide-flow',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
    run: {
      runId: `20261120-0000-7000-8000-${String(index).padStart(12, '0')}`,
    },
    job: { namespace: 'tree', name: `copy-${to}` },
    inputs: [{ namespace: 'file', name: `/tree/${from}` }],
    outputs: [{ namespace: 'file', name: `/tree/${to}` }],
  }));
  const headers = { authorization: `Bearer ${token}` };
  const sent = await request.post('/api/lineage/api/v1/lineage/batch', {
    headers,
    data: events,
  });
  expect(await sent.json()).toMatchObject({ status: 'success' });
  await expect(async () => {
    const status = await request.get('/api/lineage/status', { headers });
    expect(await status.json()).toMatchObject({ backlog: 0 });
  }).toPass();
  return 'ol:dataset:file/%2Ftree%2Fstart';
}
