import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { Contract } from '@understudy/contracts';
import { ML_API_VERSION } from '@understudy/plugin-ml-common';
import { runCatalogProcess } from '../catalog-processing/runCatalogProcess';
import { BenchmarkDatabase } from '../databases/BenchmarkDatabase';
import { bulkInsert, Row } from '../databases/bulkInsert';
import { settle } from '../databases/settle';
import { withKnex } from '../databases/withKnex';
import { contractRow } from '../population/contractRow';
import { multiplyEntities } from '../population/multiplyEntities';
import { numberedId } from '../population/Population';

/** The view that all of them read. */
export const VIEW = 'featureview:default/activity-of-benchmark';
const TEMPLATE = 'template-of-readers';
const OWNER = 'group:default/payments-fraud';
const NOW = '2026-11-01T00:00:00.000Z';

/** Readers of the view, by number. */
export function readerRef(index: number): string {
  return `model:default/reader-${String(index).padStart(5, '0')}`;
}

/** Fills a portal with a view and with the contracts of those who read it. */
export async function seedConsumers(options: {
  database: BenchmarkDatabase;
  logFile: string;
  provider: Contract;
  /** Of {@link readerRef}, in this order. */
  consumers: readonly Contract[];
}): Promise<void> {
  const { database, provider, consumers } = options;
  await runCatalogProcess({
    ...options,
    task: { type: 'process', entities: [viewEntity(), modelEntity()] },
  });
  await withKnex(database, 'catalog', async knex => {
    const copies = consumers.map((_, index) => nameOf(readerRef(index)));
    await multiplyEntities(knex, {
      copies: new Map([[`model:default/${TEMPLATE}`, copies]]),
    });
    await settle(knex);
  });
  await withKnex(database, 'ml', async knex => {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@understudy/plugin-ml-backend',
        'migrations',
      ),
    });
    const subjects = [VIEW, ...consumers.map((_, index) => readerRef(index))];
    await bulkInsert(knex, 'subject', subjects.map(subjectRow));
    await bulkInsert(
      knex,
      'contract_version',
      [provider, ...consumers].map(rowOf),
    );
    await settle(knex);
  });
}

function nameOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}

function entityOf(kind: string, name: string, spec: Entity['spec']): Entity {
  const location = `url:https://git.example.com/benchmark/${name}.yaml`;
  return {
    apiVersion: ML_API_VERSION,
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec: { lifecycle: 'production', owner: OWNER, ...spec },
  };
}

function viewEntity(): Entity {
  return entityOf('FeatureView', nameOf(VIEW), { type: 'batch' });
}

function modelEntity(): Entity {
  return entityOf('Model', TEMPLATE, { type: 'classifier' });
}

function subjectIdOf(index: number): string {
  return numberedId('01A', index);
}

function subjectRow(ref: string, index: number): Row {
  return {
    id: subjectIdOf(index),
    ref,
    last_owner: OWNER,
    created_at: NOW,
  };
}

/** The first one is that of the view; all others expect something of it. */
function rowOf(contract: Contract, index: number): Row {
  return contractRow(contract, {
    id: numberedId('01C', index),
    subjectId: subjectIdOf(index),
    ...(index === 0 ? {} : { providerId: subjectIdOf(0) }),
    origin: 'declared',
  });
}
