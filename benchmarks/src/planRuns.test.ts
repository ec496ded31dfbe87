import type { BenchmarkGroup } from './benchmarks';
import { planRuns } from './planRuns';
import { BenchmarkName, benchmarkNames } from './readArguments';

const group = (needsDatabase: boolean, ...names: BenchmarkName[]) => ({
  names,
  needsDatabase,
  run: async () => [],
});
const groups: BenchmarkGroup[] = [
  group(true, 'catalog-processing'),
  group(true, 'ml-reads', 'promotion-gates'),
  group(true, 'lineage-ingest'),
  group(false, 'lineage-layout'),
];
const everything = [...benchmarkNames];

function plan(options: {
  quick: boolean;
  benchmarks?: BenchmarkName[];
  hasPostgres?: boolean;
}): string[] {
  return planRuns(groups, {
    benchmarks: everything,
    hasPostgres: true,
    ...options,
  }).map(({ kind, benchmarks }) => `${kind}: ${benchmarks}`);
}

describe('planRuns', () => {
  it('does everything on both databases, and once what needs none', () => {
    expect(plan({ quick: false })).toEqual([
      'SQLite: catalog-processing',
      'SQLite: ml-reads,promotion-gates',
      'SQLite: lineage-ingest',
      'PostgreSQL: catalog-processing',
      'PostgreSQL: ml-reads,promotion-gates',
      'PostgreSQL: lineage-ingest',
      'PostgreSQL: lineage-layout',
    ]);
  });

  it('does each once when it must be quick', () => {
    expect(plan({ quick: true })).toEqual([
      'SQLite: catalog-processing',
      'PostgreSQL: ml-reads,promotion-gates',
      'PostgreSQL: lineage-ingest',
      'PostgreSQL: lineage-layout',
    ]);
  });

  it.each([true, false])(
    'leaves PostgreSQL out when there is none, quick: %s',
    quick => {
      expect(plan({ quick, hasPostgres: false })).toEqual([
        'SQLite: catalog-processing',
        'SQLite: ml-reads,promotion-gates',
        'SQLite: lineage-ingest',
        'SQLite: lineage-layout',
      ]);
    },
  );

  it('does only what is asked for', () => {
    expect(
      plan({
        quick: false,
        benchmarks: ['promotion-gates', 'lineage-layout'],
      }),
    ).toEqual([
      'SQLite: promotion-gates',
      'PostgreSQL: promotion-gates',
      'PostgreSQL: lineage-layout',
    ]);
  });
});
