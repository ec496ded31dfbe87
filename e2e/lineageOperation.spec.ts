import { openLineage, thing } from './portal/lineageSteps';
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
