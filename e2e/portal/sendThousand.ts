import { expect } from '@playwright/test';

/** How much `integration/openlineage/python/thousand.py` sends. */
export const THOUSAND = { things: 1_000, connections: 1_417 };

/**
 * Sends a flow of 1,000 things with the OpenLineage client for Python, as people's jobs do.
 *
 * @returns the id of the table that all of it comes from, or why there is no client
 */
export async function sendThousand(options: {
  url: string;
  token: string;
  folder: string;
}): Promise<{ root: string } | { missing: string }> {
  const { url, token, folder } = options;
  const { providePython } = await import('../../integration/lib/python.mjs');
  const { OPENLINEAGE_ENVIRONMENT, openlineagePackages } =
    await import('../../integration/openlineage/openlineagePackages.mjs');
  const client = providePython(openlineagePackages, {
    name: OPENLINEAGE_ENVIRONMENT,
  });
  if ('missing' in client) {
    return client;
  }
  const { runPython } =
    await import('../../integration/openlineage/runPython.mjs');
  const sent = await runPython({
    command: client.python,
    args: ['thousand.py', folder],
    url,
    token,
  });
  expect(Number(sent)).toBe(500);
  return { root: `ol:dataset:file/%2F${folder}%2Fstart` };
}
