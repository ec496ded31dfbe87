import { BenchmarkDatabase } from './databases/BenchmarkDatabase';
import { timeTogether } from './measuring/timeTogether';
import { waitUntil } from './measuring/waitFor';
import {
  countListedModels,
  modelReads,
  MODELS_PEER,
} from './ml-reads/modelReads';
import { versionReads, VERSIONS_PEER } from './ml-reads/versionReads';
import { countVersions } from './population/Population';
import { seedPortal } from './population/seedPortal';
import { startPortal } from './portal/startPortal';
import { gateEvaluation, GATES_PEER } from './promotion-gates/gateEvaluation';
import { BenchmarkName } from './readArguments';
import { Report } from './results/Report';
import { reportTimes } from './results/reportTimes';
import { Sizes } from './sizes';
import { SEARCH_PEER, versionSearches } from './version-search/versionSearches';

const MODELS_PROMISE_MS = 200;
const VERSIONS_PROMISE_MS = 100;
const GATES_PROMISE_MS = 150;

/** Runs the benchmarks that need a portal full of models. */
export async function measurePortal(options: {
  database: BenchmarkDatabase;
  benchmarks: readonly BenchmarkName[];
  sizes: Sizes;
  logFile: string;
}): Promise<Report[]> {
  const { database, benchmarks, sizes } = options;
  const { title } = database;
  const population = await seedPortal({
    ...options,
    size: sizes.population,
  });
  const knex = await database.open('ml');
  const portal = await startPortal(options);
  try {
    const client = portal.scientist;
    // The sample registry adds a few of its own.
    await waitUntil(
      'all models are listed',
      async () => (await countListedModels(client)) >= population.models.length,
    );
    const reports: Report[] = [];
    if (benchmarks.includes('ml-reads')) {
      const models = await timeTogether(
        await modelReads(client, population.models.length),
        sizes.reads,
      );
      const versions = await timeTogether(
        await versionReads({
          client,
          knex,
          model: population.large,
          versions: sizes.population.versions,
        }),
        sizes.reads,
      );
      reports.push(
        reportTimes({
          title: `The list of ${population.models.length} models on ${title}`,
          times: models,
          peer: MODELS_PEER,
          promise: MODELS_PROMISE_MS,
        }),
        reportTimes({
          title: `The ${sizes.population.versions} versions of one model on ${title}`,
          times: versions,
          peer: VERSIONS_PEER,
          promise: VERSIONS_PROMISE_MS,
        }),
      );
    }
    if (benchmarks.includes('version-search')) {
      reports.push(
        reportTimes({
          title: `Searches through ${countVersions(population, sizes.population)} versions of all models on ${title}`,
          times: await timeTogether(
            await versionSearches({ client, knex, population }),
            sizes.searches,
          ),
          peer: SEARCH_PEER,
          promise: VERSIONS_PROMISE_MS,
        }),
      );
    }
    if (benchmarks.includes('promotion-gates')) {
      reports.push(
        reportTimes({
          title: `Promotions beside ${sizes.population.ledgerEvents} ledger events on ${title}`,
          times: await gateEvaluation({
            client,
            knex,
            population,
            ...sizes.gates,
          }),
          peer: GATES_PEER,
          promise: GATES_PROMISE_MS,
        }),
      );
    }
    return reports;
  } finally {
    await portal.stop();
    await knex.destroy();
  }
}
