import { BenchmarkDatabase } from '../databases/BenchmarkDatabase';
import { Report } from '../results/Report';
import { reportProcessing } from './reportProcessing';
import { runCatalogProcess } from './runCatalogProcess';

/** Processes our kinds and plain Components in turn, and compares them. */
export async function measureCatalog(options: {
  database: BenchmarkDatabase;
  rounds: number;
  entities: number;
  logFile: string;
}): Promise<Report> {
  const { database, rounds, entities, logFile } = options;
  const isSqlite = database.title === 'SQLite';
  const results = await runCatalogProcess({
    // In memory, so that the disk does not hide what the processor has to do.
    database: isSqlite
      ? { config: { client: 'better-sqlite3', connection: ':memory:' } }
      : database,
    task: { type: 'measure', rounds, entities },
    logFile,
  });
  // On PostgreSQL part of the work is done by another process, so only the
  // clock on the wall counts; on SQLite the time of the processor is steadier.
  return reportProcessing(
    database.title,
    results,
    isSqlite ? 'cpuSeconds' : 'seconds',
  );
}
