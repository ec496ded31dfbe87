import { EvaluationComparison } from '@understudy/plugin-ml-common';
import { shortDigest } from '../pieces/shortDigest';
import { sliceName } from '../evidence/sliceRows';

/** What versions measured on the same data, rows of one slice together. */
export interface ComparedGroup {
  key: string;
  /** The dataset, split and start of the digest as text. */
  data: string;
  rows: EvaluationComparison[];
}

/**
 * Rows by dataset, its digest and split. In a group the whole dataset comes
 * first, then slice after slice, as they first appear.
 */
export function groupEvaluations(
  rows: EvaluationComparison[],
): ComparedGroup[] {
  const groups = new Map<string, ComparedGroup>();
  for (const row of rows) {
    const { dataset, datasetDigest = '', split = '' } = row;
    const key = JSON.stringify([dataset, datasetDigest, split]);
    const data = [dataset, split, shortDigest(datasetDigest)]
      .filter(Boolean)
      .join(' · ');
    const group = groups.get(key) ?? { key, data, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].map(group => ({
    ...group,
    rows: bySlice(group.rows),
  }));
}

function bySlice(rows: EvaluationComparison[]): EvaluationComparison[] {
  const slices = new Map<string, EvaluationComparison[]>([['', []]]);
  for (const row of rows) {
    const slice = sliceName(row.by);
    slices.set(slice, [...(slices.get(slice) ?? []), row]);
  }
  return [...slices.values()].flat();
}

/** The rows of a group by metric, for a chart of each. */
export function rowsByMetric(
  rows: EvaluationComparison[],
): { name: string; rows: EvaluationComparison[] }[] {
  const names = [...new Set(rows.map(({ name }) => name))];
  return names.map(name => ({
    name,
    rows: rows.filter(row => row.name === name),
  }));
}
