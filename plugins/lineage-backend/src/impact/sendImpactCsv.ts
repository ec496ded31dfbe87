import { LineageImpactItem } from '@understudy/plugin-lineage-common';
import { stringify } from 'csv-stringify';
import express from 'express';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { FoundImpact } from '../graph/LineageReader';
import { guardFormula } from './guardFormula';

const ITEMS_PER_PAGE = 500;
/** Whoever waits sees sooner that something comes. */
const ITEMS_OF_FIRST_PAGE = 50;

/** A response that is compressed on the way. */
type Flushable = express.Response & { flush?: () => void };

/** The columns of the file, in their order. */
export const impactCsvColumns = [
  'degree',
  'id',
  'kind',
  'entityKind',
  'title',
  'owner',
  'type',
  'lifecycle',
  'namespace',
  'name',
] as const satisfies readonly (keyof LineageImpactItem)[];

/**
 * Sends everything that was found as a CSV file, page by page as the catalog
 * describes it. Every row says whether the file has all there is: rows are
 * sorted, filtered and passed on without what stood around them.
 */
export async function sendImpactCsv(
  res: express.Response,
  found: FoundImpact,
): Promise<void> {
  const pages = found.pages(ITEMS_PER_PAGE, ITEMS_OF_FIRST_PAGE);
  // A catalog that does not answer is told before anything is sent.
  const first = await pages.next();
  const rest = [String(found.complete), String(found.truncated)];
  const toRow = (item: LineageImpactItem) => [
    ...impactCsvColumns.map(column => guardFormula(`${item[column] ?? ''}`)),
    ...rest,
  ];
  res.type('text/csv');
  res.setHeader('Content-Disposition', 'attachment; filename="impact.csv"');
  await pipeline(
    async function* rows() {
      yield [...impactCsvColumns, 'complete', 'truncated'];
      for (let page = first; !page.done; page = await pages.next()) {
        yield* page.value.map(toRow);
        // Compression would keep what it has until there is more; before the next
        // page is read, all of this one has to get there.
        await setImmediate();
        (res as Flushable).flush?.();
      }
    },
    stringify(),
    res,
  );
}
