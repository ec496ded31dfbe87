import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 180_000;

/**
 * A new portal is sent the events of the sample organisation and ties them to
 * the catalog while it reads that. Tests begin when both are done.
 */
export async function waitForSampleLineage(portal: {
  url: string;
  token: string;
}): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const impact = await read(
      portal,
      '/impact?root=dataset:default/card-payments',
    );
    const status = await read(portal, '/status');
    const entities = new Set(
      impact?.items?.map(({ entityRef }) => entityRef) ?? [],
    );
    // Named by its annotation; the others by their physical names.
    if (
      status?.backlog === 0 &&
      entities.has('component:default/fraud-scoring') &&
      entities.has('dataset:default/chargeback-scores')
    ) {
      return;
    }
    await sleep(2_000);
  }
  throw new Error(
    `The sample lineage was not there within ${PATIENCE_MS / 1000} s`,
  );
}

async function read(
  portal: { url: string; token: string },
  path: string,
): Promise<{ backlog?: number; items?: { entityRef?: string }[] } | undefined> {
  const response = await fetch(`${portal.url}/api/lineage${path}`, {
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
  return body;
}
