import { measureReads } from './reads/measureReads';
import { measureIngest } from './ingest/measureIngest';
import { measureLayout } from './layout/measureLayout';
import { formatReport } from '../results/formatReport';
import { Report } from '../results/Report';
import { postgresDatabase } from '../databases/postgresDatabase';
import { sqliteDatabase } from '../databases/sqliteDatabase';
import { loadavg } from 'node:os';
const logFile = '/tmp/lineage-try.log';
const show2 = (reports: Report[]) =>
  reports.forEach(r => {
    console.log(formatReport(r));
    if (r.missed.length) console.log('MISSED', r.missed.join('\n       '));
  });
const show = show2;
(async () => {
  for (const what of process.argv.slice(2)) {
    console.log('\n#', what, 'load', loadavg()[0].toFixed(1));
    const open = (n: number) =>
      what.endsWith('pg')
        ? postgresDatabase(
            process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING!,
          )
        : sqliteDatabase('/tmp/lineage-try-db' + n);
    const databases: ReturnType<typeof sqliteDatabase>[] = [];
    const newDatabase = () => {
      const d = open(databases.length);
      databases.push(d);
      return d;
    };
    try {
      if (what.startsWith('reads'))
        show(
          await measureReads({
            newDatabase,
            logFile,
            size: {
              jobs: [1250, 125000],
              compared: 10000,
              neighbourhoods: { rounds: 20, warmUp: 5 },
              peer: { rounds: 4, warmUp: 1 },
              wholeComponent: { rounds: 8, warmUp: 2, giveUpMs: 10_000 },
            },
          }),
        );
      if (what.startsWith('ingest'))
        show(
          await measureIngest({
            newDatabase,
            logFile,
            size: {
              ordered: 2000,
              throughput: {
                rounds: 3,
                singles: 2000,
                batched: 4000,
                batch: 100,
              },
            },
          }),
        );
      if (what.startsWith('layout'))
        show(
          await measureLayout({
            arranged: [
              { nodes: 1_000, edges: 1_417, reach: 100 },
              { nodes: 50, edges: 600, reach: 50 },
            ],
            transformed: { nodes: 5_000, edges: 7_000, reach: 100 },
            rounds: 3,
            warmUp: 1,
          }),
        );
    } finally {
      for (const d of databases) await d.remove();
    }
  }
  process.exit();
})().catch(e => {
  console.error(e);
  process.exit(1);
});
