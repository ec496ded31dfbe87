import { setTimeout as sleep } from 'node:timers/promises';

/** A model of the sample organisation, and the champion it ends up with. */
export const SAMPLE_MODEL = 'fraud-score';
export const SAMPLE_CHAMPION = '42';

const PATIENCE_MS = 240_000;

/**
 * A new portal reads its sample registries and promotes versions one by one.
 * Tests begin when it has come to rest, so that nothing moves under them.
 */
export async function waitForSampleHistory(portal: {
  url: string;
  token: string;
}): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  const open = 'state=evaluating&state=approved&state=executing';
  while (Date.now() < deadline) {
    const assigned = await read(
      portal,
      `/models/default/${SAMPLE_MODEL}/assignments`,
    );
    const moving = await read(portal, `/promotions?${open}`);
    const arrived = assigned?.some(
      ({ version, target }) =>
        version === SAMPLE_CHAMPION && target?.segment === '*',
    );
    if (arrived && moving?.length === 0) {
      return;
    }
    await sleep(2_000);
  }
  throw new Error(
    `${SAMPLE_MODEL}@${SAMPLE_CHAMPION} was not promoted within ${PATIENCE_MS / 1000} s`,
  );
}

async function read(
  portal: { url: string; token: string },
  path: string,
): Promise<{ version?: string; target?: { segment: string } }[] | undefined> {
  const response = await fetch(`${portal.url}/api/ml${path}`, {
    headers: { authorization: `Bearer ${portal.token}` },
  });
  if (response.status === 404 || response.status >= 500) {
    return undefined; // Not there yet.
  }
  const body = await response.json();
  if (!response.ok) {
    throw new Error(
      `${path} answered ${response.status}: ${body.error?.message}`,
    );
  }
  return body.items;
}
