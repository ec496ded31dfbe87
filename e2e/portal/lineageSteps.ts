import { randomUUID } from 'node:crypto';
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

/** How many things a flow has that spreads twice to `width` tables: its start, and a job and a table for each. */
export function thingsOfWideFlow(width: number): number {
  return 1 + 2 * width + 2 * width * width;
}

/**
 * Sends the events of a flow that spreads from one table to `width` others, and from each
 * of those to as many; gives the id of the first.
 */
export async function sendWideFlow(
  request: APIRequestContext,
  token: string,
  flow: { folder: string; width: number },
): Promise<string> {
  const { folder, width } = flow;
  const places = Array.from({ length: width }, (_, place) => String(place));
  const copies = [
    ...places.map(place => ['start', place]),
    ...places.flatMap(place => places.map(next => [place, `${place}-${next}`])),
  ];
  await sendEvents(
    request,
    token,
    copies.map(([from, to]) => ({
      ...runEvent({ namespace: folder, name: `copy-${to}` }, 2),
      inputs: [{ namespace: 'file', name: `/${folder}/${from}` }],
      outputs: [{ namespace: 'file', name: `/${folder}/${to}` }],
    })),
  );
  return `ol:dataset:file/%2F${folder}%2Fstart`;
}

/** A run of a job that was complete some days ago, without what it read and wrote. */
export function runEvent(
  job: { namespace: string; name: string },
  daysAgo: number,
) {
  return {
    eventType: 'COMPLETE',
    eventTime: new Date(Date.now() - daysAgo * 24 * 60 * 60_000).toISOString(),
    producer: 'https://example.com/browser-tests',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
    run: { runId: randomUUID() },
    job,
  };
}

/** Sends events, and waits until they are in the graph. */
export async function sendEvents(
  request: APIRequestContext,
  token: string,
  events: readonly object[],
): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const sent = await request.post('/api/lineage/api/v1/lineage/batch', {
    headers,
    data: events,
  });
  expect(await sent.json()).toMatchObject({ status: 'success' });
  await waitUntilInGraph(request, token);
}

/** Waits until all events that were sent are in the graph. */
export async function waitUntilInGraph(
  request: APIRequestContext,
  token: string,
): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  await expect(async () => {
    const status = await request.get('/api/lineage/status', { headers });
    expect(await status.json()).toMatchObject({ backlog: 0 });
  }).toPass();
}
