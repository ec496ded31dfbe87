import { ResponseError } from '@backstage/errors';
import { Knex } from 'knex';
import { expectDescribed } from '../../__testUtils__/expectDescribed';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import {
  consumingModel,
  mlEntity,
  VIEW,
  VIEW_OWNER,
  VIEW_PATH,
  viewEntity,
} from '../__testUtils__/contractEntities';
import { contractOf, field } from '../__testUtils__/contracts';
import {
  ContractWorld,
  createContractWorld,
  startContracts,
} from '../__testUtils__/startContracts';

jest.setTimeout(120_000);

const base = '/contracts/{kind}/{namespace}/{name}';
const TABLE = 'warehouse.card_activity';

type Columns = Record<string, string>;

describe.each(databases.eachSupportedId())('observed schemas on %s', id => {
  let knex: Knex;
  let world: ContractWorld;
  let portal: Awaited<ReturnType<typeof startContracts>>;
  let changes: number;

  const start = async (view = viewEntity(['fraud', 'churn'])) => {
    knex = await migratedDatabase(id);
    world = createContractWorld([
      view,
      consumingModel('fraud', { fields: ['spend_7d'] }),
      consumingModel('churn', { fields: ['count_7d'] }),
      mlEntity('Dataset', 'clicks', { owner: VIEW_OWNER }),
    ]);
    portal = await startContracts(knex, world);
    changes = 0;
  };
  const observe = async (
    columns: Columns | undefined,
    options: { ref?: string; facet?: object } = {},
  ) => {
    const { ref = VIEW, facet = {} } = options;
    changes += 1;
    const cursor = `c${changes}`;
    const item = {
      entityRef: ref,
      schemas: columns
        ? [
            {
              namespace: 'bigquery',
              name: TABLE,
              environment: 'production',
              observedAt: '2026-11-26T11:00:00.000Z',
              digest: JSON.stringify([columns, facet]).slice(-43),
              facet: {
                fields: Object.entries(columns).map(([name, type]) => ({
                  name,
                  type,
                })),
                ...facet,
              },
            },
          ]
        : [],
    };
    world.lineage.getSchemas.mockImplementation(async request => ({
      items: request.cursor === cursor ? [] : [item],
      cursor,
      more: false,
    }));
    await portal.refresh();
  };
  const state = async (path = VIEW_PATH) => {
    const answer = await portal.user.get(path);
    expectDescribed('get', base, answer);
    return answer.body;
  };
  const told = async () =>
    (await portal.messages()).flatMap(message =>
      message.kind === 'notification' ? [message] : [],
    );
  const declared = (fields: ReturnType<typeof field>[], more = {}) => ({
    version: '1.0.0',
    ports: contractOf({ fields }).spec.ports,
    ...more,
  });

  it('become the contract of what has none, version by version', async () => {
    await start();
    await observe({ spend_7d: 'double', count_7d: 'bigint' });
    const first = await state();
    expect(first).toMatchObject({
      problems: [],
      observed: { namespace: 'bigquery', name: TABLE },
      current: {
        version: '1.0.0',
        origin: 'lineage',
        publishedBy: 'system:ml',
        contract: {
          spec: {
            ports: [
              {
                direction: 'out',
                schema: {
                  fields: [
                    { name: 'spend_7d', type: { type: 'float64' } },
                    { name: 'count_7d', type: { type: 'int64' } },
                  ],
                },
              },
            ],
          },
        },
      },
    });
    expect(first.observed).not.toHaveProperty('staleSince');

    await observe({ count_7d: 'bigint', region: 'string' });
    expect((await state()).current).toMatchObject({
      version: '2.0.0',
      origin: 'lineage',
      verdict: 'incompatible',
      report: {
        findings: expect.arrayContaining([
          expect.objectContaining({
            ruleId: 'FIELD_REMOVED',
            path: 'spend_7d',
          }),
        ]),
      },
    });
    expect(
      (await told())
        .map(({ recipients, title }) => [recipients[0], title])
        .sort(),
    ).toEqual([
      [VIEW_OWNER, 'The contract card-activity 2.0.0 breaks fraud'],
      [
        'group:default/fraud-team',
        'The contract card-activity 2.0.0 breaks fraud',
      ],
    ]);

    await observe(
      { region: 'string', count_7d: 'bigint' },
      {
        facet: { _producer: 'another' },
      },
    );
    await portal.refresh();
    const { body } = await portal.user.get(`${VIEW_PATH}/versions`);
    expect(body.items).toHaveLength(2);
  });

  it('show where a declared contract is not kept, until it is again', async () => {
    await start(
      viewEntity(['fraud', 'churn'], {
        lifecycle: 'production',
        contract: declared([field('spend_7d'), field('count_7d')]),
      }),
    );
    await observe({ spend_7d: 'double', COUNT_7D: 'double', dt: 'date' });
    expect(await state()).toMatchObject({
      problems: [],
      current: { origin: 'declared' },
    });
    expect(await told()).toEqual([]);

    await observe({ spend_7d: 'string', count_7d: 'double' });
    expect((await state()).problems).toMatchObject([
      {
        ruleId: 'CONTRACT_STALE',
        severity: 'error',
        new: 'Type changed (spend_7d)',
        message: expect.stringMatching(
          /^Observed in warehouse.card_activity, .*spend_7d .*string/,
        ),
      },
    ]);
    const after = await told();
    expect(
      after.map(({ recipients, title }) => [recipients[0], title]).sort(),
    ).toEqual([
      [VIEW_OWNER, 'card-activity is not written as its contract 1.0.0 says'],
      [
        'group:default/fraud-team',
        'What is written to card-activity breaks fraud',
      ],
    ]);
    expect(after[0].description).toContain('spend_7d');
    expect((await portal.ledger()).at(-1)).toBe(
      'dev.understudy.contract.stale',
    );

    // Something else changes: the same difference is told only once.
    await observe({ spend_7d: 'string', count_7d: 'double', extra: 'int' });
    expect((await state()).problems).toHaveLength(1);
    expect(await told()).toHaveLength(2);
    await observe({ spend_7d: 'string' });
    expect(await told()).toHaveLength(5);

    await observe({ spend_7d: 'double', count_7d: 'double' });
    expect((await state()).problems).toEqual([]);
    expect(await told()).toHaveLength(5);
  });

  it('are judged anew when the contract changes and the data does not', async () => {
    await start(
      viewEntity([], {
        contract: declared([field('spend_7d'), field('gone')]),
      }),
    );
    await observe({ spend_7d: 'double' });
    expect((await state()).problems).toMatchObject([
      { ruleId: 'CONTRACT_STALE', severity: 'warning' },
    ]);
    world.entities[0] = viewEntity([], {
      contract: declared([field('spend_7d')], { version: '2.0.0' }),
    });
    await portal.refresh();
    expect((await state()).problems).toEqual([]);
  });

  it('stand back behind declared fields, and are compared with them', async () => {
    await start();
    await observe({ spend_7d: 'double', count_7d: 'bigint' });
    const fields = [
      { name: 'spend_7d', type: 'double', unit: 'EUR' },
      { name: 'count_7d', type: 'bigint' },
    ];
    world.entities[0] = viewEntity([], { fields });
    await portal.refresh();
    const { current } = await state();
    expect(current).toMatchObject({ origin: 'fields', version: '1.1.0' });

    await observe({ spend_7d: 'double' });
    expect(await state()).toMatchObject({
      current: { version: current.version },
      problems: [{ ruleId: 'CONTRACT_STALE' }],
    });
  });

  it('stand back behind a contract that is attached later with a lower number', async () => {
    await start();
    await observe({ spend_7d: 'double' });
    await observe({ spend_7d: 'string' });
    expect((await state()).current.version).toBe('2.0.0');
    const { status } = await portal.user.post(`${VIEW_PATH}/versions`, {
      contract: contractOf({ version: '0.1.0', fields: [field('spend_7d')] }),
    });
    expect(status).toBe(201);
    await portal.refresh();
    expect(await state()).toMatchObject({
      current: { version: '0.1.0', origin: 'attached' },
      problems: [{ ruleId: 'CONTRACT_STALE', new: 'Type changed (spend_7d)' }],
    });
  });

  it('that cannot be read leave the contract as it is, and say so', async () => {
    await start();
    await observe({ spend_7d: 'double' });
    await observe({}, { facet: { fields: 'none' } });
    expect(await state()).toMatchObject({
      current: { version: '1.0.0' },
      problems: [{ ruleId: 'CONTRACT_INVALID', severity: 'warning' }],
    });
    await observe({ a: 'int' }, { facet: { _truncated: true } });
    expect((await state()).problems[0].message).toContain('too large');
    await observe(undefined);
    const gone = await state();
    expect(gone).toMatchObject({ problems: [], current: { version: '1.0.0' } });
    expect(gone).not.toHaveProperty('observed');
  });

  it('stay as they were while lineage does not answer, and say since when', async () => {
    await start();
    await observe({ spend_7d: 'double' });
    world.lineage.getSchemas.mockRejectedValue(new Error('ECONNREFUSED'));
    await portal.refresh();
    world.clock.now = new Date('2026-11-26T13:00:00.000Z');
    await portal.refresh();
    expect(await state()).toMatchObject({
      current: { version: '1.0.0' },
      problems: [],
      observed: { staleSince: '2026-11-26T12:00:00.000Z' },
    });
    expect(portal.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('ECONNREFUSED'),
    );
    await observe({ spend_7d: 'double', more: 'int' });
    expect((await state()).observed).not.toHaveProperty('staleSince');
  });

  it('are not asked for where lineage is not installed', async () => {
    await start();
    world.lineage.getSchemas.mockRejectedValue(
      await ResponseError.fromResponse(new Response('{}', { status: 404 })),
    );
    await portal.refresh();
    expect(portal.logger.warn).not.toHaveBeenCalled();
    expect((await state()).problems).toMatchObject([
      { ruleId: 'CONTRACT_MISSING' },
    ]);
  });

  it('are followed page by page, from where it stopped', async () => {
    await start();
    const page = (ref: string, cursor: string, more: boolean) => ({
      items: [
        {
          entityRef: ref,
          schemas: [
            {
              namespace: 'n',
              name: 't',
              environment: 'production',
              observedAt: '2026-11-26T11:00:00.000Z',
              digest: ref,
              facet: { fields: [{ name: 'a', type: 'int' }] },
            },
          ],
        },
      ],
      cursor,
      more,
    });
    world.lineage.getSchemas
      .mockResolvedValueOnce(page('dataset:default/clicks', 'one', true))
      .mockResolvedValueOnce(page('model:default/fraud', 'two', true))
      .mockRejectedValueOnce(new Error('restarted'))
      .mockResolvedValueOnce(page(VIEW, 'three', false))
      .mockResolvedValue({ items: [], cursor: 'three', more: false });
    await portal.refresh();
    await portal.refresh();
    await portal.refresh();
    expect(
      world.lineage.getSchemas.mock.calls.map(([{ cursor }]) => cursor),
    ).toEqual([undefined, 'one', 'two', 'two', 'three']);
    await expect(
      knex('contract_version')
        .join('subject', 'subject.id', 'contract_version.subject_id')
        .orderBy('ref')
        .select('ref', 'origin'),
    ).resolves.toEqual([
      { ref: 'dataset:default/clicks', origin: 'lineage' },
      { ref: VIEW, origin: 'lineage' },
    ]);
  });
});
