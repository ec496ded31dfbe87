import { readFile } from 'node:fs/promises';
import {
  sendWideFlow,
  thing,
  thingsOfWideFlow,
  waitUntilInGraph,
} from './portal/lineageSteps';
import { lookAt } from './portal/lookAt';
import { measureTasks } from './portal/measureTasks';
import { sendThousand, THOUSAND } from './portal/sendThousand';
import { sizeOfPng } from './portal/sizeOfPng';
import { expect, test } from './portal/test';

const WIDTH = 24;

test('1,000 things that a real client sent are drawn and saved while the page answers', async ({
  signIn,
  request,
  baseURL,
  outsideToken,
}, testInfo) => {
  test.setTimeout(240_000);
  const sent = await sendThousand({
    url: baseURL ?? '',
    token: outsideToken,
    folder: 'thousand',
  });
  if ('missing' in sent) {
    console.log(`Skipped: ${sent.missing}`);
    test.skip(true, sent.missing);
    return;
  }
  await waitUntilInGraph(request, outsideToken);
  const page = await signIn('platform-engineer');
  await page.goto(
    `/lineage?root=${encodeURIComponent(sent.root)}&downstreamDepth=6`,
  );
  await expect(thing(page, '/?thousand/start')).toBeVisible();
  const { things, connections } = THOUSAND;
  const isDrawn = async () => {
    await expect(
      page.getByText(`${things} things, ${connections} connections`),
    ).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await expect(thing(page, '/?thousand/start')).toBeVisible();
  };
  await measureTasks(
    page,
    { testInfo, what: `drawing ${things} things` },
    async () => {
      await page.getByRole('button', { name: 'Show up to 1000' }).click();
      await isDrawn();
    },
  );
  await page.getByRole('button', { name: 'Save picture' }).click();
  const item = page.getByRole('menuitem', { name: /^PNG/ });
  await expect(item).toBeVisible();
  const [download] = await measureTasks(
    page,
    { testInfo, what: 'saving' },
    () =>
      Promise.all([
        page.waitForEvent('download', { timeout: 120_000 }),
        item.click(),
      ]),
  );
  const png = await readFile(await download.path());
  expect(sizeOfPng(png).height).toBeGreaterThan(2_000);
  await testInfo.attach('large.png', { body: png, contentType: 'image/png' });
  await lookAt(page, 'lineage-thousand', {
    ready: async () => {
      await isDrawn();
      await page.getByRole('button', { name: 'Show all' }).click();
    },
  });
});

test('a map shows what a graph cannot hold', async ({
  signIn,
  request,
  outsideToken,
}) => {
  const root = await sendWideFlow(request, outsideToken, {
    folder: 'forest',
    width: WIDTH,
  });
  const things = thingsOfWideFlow(WIDTH);
  const page = await signIn('platform-engineer');
  await page.goto(`/lineage?root=${encodeURIComponent(root)}`);
  await page.getByRole('tab', { name: 'Map' }).click();
  await expect(page).toHaveURL(/view=map/);
  await expect(
    page.getByText(`${things} things, ${things - 1} connections`),
  ).toBeVisible();
  const map = page.getByRole('application', { name: /^Map of everything/ });
  await map.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/selected=/);
  await page.getByRole('combobox', { name: 'Colour by' }).selectOption('owner');
  await page.getByRole('button', { name: 'Larger' }).click();
  await expect(page).toHaveURL(/colors=owner.*place=/);
  // Whoever gets the address sees the same.
  const address = page.url();
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Colour by' })).toHaveValue(
    'owner',
  );
  await lookAt(page, 'lineage-map', {
    ready: () =>
      expect(
        page.getByText(`${things} things, ${things - 1} connections`),
      ).toBeVisible(),
  });
  // Nothing that is only looked at moves.
  expect(page.url()).toBe(address);
});
