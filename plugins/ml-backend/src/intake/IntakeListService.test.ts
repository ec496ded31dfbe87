import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { IntakeRecord } from '@understudy/plugin-ml-common';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { modelEntity } from '../__testUtils__/modelEntity';
import { group, importedModel } from './__testUtils__/intakeEntities';
import { seedRecord } from './__testUtils__/seedRecord';
import {
  createIntakeWorld,
  IntakeWorld,
  serviceCredentials,
  startIntake,
  userCredentials,
} from './__testUtils__/startIntake';
import { IntakeListRequest } from './IntakeListService';

jest.setTimeout(60_000);

const mine = 'group:default/payments-fraud';
const names = (items: readonly IntakeRecord[]) =>
  items.map(({ record }) => record.name);

describe.each(databases.eachSupportedId())('IntakeListService on %s', id => {
  async function createList(
    world: IntakeWorld,
    seed: (knex: Awaited<ReturnType<typeof migratedDatabase>>) => Promise<void>,
  ) {
    const knex = await migratedDatabase(id);
    await seed(knex);
    const replica = await startIntake(knex, world);
    const list = async (
      request: Partial<IntakeListRequest> = {},
      credentials: BackstageCredentials = userCredentials,
    ) =>
      await replica.list.list(
        {
          filter: {
            statuses: ['no-model', 'no-owner', 'ignored', 'settled'],
            gone: false,
          },
          sort: { field: 'name', descending: false },
          limit: 50,
          ...request,
        },
        { credentials },
      );
    return { ...replica, knex, list, listService: replica.list };
  }

  /** A Model that is seen, one that is not, and a record without any. */
  async function createMixed() {
    const world = createIntakeWorld([
      group('payments-fraud'),
      modelEntity('fraud', { owner: mine }),
      importedModel('secret'),
      importedModel('secret-v2'),
    ]);
    const list = await createList(world, async knex => {
      await seedRecord(knex, 'fraud', { boundBy: 'declared' });
      await seedRecord(knex, 'secret');
      await seedRecord(knex, 'secret_3');
    });
    return { ...list, world };
  }

  it('shows who may see everything everything, with a total', async () => {
    const { list } = await createMixed();
    const page = await list();
    expect(names(page.items)).toEqual(['fraud', 'secret', 'secret_3']);
    expect(page.total).toBe(3);
    expect(page.items[2].suggestions).toMatchObject([
      { model: 'model:default/secret' },
    ]);
  });

  it('shows a record exactly when its Model can be seen', async () => {
    const { list, world } = await createMixed();
    world.visible = ['model:default/fraud', mine];
    const page = await list();
    expect(names(page.items)).toEqual(['fraud', 'secret_3']);
    expect(page).not.toHaveProperty('total');
    // What is not seen is not suggested either.
    expect(page.items[1].suggestions).toEqual([]);
    world.denied = new Set(['ml.intake.read']);
    expect(names((await list()).items)).toEqual(['fraud']);
  });

  it('shows who may see no entity what has no Model, or nothing', async () => {
    const { list, world } = await createMixed();
    world.blind = true;
    const page = await list();
    expect(names(page.items)).toEqual(['secret_3']);
    expect(page).not.toHaveProperty('total');
    world.denied = new Set(['ml.intake.read']);
    expect(await list()).toEqual({ items: [] });
  });

  it('reads the catalog for services as itself', async () => {
    const { list, world } = await createMixed();
    expect((await list({}, serviceCredentials)).items).toHaveLength(3);
    world.denied = new Set(['ml.intake.read']);
    expect(names((await list({}, serviceCredentials)).items)).toEqual([
      'fraud',
      'secret',
    ]);
  });

  it('counts only for those who may see every record', async () => {
    const { listService, world } = await createMixed();
    const servers = async () =>
      await listService.listServers({ credentials: userCredentials });
    expect(await servers()).toEqual([
      {
        server: 'eu',
        title: 'Registry eu',
        counts: { 'no-model': 1, 'no-owner': 1, ignored: 0, settled: 1 },
      },
      {
        server: 'us',
        title: 'Registry us',
        counts: { 'no-model': 0, 'no-owner': 0, ignored: 0, settled: 0 },
      },
    ]);
    world.denied = new Set(['ml.intake.read']);
    expect((await servers())[0]).not.toHaveProperty('counts');
    world.denied = new Set();
    world.visible = ['model:default/fraud'];
    expect((await servers())[0]).not.toHaveProperty('counts');
  });

  it('fills pages up, and goes on where it stopped', async () => {
    const models = Array.from({ length: 40 }, (_, index) =>
      importedModel(`m${String(index).padStart(2, '0')}`),
    );
    const world = createIntakeWorld(models);
    world.visible = models
      .filter((_, index) => index % 10 === 3)
      .map(({ metadata }) => `model:default/${metadata.name}`);
    const { list } = await createList(world, async knex => {
      for (const { metadata } of models) {
        await seedRecord(knex, metadata.name);
      }
    });
    const first = await list({ limit: 3 });
    expect(names(first.items)).toEqual(['m03', 'm13', 'm23']);
    const second = await list({ limit: 3, cursor: first.nextCursor });
    expect(names(second.items)).toEqual(['m33']);
    expect(second).not.toHaveProperty('nextCursor');
    await expect(
      list({
        cursor: first.nextCursor,
        sort: { field: 'name', descending: true },
      }),
    ).rejects.toThrow(/belongs to another list/);
  });

  it('tells how a record stands now, not when the index was made', async () => {
    const world = createIntakeWorld([importedModel('churn')]);
    const { list } = await createList(world, async knex => {
      await seedRecord(knex, 'churn');
      await seedRecord(knex, 'new');
    });
    world.entities = [
      importedModel('churn', { owner: mine }),
      importedModel('new'),
    ];
    expect((await list()).items).toMatchObject([
      { status: 'settled', owner: mine, model: 'model:default/churn' },
      { status: 'no-owner', model: 'model:default/new' },
    ]);
    world.entities = [];
    expect((await list()).items).toMatchObject([
      { status: 'no-model' },
      { status: 'no-model' },
    ]);
  });

  it('offers members what they may decide', async () => {
    const { list, world, decisions } = await createMixed();
    await decisions.decide(
      [
        {
          record: { server: 'eu', name: 'secret' },
          decision: { action: 'bind', model: 'fraud' },
        },
      ],
      { credentials: userCredentials, dryRun: false },
    );
    world.denied = new Set(['ml.intake.decide']);
    const allowed = async () =>
      (await list()).items.map(item => [item.record.name, item.allowed]);
    expect(await allowed()).toEqual([
      ['fraud', []],
      ['secret', []],
      ['secret_3', ['bind']],
    ]);
    world.owns = [mine];
    world.registrable.add('model:default/fraud');
    expect(await allowed()).toEqual([
      ['fraud', []],
      ['secret', ['claim', 'bind', 'reset']],
      ['secret_3', ['claim', 'bind']],
    ]);
  });

  it('exports page after page what the list would show', async () => {
    const world = createIntakeWorld([importedModel('hidden')]);
    world.visible = [];
    const { knex, listService } = await createList(world, async db => {
      await seedRecord(db, 'hidden');
      await seedRecord(db, 'tmp', { versions: ['1'] });
    });
    const exportAll = async () => {
      const pages: string[][] = [];
      for await (const page of listService.export(
        {
          filter: { statuses: ['no-model', 'no-owner'], gone: false },
          sort: { field: 'name', descending: false },
        },
        { credentials: userCredentials },
      )) {
        pages.push(names(page));
      }
      return pages;
    };
    const [template] = await knex('registry_record').where({ name: 'tmp' });
    const many = Array.from({ length: 1000 }, (_, index) => ({
      ...template,
      id: `01J${String(index).padStart(23, '0')}`,
      name: `x${index}`,
      sort_name: `x${String(index).padStart(4, '0')}`,
      label_prefix: `x${index}`,
    }));
    for (let start = 0; start < many.length; start += 200) {
      await knex('registry_record').insert(many.slice(start, start + 200));
    }
    const pages = await exportAll();
    // The hidden one was looked at and left out.
    expect(pages.map(page => page.length)).toEqual([499, 500, 2]);
    expect(pages.flat()).toEqual(['tmp', ...many.map(({ name }) => name)]);
    world.denied = new Set(['ml.intake.read']);
    world.blind = true;
    expect(await exportAll()).toEqual([]);
  });
});
