import { LineageRun, LineageRunPage } from '@understudy/plugin-lineage-common';

/** As many runs as a file holds. */
export const MOST_RUNS = 1_000;

/** Reads page after page, up to {@link MOST_RUNS} runs. */
export async function collectRuns(
  readPage: (cursor: string | undefined) => Promise<LineageRunPage>,
): Promise<{ runs: LineageRun[]; more: boolean; complete: boolean }> {
  const runs: LineageRun[] = [];
  let complete = true;
  let cursor: string | undefined;
  do {
    const page = await readPage(cursor);
    runs.push(...page.items);
    complete &&= page.complete;
    cursor = page.nextCursor;
  } while (cursor !== undefined && runs.length < MOST_RUNS);
  return {
    runs: runs.slice(0, MOST_RUNS),
    more: cursor !== undefined || runs.length > MOST_RUNS,
    complete,
  };
}
