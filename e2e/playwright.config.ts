import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './portal/launchOptions';

const output = path.resolve(__dirname, '../build-output/e2e');

export default defineConfig({
  testDir: __dirname,
  testMatch: '**/*.spec.ts',
  globalSetup: './portal/globalSetup.ts',
  outputDir: path.join(output, 'artifacts'),
  reporter: [
    ['list'],
    ['json', { outputFile: path.join(output, 'results.json') }],
  ],
  // One portal, one database: the tests share them and follow each other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1400, height: 900 },
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions,
  },
});
