import { setTimeout as sleep } from 'node:timers/promises';

/** A feature view of the sample organisation that declares a contract. */
const SAMPLE_VIEW = 'featureview/default/card-activity';
const PATIENCE_MS = 180_000;

/** Contracts are read soon after their entities, and the catalog fills only after the start. */
export async function waitForSampleContracts(portal: {
  url: string;
  token: string;
}): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const response = await fetch(
      `${portal.url}/api/ml/contracts/${SAMPLE_VIEW}`,
      { headers: { authorization: `Bearer ${portal.token}` } },
    );
    if (response.ok && (await response.json()).current) {
      return;
    }
    await sleep(2_000);
  }
  throw new Error(
    `No contract of ${SAMPLE_VIEW} was read within ${PATIENCE_MS / 1000} s`,
  );
}
