import { IntakeRecord } from '@understudy/plugin-ml-common';
import { stringify } from 'csv-stringify';
import express from 'express';
import { pipeline } from 'node:stream/promises';
import { intakeCsvColumns, toCsvRow } from './intakeCsv';

/**
 * Sends records as a CSV file, page by page as they are read. A failure before
 * the first page is answered as any other; a later one breaks the answer off,
 * so that nobody takes half a file for a whole one.
 */
export async function sendCsv(
  res: express.Response,
  pages: AsyncGenerator<IntakeRecord[]>,
): Promise<void> {
  const first = await pages.next();
  res.type('text/csv');
  res.setHeader('Content-Disposition', 'attachment; filename="intake.csv"');
  await pipeline(
    async function* rows() {
      yield [...intakeCsvColumns];
      try {
        for (let page = first; !page.done; page = await pages.next()) {
          yield* page.value.map(toCsvRow);
        }
      } finally {
        // Whoever asked may have gone.
        await pages.return(undefined);
      }
    },
    stringify(),
    res,
  );
}
