import { index } from '../names';
import type { DatasetName } from '../SampleJob';

/** The index of the help pages for the month of a time. */
export function helpIndexOf(at: Date): DatasetName {
  return index(`help-pages-${at.toISOString().slice(0, 7)}`);
}
