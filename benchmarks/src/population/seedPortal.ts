import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { runCatalogProcess } from '../catalog-processing/runCatalogProcess';
import { BenchmarkDatabase } from '../databases/BenchmarkDatabase';
import { settle } from '../databases/settle';
import { withKnex } from '../databases/withKnex';
import { modelTemplates } from './modelTemplates';
import { multiplyEntities } from './multiplyEntities';
import { numberedId, Population, PopulationSize } from './Population';
import { seedLedger } from './seedLedger';
import { seedRegistry } from './seedRegistry';

/** Fills the databases of a portal before it is started. */
export async function seedPortal(options: {
  database: BenchmarkDatabase;
  size: PopulationSize;
  logFile: string;
}): Promise<Population> {
  const { database, size } = options;
  await runCatalogProcess({
    ...options,
    task: { type: 'process', entities: modelTemplates },
  });
  const copies = namesOfCopies(size.models);
  await withKnex(database, 'catalog', async knex => {
    await multiplyEntities(knex, { copies });
    await settle(knex);
  });
  const population = describe(copies);
  await withKnex(database, 'ml', async knex => {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@understudy/plugin-ml-backend',
        'migrations',
      ),
    });
    await seedRegistry(knex, population, size.versions);
    await seedLedger(knex, population, size.ledgerEvents);
    await settle(knex);
  });
  return population;
}

/** By the ref of each template, so that together they make the wanted number. */
function namesOfCopies(models: number): Map<string, string[]> {
  const each = Math.ceil(models / modelTemplates.length) - 1;
  return new Map(
    modelTemplates.map((template, index) => [
      stringifyEntityRef(template),
      Array.from(
        { length: each },
        (_, copy) => `model-${index}-${String(copy).padStart(5, '0')}`,
      ),
    ]),
  );
}

function describe(copies: ReadonlyMap<string, string[]>): Population {
  const models = modelTemplates
    .flatMap(template => {
      const ref = stringifyEntityRef(template);
      const owner = String(template.spec?.owner);
      const refs = (copies.get(ref) ?? []).map(name => `model:default/${name}`);
      return [ref, ...refs].map(each => ({ ref: each, owner }));
    })
    .map((model, index) => ({ ...model, subjectId: numberedId('01A', index) }));
  return { models, large: models[0] };
}
