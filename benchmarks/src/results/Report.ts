/** What a benchmark has to say. */
export interface Report {
  title: string;
  columns: string[];
  rows: string[][];
  /** Promises that did not hold, in words. */
  missed: string[];
}
