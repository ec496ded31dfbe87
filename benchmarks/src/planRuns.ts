import type { BenchmarkGroup } from './benchmarks';
import { BenchmarkName, RunOptions } from './readArguments';

/** A kind of database. */
export type DatabaseKind = 'SQLite' | 'PostgreSQL';

/** Benchmarks on a kind of database. */
export interface PlannedRun {
  group: BenchmarkGroup;
  benchmarks: BenchmarkName[];
  kind: DatabaseKind;
}

/** It works in memory on SQLite, and says most there. */
const QUICK_ON_SQLITE: BenchmarkName = 'catalog-processing';

/**
 * What is run where. A full run does everything on each kind of database. A
 * quick run does each thing once, on one kind or the other, and so does what
 * needs no database.
 */
export function planRuns(
  groups: readonly BenchmarkGroup[],
  options: Pick<RunOptions, 'quick' | 'benchmarks'> & { hasPostgres: boolean },
): PlannedRun[] {
  const { quick, benchmarks, hasPostgres } = options;
  const asked = groups
    .map(group => ({
      group,
      benchmarks: group.names.filter(name => benchmarks.includes(name)),
    }))
    .filter(run => run.benchmarks.length > 0);
  const kinds: DatabaseKind[] = hasPostgres
    ? ['SQLite', 'PostgreSQL']
    : ['SQLite'];
  const isOn = (
    kind: DatabaseKind,
    { names, needsDatabase }: BenchmarkGroup,
  ) => {
    if (kinds.length === 1 || (needsDatabase && !quick)) {
      return true;
    }
    return (kind === 'SQLite') === names.includes(QUICK_ON_SQLITE);
  };
  return kinds.flatMap(kind =>
    asked
      .filter(({ group }) => isOn(kind, group))
      .map(run => ({ ...run, kind })),
  );
}
