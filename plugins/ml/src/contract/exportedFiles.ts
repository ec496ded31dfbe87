import { JsonValue } from '@backstage/types';
import { stringify } from 'yaml';

/** A file to save. */
export interface ExportedFile {
  name: string;
  text: string;
}

/**
 * The files that the documents of an export become. Where there are several,
 * their names tell them apart.
 */
export function exportedFiles(
  documents: { name: string; document: JsonValue }[],
  base: string,
  ending: string,
): ExportedFile[] {
  return documents.map(({ name, document }) => ({
    name: [base, ...(documents.length > 1 ? [name] : []), ending].join('.'),
    text: ending.endsWith('.yaml')
      ? stringify(document)
      : `${JSON.stringify(document, null, 2)}\n`,
  }));
}
