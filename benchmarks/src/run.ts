import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { groups } from './benchmarks';
import { BenchmarkDatabase } from './databases/BenchmarkDatabase';
import { postgresDatabase } from './databases/postgresDatabase';
import { sqliteDatabase } from './databases/sqliteDatabase';
import { repositoryFile } from './paths';
import { DatabaseKind, planRuns } from './planRuns';
import { readArguments } from './readArguments';
import { describeMachine } from './results/describeMachine';
import { formatReport } from './results/formatReport';
import { recordReports } from './results/recordReports';
import { Report } from './results/Report';
import { fullSizes, quickSizes } from './sizes';

const OUTPUT = repositoryFile('build-output/benchmarks');
const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  const machine = describeMachine();
  console.log(machine);
  const server = process.env[POSTGRES];
  if (!server) {
    console.log(`PostgreSQL is left out: ${POSTGRES} is not set`);
  }
  await mkdir(OUTPUT, { recursive: true });
  const plan = planRuns(groups, { ...options, hasPostgres: !!server });
  const sizes = options.quick ? quickSizes : fullSizes;
  const reports: Report[] = [];
  for (const { group, benchmarks, kind } of plan) {
    const logFile = path.join(OUTPUT, `${kind.toLowerCase()}.log`);
    const done = await withDatabases({ kind, server }, newDatabase =>
      group.run({ newDatabase, benchmarks, sizes, logFile }),
    );
    for (const report of done) {
      console.log(formatReport(report));
      reports.push(report);
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

/** Makes empty databases as they are wanted, and deletes all of them afterwards. */
async function withDatabases(
  options: { kind: DatabaseKind; server: string | undefined },
  run: (newDatabase: () => BenchmarkDatabase) => Promise<Report[]>,
): Promise<Report[]> {
  const { kind, server = '' } = options;
  const directory = await mkdtemp(path.join(tmpdir(), 'understudy-db-'));
  const databases: BenchmarkDatabase[] = [];
  try {
    return await run(() => {
      const database =
        kind === 'SQLite'
          ? sqliteDatabase(path.join(directory, `${databases.length}`))
          : postgresDatabase(server);
      databases.push(database);
      return database;
    });
  } finally {
    for (const database of databases) {
      await database.remove();
    }
    await rm(directory, { recursive: true, force: true });
  }
}

main().then(
  // Connections that are still open must not keep it running.
  () => process.exit(),
  error => {
    console.error(error);
    process.exit(1);
  },
);
