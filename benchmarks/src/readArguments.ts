import { parseArgs } from 'node:util';

/** The benchmarks there are. */
export const benchmarkNames = [
  'catalog-processing',
  'ml-reads',
  'version-search',
  'promotion-gates',
  'lineage-reads',
  'lineage-history',
  'lineage-transfer',
  'lineage-closure',
  'lineage-fields',
  'lineage-csv',
  'lineage-ingest',
  'lineage-flood',
  'lineage-layout',
  'contracts',
  'contract-check',
] as const;

/** One of {@link benchmarkNames}. */
export type BenchmarkName = (typeof benchmarkNames)[number];

/** What the command line asks for. */
export interface RunOptions {
  /** Small numbers, to see that everything still works. Times mean nothing. */
  quick: boolean;
  /** Whether the results go into the documentation. */
  record: boolean;
  benchmarks: BenchmarkName[];
}

/** Reads the command line. Throws when it names something that does not exist. */
export function readArguments(args: string[]): RunOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter(name => !isBenchmark(name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no benchmark ${unknown.join(', ')}. There are: ${benchmarkNames.join(', ')}`,
    );
  }
  if (values.record && values.quick) {
    throw new Error('Only a full run can be recorded');
  }
  return {
    ...values,
    benchmarks:
      positionals.length > 0
        ? positionals.filter(isBenchmark)
        : [...benchmarkNames],
  };
}

function isBenchmark(name: string): name is BenchmarkName {
  return benchmarkNames.some(known => known === name);
}
