import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { CliError } from '../CliError';

const EXTENSIONS = ['.yaml', '.yml', '.json', '.avsc'];

/**
 * Puts the files of a folder in its place, in order of their names: those of
 * YAML, JSON and Avro, and not those in folders inside. A folder of none is an
 * error, because a check of nothing would pass.
 */
export async function expandFolders(
  cwd: string,
  paths: readonly string[],
): Promise<string[]> {
  const expanded: string[] = [];
  for (const path of paths) {
    expanded.push(
      ...((await isFolder(resolve(cwd, path)))
        ? await filesOf(cwd, path)
        : [path]),
    );
  }
  return expanded;
}

async function filesOf(cwd: string, path: string): Promise<string[]> {
  const entries = await readdir(resolve(cwd, path), { withFileTypes: true });
  const names = entries
    .filter(entry => !entry.isDirectory())
    .map(({ name }) => name)
    .filter(name => EXTENSIONS.includes(extname(name)) && name[0] !== '.')
    .sort();
  if (names.length === 0) {
    throw new CliError(
      `${path} is a folder without files of ${EXTENSIONS.join(', ')}.`,
    );
  }
  return names.map(name => join(path, name));
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Whoever reads it says what is wrong with it.
    return false;
  }
}
