import { stringify } from 'csv-stringify';
import express from 'express';
import { pipeline } from 'node:stream/promises';
import { EXPORT_LIMIT, ExportedPage } from '../VersionSearchService';
import { VersionExportFormat } from '../versionSearchRequests';
import { toCsvRow, truncatedRow, versionCsvColumns } from './versionCsv';

/**
 * Sends versions as a file, part by part as they are read. A failure before
 * the first part is answered as any other; a later one breaks the answer off,
 * so that nobody takes half a file for a whole one. Reads no further when
 * whoever asked has gone.
 *
 * @param read - reads the parts until the signal says that nobody listens.
 */
export async function sendVersions(
  res: express.Response,
  format: VersionExportFormat,
  read: (signal: AbortSignal) => AsyncGenerator<ExportedPage>,
): Promise<void> {
  const gone = new AbortController();
  res.on('close', () => gone.abort());
  const pages = read(gone.signal);
  const first = await pages.next();
  res.setHeader(
    'Content-Disposition',
    `attachment; filename="versions.${format}"`,
  );
  async function* parts(): AsyncGenerator<ExportedPage> {
    try {
      for (let page = first; !page.done; page = await pages.next()) {
        yield page.value;
      }
    } finally {
      await pages.return(undefined);
    }
  }
  if (format === 'csv') {
    res.type('text/csv');
    await pipeline(csvRows(parts()), stringify(), res);
  } else {
    res.type('application/json');
    await pipeline(jsonChunks(parts()), res);
  }
}

async function* csvRows(
  pages: AsyncGenerator<ExportedPage>,
): AsyncGenerator<string[]> {
  yield [...versionCsvColumns];
  for await (const { items, truncated } of pages) {
    yield* items.map(toCsvRow);
    if (truncated) {
      yield truncatedRow(EXPORT_LIMIT);
    }
  }
}

async function* jsonChunks(
  pages: AsyncGenerator<ExportedPage>,
): AsyncGenerator<string> {
  let separator = '';
  let isTruncated = false;
  yield '{"items":[';
  for await (const { items, truncated } of pages) {
    isTruncated ||= truncated === true;
    if (items.length > 0) {
      yield separator + items.map(item => JSON.stringify(item)).join(',');
      separator = ',';
    }
  }
  yield `],"truncated":${isTruncated}}`;
}
