import { readFile, writeFile } from 'node:fs/promises';
import { repositoryFile } from '../paths';
import { formatReport } from './formatReport';
import { Report } from './Report';

const PAGE = repositoryFile('docs/benchmarks.md');
const START = '<!-- results: written by `yarn benchmark --record` -->';

/** Puts the results of a run into the documentation, in place of the former ones of the same titles. */
export async function recordReports(options: {
  machine: string;
  reports: readonly Report[];
}): Promise<void> {
  await writeFile(PAGE, withResults(await readFile(PAGE, 'utf8'), options));
}

/**
 * A page with results in place of those of the same titles after the mark. Each
 * says on which machine and when it was measured; what was not measured this
 * time stays as it is.
 */
export function withResults(
  page: string,
  options: { machine: string; reports: readonly Report[] },
): string {
  const { machine, reports } = options;
  const start = page.indexOf(START);
  if (start === -1) {
    throw new Error(`The page has no line '${START}'`);
  }
  const sections = new Map(
    page
      .slice(start + START.length)
      .split(/^### /m)
      .slice(1)
      .map((section): [string, string] => {
        const [title] = section.split('\n', 1);
        return [title, section.slice(title.length).trim()];
      }),
  );
  for (const report of reports) {
    // The report begins with its title.
    const table = formatReport(report).trim().split('\n').slice(1).join('\n');
    sections.set(report.title, `${machine}\n\n${table.trim()}`);
  }
  return [
    page.slice(0, start) + START,
    ...Array.from(sections, ([title, body]) => `\n### ${title}\n\n${body}`),
    '',
  ].join('\n');
}
