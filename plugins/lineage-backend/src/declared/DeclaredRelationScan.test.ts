import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { acceptEvents, drainEvents, testRules } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { dataset, runEvent } from '../__testUtils__/runEvent';
import { ScanDigest } from '../mapping/ScanDigest';
import { EntityNameStore } from '../nodes/EntityNameStore';
import { DeclaredRelationScan } from './DeclaredRelationScan';
import { DeclaredRelationStore } from './DeclaredRelationStore';

jest.setTimeout(60_000);

const { signal } = new AbortController();

function entity(
  kind: string,
  name: string,
  relations: [type: string, targetRef: string][],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

describe.each(databases.eachSupportedId())('DeclaredRelationScan on %s', id => {
  async function start() {
    const knex = await migratedDatabase(id);
    const store = new DeclaredRelationStore({ knex });
    const replaceAll = jest.spyOn(store, 'replaceAll');
    const run = async (...entities: Entity[]) =>
      await new DeclaredRelationScan({
        auth: mockServices.auth(),
        catalog: catalogServiceMock({ entities }),
        digest: new ScanDigest({ knex, of: 'relations' }),
        logger: mockServices.logger.mock(),
        store,
      }).run({ signal });
    return { knex, replaceAll, run };
  }

  /** In words: `a > b (declared in production)`. */
  const edges = async (knex: Knex) => {
    const rows = await knex('edge')
      .join('node as s', 's.id', 'edge.src')
      .join('node as d', 'd.id', 'edge.dst')
      .leftJoin('environment as e', 'e.id', 'edge.environment_id')
      .select(
        's.name as source',
        'd.name as target',
        'origin',
        'e.name as env',
      );
    return rows
      .map(
        row =>
          `${row.source} > ${row.target} (${row.origin} in ${row.env ?? 'all'})`,
      )
      .sort();
  };

  const model = entity('Model', 'fraud', [
    ['trainedOn', 'dataset:default/labels'],
    ['servedBy', 'component:default/scorer'],
  ]);

  it('keeps the graph in step with the catalog', async () => {
    const { knex, replaceAll, run } = await start();
    await run(
      model,
      entity('Dataset', 'labels', [['trainingDataFor', 'x:y/z']]),
    );
    expect(await edges(knex)).toEqual([
      'dataset:default/labels > model:default/fraud (2 in all)',
      'model:default/fraud > component:default/scorer (2 in all)',
    ]);
    await run(model);
    expect(replaceAll).toHaveBeenCalledTimes(1);

    await run(
      entity('Model', 'fraud', [
        ['trainedOn', 'dataset:default/labels'],
        ['evaluatedOn', 'dataset:default/labels'],
      ]),
    );
    expect(await edges(knex)).toEqual([
      'dataset:default/labels > model:default/fraud (2 in all)',
    ]);
    expect(await knex('claim').pluck('relations')).toEqual([
      'evaluatedOn,trainedOn',
    ]);
    await run();
    expect(await edges(knex)).toEqual([]);
  });

  it('is one graph with what was observed', async () => {
    const { knex, run } = await start();
    await acceptEvents(knex, [
      runEvent({ inputs: [dataset('a')], outputs: [dataset('b')] }),
    ]);
    await drainEvents(knex);
    const names = new EntityNameStore({ knex, rules: testRules });
    await names.replaceAll(
      ['a', 'b'].map(name => ({
        entityRef: `dataset:default/${name}`,
        kind: 'dataset',
        namespace: 'db',
        name,
      })),
    );
    await run(entity('Dataset', 'b', [['derivedFrom', 'dataset:default/a']]));
    expect(await edges(knex)).toEqual([
      'dataset:default/a > dataset:default/b (2 in all)',
      'dataset:default/a > load (1 in production)',
      'load > dataset:default/b (1 in production)',
    ]);
    await names.replaceAll([]);
    expect(await edges(knex)).toContain(
      'dataset:default/a > dataset:default/b (2 in all)',
    );
  });

  it('writes many in steps, and only what has changed', async () => {
    const { knex, replaceAll, run } = await start();
    const targets = Array.from(
      { length: 1200 },
      (_, index): [string, string] => [
        'dependsOn',
        `resource:default/r${index}`,
      ],
    );
    await run(entity('Component', 'big', targets));
    expect(await edges(knex)).toHaveLength(1200);
    await run(entity('Component', 'big', targets.slice(1)));
    await expect(replaceAll.mock.results[1].value).resolves.toBe(1);
    expect(await edges(knex)).toHaveLength(1199);
  });
});
