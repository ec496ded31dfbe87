import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { expectNoSeriousAxeFindings } from './portal/axe';

const root = path.resolve(__dirname, '..');
const logDir = path.join(root, 'build-output/e2e');
const START_TIMEOUT_SECONDS = 120;

/**
 * Every frontend plugin of ours with a page of its development app that shows its pieces, and what
 * must be on it. The app is the one of `dev/legacy.tsx`, on the legacy frontend system.
 */
const plugins = [
  {
    folder: 'lineage',
    pages: [
      { path: '/lineage', shows: 'From the catalog' },
      { path: '/lineage/unmapped', shows: 'Observed, not in the catalog' },
      { path: '/tab', shows: 'A change here touches' },
      { path: '/card', shows: 'Show the whole lineage' },
    ],
  },
  {
    folder: 'ml',
    pages: [
      { path: '/ml', shows: 'Fraud score' },
      { path: '/ml/intake', shows: 'Records of registries that no team' },
      { path: '/ml/versions', shows: '44 versions' },
      {
        path: '/ml/feature-views/default/card-velocity/versions/3',
        shows: 'What changed',
      },
      { path: '/ml/datasets', shows: '2 versions' },
      { path: '/data-versions', shows: 'Pinned by' },
      { path: '/ml/registry-tokens', shows: 'can be used' },
      {
        path: '/ml/models/default/fraud-score/versions/44',
        shows: 'Drift baselines',
      },
      { path: '/overview', shows: 'Fraud score' },
      { path: '/versions', shows: 'v44' },
      { path: '/promotions', shows: 'production' },
      { path: '/feature-view', shows: 'Models that read it (1)' },
      { path: '/fields', shows: '1 to 4 of 4 fields' },
      { path: '/feature', shows: 'Other features of the view' },
      { path: '/dataset', shows: 'Quality expectations' },
    ],
  },
];

plugins.forEach(({ folder, pages }) => {
  test.describe(`plugin ${folder} on the legacy frontend system`, () => {
    let app: { url: string; stop: () => Promise<void> };

    test.beforeAll(async () => {
      test.setTimeout(START_TIMEOUT_SECONDS * 1000);
      app = await startLegacyApp(folder);
    });
    test.afterAll(async () => {
      await app.stop();
    });

    pages.forEach(({ path: pagePath, shows }) => {
      test(`shows ${pagePath}`, async ({ page }) => {
        const errors: string[] = [];
        page.on('pageerror', error => errors.push(String(error)));
        await page.goto(app.url + pagePath);
        const main = page.getByRole('main');
        await expect(main.getByText(shows).first()).toBeVisible();
        await expect(main.getByRole('progressbar')).toHaveCount(0);
        // What could not be read offers this; a registry that is down, which is shown too, does not.
        await expect(
          main.getByRole('button', { name: 'Try again' }),
        ).toHaveCount(0);
        expect(errors).toEqual([]);
        await expectNoSeriousAxeFindings(page);
      });
    });
  });
});

async function startLegacyApp(folder: string) {
  const { freePort } = await import('../scripts/portal/freePort.mjs');
  const { startProcess } = await import('../integration/lib/startProcess.mjs');
  await mkdir(logDir, { recursive: true });
  const url = `http://localhost:${await freePort()}`;
  const { stop } = await startProcess({
    name: `The legacy app of ${folder}`,
    command: process.execPath,
    args: [
      require.resolve('@backstage/cli/bin/backstage-cli'),
      ...['package', 'start', '--entrypoint', 'dev/legacy'],
    ],
    cwd: path.join(root, 'plugins', folder),
    env: {
      UNDERSTUDY_APP_URL: url,
      // The configuration names it, but there is no backend here to use it.
      UNDERSTUDY_TOKEN: 'unused',
    },
    logFile: path.join(logDir, `legacy-${folder}.log`),
    readyUrl: url,
    timeoutSeconds: START_TIMEOUT_SECONDS,
  });
  return { url, stop };
}
