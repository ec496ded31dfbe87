import { Knex } from 'knex';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { sourceVersion } from '../../__testUtils__/FakeVersionSource';
import { seedVersions } from '../../__testUtils__/seedVersions';
import { DatabaseSubjectStore } from '../../subjects/DatabaseSubjectStore';
import { mlEntity } from '../__testUtils__/contractEntities';
import { contractOf, field } from '../__testUtils__/contracts';
import {
  ContractWorld,
  createContractWorld,
  startContracts,
} from '../__testUtils__/startContracts';
import { SightingStore } from '../store/SightingStore';

jest.setTimeout(120_000);

const MODEL_PATH = '/contracts/model/default/fraud';
const column = (name: string, type = 'double') => ({
  name,
  type,
  required: true,
});
const signed = (version: string, ...inputs: string[]) =>
  sourceVersion(version, {
    signature: {
      inputs: inputs.map(name => column(name)),
      outputs: [column('score', 'tensor<float32>[-1, 2]')],
    },
  });

describe.each(databases.eachSupportedId())('signatures on %s', id => {
  let knex: Knex;
  let world: ContractWorld;
  let portal: Awaited<ReturnType<typeof startContracts>>;
  const versions = [
    signed('1', 'amount'),
    signed('2', 'amount'),
    signed('3', 'amount', 'country'),
    sourceVersion('4'),
  ];

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    world = createContractWorld([mlEntity('Model', 'fraud')]);
    portal = await startContracts(knex, world);
  });

  it('make the contract of a model that has none, once for each interface', async () => {
    await seedVersions(knex, { model: 'fraud', versions });
    await portal.refresh();
    await portal.refresh();
    const { body } = await portal.user.get(`${MODEL_PATH}/versions`);
    const shown = body.items.map(
      (item: { version: string; subjectVersions: string[] }) => [
        item.version,
        item.subjectVersions,
      ],
    );
    expect(shown).toEqual(
      expect.arrayContaining([
        // A new required input breaks those who call.
        ['2.0.0', ['3']],
        ['1.0.0', ['2', '1']],
      ]),
    );
    const current = await portal.user.get(MODEL_PATH);
    expect(current.body.current).toMatchObject({
      origin: 'signature',
      contract: {
        spec: {
          ports: [
            { name: 'inputs', direction: 'in' },
            {
              name: 'outputs',
              direction: 'out',
              schema: {
                fields: [
                  {
                    name: 'score',
                    type: {
                      kind: 'tensor',
                      dtype: 'float32',
                      shape: [null, 2],
                    },
                  },
                ],
              },
            },
          ],
        },
      },
    });
  });

  it('show that a declared contract is stale, and never replace it', async () => {
    await seedVersions(knex, { model: 'fraud', versions: [versions[0]] });
    await portal.refresh();
    const { body } = await portal.user.get(MODEL_PATH);
    const { spec } = body.current.contract;
    world.entities = [
      mlEntity('Model', 'fraud', {
        spec: {
          lifecycle: 'production',
          contract: { version: '1.1.0', ports: spec.ports },
        },
      }),
    ];
    await portal.refresh();
    await seedVersions(knex, {
      model: 'fraud',
      versions: [versions[0], versions[1], versions[2]],
    });
    await portal.refresh();
    const after = (await portal.user.get(MODEL_PATH)).body;
    expect(after.current).toMatchObject({
      version: '1.1.0',
      origin: 'declared',
      subjectVersions: ['2'],
    });
    expect(after.problems).toMatchObject([
      {
        ruleId: 'CONTRACT_STALE',
        severity: 'error',
        port: 'inputs',
        message: expect.stringContaining('Version 3'),
      },
    ]);
  });

  it('are told of by each model, whatever becomes of another', async () => {
    const names = ['card', 'fraud', 'risk'];
    const refs = names.map(name => `model:default/${name}`);
    world.entities = names.map(name =>
      mlEntity('Model', name, {
        spec: {
          contract: JSON.parse(
            JSON.stringify({
              version: '1.0.0',
              ports: contractOf({ fields: [field('amount')] }).spec.ports,
            }),
          ),
        },
      }),
    );
    await portal.refresh();
    const subjects = await DatabaseSubjectStore.create({ knex }).findByRefs(
      refs,
    );
    for (const model of names) {
      await seedVersions(knex, { model, versions: [versions[2]] });
    }
    const put = SightingStore.prototype.put;
    const failing = jest
      .spyOn(SightingStore.prototype, 'put')
      .mockImplementation(async function putOrFail(this: SightingStore, one) {
        if (one.subjectId === subjects.get(refs[0])?.id) {
          throw new Error('disk full');
        }
        await put.call(this, one);
      });
    const stale = async () => {
      const found: string[] = [];
      for (const name of names) {
        const { body } = await portal.user.get(
          `/contracts/model/default/${name}`,
        );
        if (
          body.problems.some(
            ({ ruleId }: { ruleId: string }) => ruleId === 'CONTRACT_STALE',
          )
        ) {
          found.push(name);
        }
      }
      return found;
    };
    try {
      await portal.refresh();
      expect(await stale()).toEqual(['fraud', 'risk']);
      expect(portal.logger.warn.mock.calls.flat()).toContainEqual(
        expect.stringMatching(
          /^How version '3' of '\w{26}' fits its contract was not kept: .*disk full/,
        ),
      );
    } finally {
      failing.mockRestore();
    }
    await portal.refresh();
    expect(await stale()).toEqual(names);
  });

  it('are all read at once, whatever the catalog does not know', async () => {
    const many = Array.from({ length: 600 }, (_, index) =>
      signed(`${index + 1}`, 'amount'),
    );
    await seedVersions(knex, { model: 'gone', versions: many });
    await seedVersions(knex, { model: 'fraud', versions: many });
    await portal.refresh();
    const links = await knex('contract_subject_version')
      .join('version', 'version.id', 'version_id')
      .join('subject', 'subject.id', 'version.subject_id')
      .groupBy('subject.ref', 'contract_version_id')
      .select('subject.ref')
      .count({ versions: '*' });
    expect(links).toEqual([
      { ref: 'model:default/fraud', versions: expect.anything() },
    ]);
    expect(Number(links[0].versions)).toBe(600);
  });
});
