import { Knex } from 'knex';
import { sourceVersion } from '../../__testUtils__/FakeVersionSource';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { seedVersions } from '../../__testUtils__/seedVersions';
import { consumingModel, viewEntity } from '../__testUtils__/contractEntities';
import { contractOf, field } from '../__testUtils__/contracts';
import {
  ContractWorld,
  createContractWorld,
  startContracts,
} from '../__testUtils__/startContracts';
import { ContractFactsRequest } from './ContractFactsRequest';

jest.setTimeout(120_000);

const column = (name: string) => ({ name, type: 'double', required: true });
const signed = (version: string, outputs: string[]) =>
  sourceVersion(version, {
    signature: { inputs: [column('amount')], outputs: outputs.map(column) },
  });
const view = (fields: string[], version = '1.0.0') =>
  viewEntity(['fraud'], {
    contract: {
      version,
      ports: contractOf({ fields: fields.map(name => field(name)) }).spec.ports,
    },
  });

describe.each(databases.eachSupportedId())('the contract gate on %s', id => {
  let knex: Knex;
  let world: ContractWorld;
  let portal: Awaited<ReturnType<typeof startContracts>>;

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    const model = consumingModel('fraud', { fields: ['spend_7d'] });
    world = createContractWorld([
      view(['spend_7d']),
      {
        ...model,
        relations: [
          ...(model.relations ?? []),
          {
            type: 'consumesFeature',
            targetRef: 'featureview:default/card-activity',
          },
          { type: 'dependencyOf', targetRef: 'component:default/checkout' },
        ],
      },
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'checkout', namespace: 'default' },
        spec: {
          contract: {
            version: '1.0.0',
            role: 'consumer',
            provider: { subject: 'model:default/fraud', range: '>=1' },
            ports: [
              {
                name: 'outputs',
                direction: 'out',
                schema: {
                  kind: 'object',
                  unknown: 'ignore',
                  fields: [
                    {
                      name: 'score',
                      type: { kind: 'scalar', type: 'float64' },
                      required: true,
                      nullable: false,
                    },
                  ],
                },
              },
            ],
          },
        },
      },
    ]);
    portal = await startContracts(knex, world);
    await seedVersions(knex, {
      model: 'fraud',
      versions: [
        signed('1', ['score', 'reason']),
        signed('2', ['reason']),
        sourceVersion('3'),
      ],
    });
    await portal.refresh();
  });

  const ask = async (
    label: string,
    asked: Partial<ContractFactsRequest> = {},
  ) => {
    const { id: versionId } = await knex('version').where({ label }).first();
    const [facts] = await portal.gate.read([
      {
        model: world.entities[1],
        versionId,
        environment: 'production',
        serves: true,
        ...asked,
      },
    ]);
    return facts;
  };

  it('knows the contract of a version, and that nobody breaks', async () => {
    expect(await ask('1')).toMatchObject({
      contract: { version: '1.0.0' },
      breaks: [],
      doubts: [],
    });
  });

  it('finds the consumer that a version breaks', async () => {
    const { contract, breaks } = await ask('2');
    expect(contract?.version).toBe('2.0.0');
    expect(breaks).toMatchObject([
      {
        ref: 'component:default/checkout',
        summary: expect.stringMatching(/^checkout: .*score/),
      },
    ]);
  });

  it('does not take what is not known for a pass', async () => {
    expect((await ask('3')).doubts).toHaveLength(1);
    world.lineage.getImpact.mockRejectedValue(new Error('away'));
    expect((await ask('1')).doubts).toEqual([
      'Not all who use the model are known now',
    ]);
  });

  it('finds what has gone from what the model reads', async () => {
    world.entities[1] = {
      ...world.entities[1],
      spec: {
        ...world.entities[1].spec,
        contract: JSON.parse(
          JSON.stringify({
            ...contractOf({ fields: [field('spend_7d')] }).spec,
            subject: 'model:default/fraud',
            version: '1.0.0',
            role: 'consumer',
            provider: {
              subject: 'featureview:default/card-activity',
              range: '>=1',
            },
          }),
        ),
      },
    };
    world.entities[0] = view(['count_7d'], '2.0.0');
    await portal.refresh();
    await portal.refresh();
    expect((await ask('1')).breaks).toMatchObject([
      { ref: 'featureview:default/card-activity' },
    ]);
  });

  it('lets nothing be served by a contract that is not stable', async () => {
    await knex('contract_version').update({ version: '0.9.0' }).where({
      version: '1.0.0',
      origin: 'signature',
    });
    const unstable = expect.stringContaining('not stable yet');
    expect((await ask('1')).breaks).toMatchObject([{ summary: unstable }]);
    expect((await ask('1', { serves: false })).breaks).toEqual([]);
  });
});
