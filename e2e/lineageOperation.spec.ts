import { openLineage, runEvent, thing } from './portal/lineageSteps';
import { lookAt } from './portal/lookAt';
import { expect, test } from './portal/test';

const REFUSED = {
  id: '7',
  kind: 'run',
  receivedAt: new Date(Date.now() - 3 * 60 * 60_000).toISOString(),
  eventTime: '2026-11-20T08:00:00.000000000Z',
  runId: '01a21421-0a53-763b-aa92-69bfbb9cdad3',
  attempts: 5,
  error: 'inputs[0].name is missing',
  bytes: 120,
  event: { eventType: 'COMPLETE', inputs: [{ namespace: 'kafka://events' }] },
};

test('what is part of a system, or at a stage, is brought out', async ({
  signIn,
}) => {
  const page = await signIn('payments-scientist');
  await openLineage(page, 'model/fraud-score', 'Fraud score,');
  const systems = page.getByRole('region', { name: 'Systems' });
  await systems.getByRole('checkbox').first().check();
  await expect(page).toHaveURL(/system=system/);
  await page
    .getByRole('region', { name: 'Stages' })
    .getByRole('checkbox', { name: /^production/ })
    .check();
  await expect(page).toHaveURL(/stage=production/);
  await expect(thing(page, 'Fraud score,')).toBeVisible();
  await lookAt(page, 'lineage-systems', {
    ready: () => expect(systems.getByRole('checkbox').first()).toBeChecked(),
  });
  await page.getByRole('tab', { name: 'Table' }).click();
  await expect(page.getByText(/^\d+ of \d+ things$/)).toBeVisible();
});

test('nothing that was received is missing', async ({ signIn }) => {
  const page = await signIn('platform-engineer');
  await page.goto('/lineage');
  await page
    .getByRole('link', { name: 'Events that could not be read' })
    .click();
  await expect(page.getByText('Every event could be read')).toBeVisible();
});

test('what could not be read is listed with the reason, and tried again', async ({
  signIn,
}) => {
  const page = await signIn('platform-engineer');
  let items = [REFUSED];
  await page.route('**/api/lineage/dead-letters?*', route =>
    route.fulfill({ json: { items } }),
  );
  await page.route('**/api/lineage/dead-letters/replay', route => {
    expect(route.request().postDataJSON()).toEqual({ ids: [REFUSED.id] });
    items = [];
    return route.fulfill({ json: { replayed: 1 } });
  });
  await page.goto('/lineage/dead-letters');
  await lookAt(page, 'lineage-dead-letters', {
    ready: async () => {
      await page.getByRole('button', { name: 'Show run event 7' }).click();
      await expect(page.getByLabel('Event 7 as it is kept')).toBeVisible();
    },
  });
  await page.getByRole('button', { name: 'Try again: event 7' }).click();
  await expect(page.getByText(/^1 event is being tried again/)).toBeVisible();
  await expect(page.getByText('Every event could be read')).toBeVisible();
});

// Events that are sent to the lineage plugin itself are refused while the sender can hear of it;
// of what is published nobody would.
test('what was published and cannot be read is listed, and again when it fails again', async ({
  signIn,
  request,
}) => {
  const job = { namespace: 'published', name: 'load' };
  const { eventTime, ...unreadable } = runEvent(job, 1);
  const readable = {
    ...runEvent(job, 1),
    outputs: [{ namespace: 'file', name: '/published/loaded' }],
  };
  const published = await request.post('/api/events/http/openlineage', {
    data: [unreadable, readable],
  });
  expect(published.status()).toBe(202);

  const page = await signIn('platform-engineer');
  const root = encodeURIComponent('ol:dataset:file/%2Fpublished%2Floaded');
  await expect(async () => {
    await page.goto(`/lineage?root=${root}`);
    await expect(thing(page, 'load, job')).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await expect(page.getByText(/^1 event could not be read\./)).toBeVisible();

  await page.getByRole('link', { name: 'See which' }).click();
  const row = page.getByRole('row', { name: /eventTime/ });
  await lookAt(page, 'lineage-dead-letters-published', {
    ready: async () => {
      await expect(row).toHaveCount(1);
      await row.getByRole('button', { name: /^Show run event \d+$/ }).click();
      const kept = page.getByLabel(/^Event \d+ as it is kept$/);
      await expect(kept).toContainText(unreadable.run.runId);
      await expect(kept).not.toContainText(eventTime);
    },
  });
  const tries = (count: string) =>
    row.getByRole('cell', { name: count, exact: true });
  await expect(tries('1')).toBeVisible();
  await row.getByRole('button', { name: /^Try again: event \d+$/ }).click();
  await expect(page.getByText(/^1 event is being tried again/)).toBeVisible();
  await expect(async () => {
    await page.getByRole('button', { name: 'Read the list again' }).click();
    await expect(tries('2')).toBeVisible({ timeout: 2_000 });
  }).toPass();
});
