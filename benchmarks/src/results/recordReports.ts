import { readFile, writeFile } from 'node:fs/promises';
import { repositoryFile } from '../paths';
import { formatReport } from './formatReport';
import { Report } from './Report';

const PAGE = repositoryFile('docs/benchmarks.md');
const START = '<!-- results: written by `yarn benchmark --record` -->';

/** Puts the results of a run into the documentation, in place of the former. */
export async function recordReports(options: {
  machine: string;
  reports: readonly Report[];
}): Promise<void> {
  await writeFile(PAGE, withResults(await readFile(PAGE, 'utf8'), options));
}

/** A page with results in place of all that followed their mark. */
export function withResults(
  page: string,
  options: { machine: string; reports: readonly Report[] },
): string {
  const start = page.indexOf(START);
  if (start === -1) {
    throw new Error(`The page has no line '${START}'`);
  }
  return [
    page.slice(0, start) + START,
    '',
    options.machine,
    ...options.reports.map(formatReport),
    '',
  ].join('\n');
}
