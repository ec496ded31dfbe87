import { isError } from '@backstage/errors';

/** What is read from a file or folder, or undefined where there is none. */
export async function ifPresent<T>(
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
