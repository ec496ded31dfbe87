import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { waitForSampleContracts } from './sampleContracts';
import { waitForSampleHistory } from './sampleHistory';
import { waitForSampleLineage } from './sampleLineage';

/**
 * Starts one portal for all tests and stops it afterwards. Set UNDERSTUDY_PORTAL_URL and
 * UNDERSTUDY_TOKEN to run against a portal that is up already, with what publishedEvents.yaml says.
 */
export default async function globalSetup() {
  if (process.env.UNDERSTUDY_PORTAL_URL) {
    return undefined;
  }
  const logDir = path.resolve(__dirname, '../../build-output/e2e');
  await mkdir(logDir, { recursive: true });
  const { startBuiltPortal } =
    await import('../../scripts/portal/startBuiltPortal.mjs');
  const portal = await startBuiltPortal({
    config: [path.join(__dirname, 'publishedEvents.yaml')],
    logFile: path.join(logDir, 'portal.log'),
  });
  try {
    await waitForSampleHistory(portal);
    await waitForSampleLineage(portal);
    await waitForSampleContracts(portal);
  } catch (error) {
    await portal.stop();
    throw error;
  }
  // The workers, which are started later, inherit these.
  process.env.UNDERSTUDY_PORTAL_URL = portal.url;
  process.env.UNDERSTUDY_TOKEN = portal.token;
  return portal.stop;
}
