import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { CliError } from '../CliError';

const MAX_BYTES = 10 * 1024 * 1024;

/** The path that stands for what is sent to the command. */
const STDIN = '-';

/** Reads a text file or standard input, and no more of it than a contract may have. */
export async function readText(cwd: string, path: string): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    // The size of pipes is not known before: what is more than allowed tells.
    const stream =
      path === STDIN ? process.stdin : createReadStream(resolve(cwd, path));
    let size = 0;
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_BYTES) {
        break;
      }
    }
  } catch (error) {
    throw new CliError(`${path} cannot be read: ${reasonOf(error)}`);
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length > MAX_BYTES) {
    throw new CliError(`${path} is larger than 10 MB.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CliError(`${path} is not text in UTF-8.`);
  }
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file.';
    case 'EISDIR':
      return 'it is a folder.';
    case 'EACCES':
      return 'you may not read it.';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
