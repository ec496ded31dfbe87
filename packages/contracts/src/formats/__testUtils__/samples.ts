import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const repository = resolve(__dirname, '../../../../..');
const samples = resolve(repository, '../shared/samples');

/** `describe` for tests on a folder of public samples, which are not copied into the repository; a skip with its reason where it is absent. */
export function describeSamples(
  folder: string,
  name: string,
  tests: () => void,
): void {
  const there = existsSync(resolve(samples, folder));
  if (!there) {
    // eslint-disable-next-line no-console
    console.info(`Skipped: the samples are not in ${resolve(samples, folder)}`);
  }
  (there ? describe : describe.skip)(name, tests);
}

/** A sample of JSON by its path; an empty list where samples are absent. */
export function readSample<T>(path: string, absent: T): T {
  const file = resolve(samples, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : absent;
}

/** A folder of samples; nothing where it is absent. */
export function sampleFolder(folder: string): string | undefined {
  const directory = resolve(samples, folder);
  return existsSync(directory) ? directory : undefined;
}

/** Paths of the samples in a folder, in order of their names. */
export function listSamples(folder: string): string[] {
  const directory = resolve(samples, folder);
  return existsSync(directory)
    ? readdirSync(directory)
        .sort()
        .map(name => `${folder}/${name}`)
    : [];
}
