import { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

const MAX_BYTES = 1024 * 1024;

/**
 * The text of a policy file: a URL that the portal's integrations can read,
 * or a path, relative ones being seen from the folder the backend runs in.
 */
export async function readPolicyTarget(
  target: string,
  options: { urlReader: UrlReaderService },
): Promise<string> {
  if (/^https?:\/\//i.test(target)) {
    const response = await options.urlReader.readUrl(target);
    return (await response.buffer()).toString('utf8');
  }
  const path = resolve(target);
  const { size } = await stat(path);
  if (size > MAX_BYTES) {
    throw new InputError(
      `The policy file has ${size} bytes; ${MAX_BYTES} are allowed`,
    );
  }
  return await readFile(path, 'utf8');
}
