import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measureCatalog } from './catalog-processing/measureCatalog';
import { BenchmarkDatabase } from './databases/BenchmarkDatabase';
import { postgresDatabase } from './databases/postgresDatabase';
import { sqliteDatabase } from './databases/sqliteDatabase';
import { measurePortal } from './measurePortal';
import { repositoryFile } from './paths';
import { BenchmarkName, readArguments, RunOptions } from './readArguments';
import { describeMachine } from './results/describeMachine';
import { formatReport } from './results/formatReport';
import { recordReports } from './results/recordReports';
import { Report } from './results/Report';
import { fullSizes, quickSizes } from './sizes';

const OUTPUT = repositoryFile('build-output/benchmarks');
const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const PROCESSING: BenchmarkName = 'catalog-processing';

async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  const machine = describeMachine();
  console.log(machine);
  await mkdir(OUTPUT, { recursive: true });
  const reports: Report[] = [];
  for (const { open, benchmarks } of plan(options)) {
    const directory = await mkdtemp(path.join(tmpdir(), 'understudy-db-'));
    const database = open(directory);
    try {
      for (const report of await measure(database, benchmarks, options)) {
        console.log(formatReport(report));
        reports.push(report);
      }
    } finally {
      await database.remove();
      await rm(directory, { recursive: true, force: true });
    }
  }
  if (!options.quick) {
    const missed = reports.flatMap(report => report.missed);
    console.log(
      missed.length === 0
        ? '\nEvery promise holds'
        : `\nPromises that do not hold:\n${missed.join('\n')}`,
    );
  }
  if (options.record) {
    await recordReports({ machine, reports });
  }
}

type OpenDatabase = (directory: string) => BenchmarkDatabase;

/** What is run where. A quick run does each thing once, on one database or the other. */
function plan({
  quick,
  benchmarks,
}: RunOptions): { open: OpenDatabase; benchmarks: BenchmarkName[] }[] {
  const server = process.env[POSTGRES];
  if (!server) {
    console.log(`PostgreSQL is left out: ${POSTGRES} is not set`);
    return [{ open: sqliteDatabase, benchmarks }];
  }
  const openPostgres = () => postgresDatabase(server);
  const without = benchmarks.filter(name => name !== PROCESSING);
  return quick
    ? [
        {
          open: sqliteDatabase,
          benchmarks: benchmarks.filter(name => name === PROCESSING),
        },
        { open: openPostgres, benchmarks: without },
      ]
    : [
        { open: sqliteDatabase, benchmarks },
        { open: openPostgres, benchmarks },
      ];
}

async function measure(
  database: BenchmarkDatabase,
  benchmarks: readonly BenchmarkName[],
  { quick }: RunOptions,
): Promise<Report[]> {
  const sizes = quick ? quickSizes : fullSizes;
  const logFile = path.join(OUTPUT, `${database.title.toLowerCase()}.log`);
  const reports: Report[] = [];
  if (benchmarks.includes(PROCESSING)) {
    reports.push(
      await measureCatalog({ database, ...sizes.processing, logFile }),
    );
  }
  if (benchmarks.some(name => name !== PROCESSING)) {
    reports.push(
      ...(await measurePortal({ database, benchmarks, sizes, logFile })),
    );
  }
  return reports;
}

main().then(
  // Connections that are still open must not keep it running.
  () => process.exit(),
  error => {
    console.error(error);
    process.exit(1);
  },
);
