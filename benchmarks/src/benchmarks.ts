import { measureCatalog } from './catalog-processing/measureCatalog';
import { measureCheck } from './contracts/measureCheck';
import { measureContracts } from './contracts/measureContracts';
import { BenchmarkDatabase } from './databases/BenchmarkDatabase';
import { measureClosure } from './lineage/closure/measureClosure';
import { measureCsv } from './lineage/csv/measureCsv';
import { measureFields } from './lineage/fields/measureFields';
import { measureFlood } from './lineage/flood/measureFlood';
import { measureHistory } from './lineage/history/measureHistory';
import { measureIngest } from './lineage/ingest/measureIngest';
import { measureLayout } from './lineage/layout/measureLayout';
import { measureReads } from './lineage/reads/measureReads';
import { measureTransfer } from './lineage/transfer/measureTransfer';
import { measurePortal } from './measurePortal';
import { BenchmarkName } from './readArguments';
import { Report } from './results/Report';
import { Sizes } from './sizes';

/** Benchmarks that are run together. */
export interface BenchmarkGroup {
  names: readonly BenchmarkName[];
  needsDatabase: boolean;
  run(options: {
    /** A database that nothing has used before, of the kind that is measured. */
    newDatabase: () => BenchmarkDatabase;
    /** Where the output of the portals goes. */
    logFile: string;
    /** Those of the group that are asked for. */
    benchmarks: readonly BenchmarkName[];
    sizes: Sizes;
  }): Promise<Report[]>;
}

/** All benchmarks, in the order in which they are run. */
export const groups: readonly BenchmarkGroup[] = [
  {
    names: ['catalog-processing'],
    needsDatabase: true,
    run: async ({ newDatabase, sizes, ...options }) => [
      await measureCatalog({
        ...options,
        database: newDatabase(),
        ...sizes.processing,
      }),
    ],
  },
  {
    names: ['ml-reads', 'version-search', 'promotion-gates'],
    needsDatabase: true,
    run: async ({ newDatabase, ...options }) =>
      await measurePortal({ ...options, database: newDatabase() }),
  },
  {
    names: ['lineage-reads'],
    needsDatabase: true,
    run: async ({ sizes, ...options }) =>
      await measureReads({ ...options, size: sizes.lineageReads }),
  },
  {
    names: ['lineage-history'],
    needsDatabase: true,
    run: async ({ newDatabase, sizes, logFile }) =>
      await measureHistory({
        logFile,
        database: newDatabase(),
        size: sizes.lineageHistory,
      }),
  },
  {
    names: ['lineage-transfer'],
    needsDatabase: true,
    run: async ({ sizes, ...options }) =>
      await measureTransfer({ ...options, size: sizes.lineageTransfer }),
  },
  {
    names: ['lineage-closure'],
    needsDatabase: true,
    run: async ({ newDatabase, sizes }) =>
      await measureClosure({ newDatabase, size: sizes.lineageClosure }),
  },
  {
    names: ['lineage-fields'],
    needsDatabase: true,
    run: async ({ newDatabase, sizes }) =>
      await measureFields({ newDatabase, size: sizes.lineageFields }),
  },
  {
    names: ['lineage-csv'],
    needsDatabase: true,
    run: async ({ sizes, ...options }) =>
      await measureCsv({ ...options, size: sizes.lineageCsv }),
  },
  {
    names: ['lineage-ingest'],
    needsDatabase: true,
    run: async ({ sizes, ...options }) =>
      await measureIngest({ ...options, size: sizes.lineageIngest }),
  },
  {
    names: ['lineage-flood'],
    needsDatabase: true,
    run: async ({ sizes, ...options }) =>
      await measureFlood({ ...options, size: sizes.lineageFlood }),
  },
  {
    names: ['lineage-layout'],
    needsDatabase: false,
    run: async ({ sizes }) => await measureLayout(sizes.lineageLayout),
  },
  {
    names: ['contracts'],
    needsDatabase: false,
    run: async ({ sizes }) => await measureContracts(sizes.contracts),
  },
  {
    names: ['contract-check'],
    needsDatabase: true,
    run: async ({ newDatabase, sizes, logFile }) =>
      await measureCheck({
        logFile,
        database: newDatabase(),
        size: sizes.contractCheck,
      }),
  },
];
