import { Knex } from 'knex';
import { expectDescribed } from '../../__testUtils__/expectDescribed';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import {
  consumingModel,
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
const names = ['fraud', 'limits', 'churn'];
const both = [field('spend_7d'), field('count_7d')];
const requested = {
  removeAfter: '2027-01-31',
  reason: 'Nobody trusts the count',
  replacement: 'spend_7d',
  field: { port: 'features', path: 'count_7d' },
};

describe.each(databases.eachSupportedId())('deprecations on %s', id => {
  let knex: Knex;
  let world: ContractWorld;
  let portal: Awaited<ReturnType<typeof startContracts>>;

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    world = createContractWorld([
      viewEntity(names, {
        contract: {
          version: '1.0.0',
          ports: JSON.parse(
            JSON.stringify(contractOf({ fields: both }).spec.ports),
          ),
        },
      }),
      consumingModel('fraud', { fields: ['spend_7d', 'count_7d'] }),
      consumingModel('limits', { fields: ['count_7d'] }),
      consumingModel('churn', { fields: ['count_7d'], mode: 'offline' }),
    ]);
    portal = await startContracts(knex, world);
    await portal.refresh();
  });

  const deprecate = async (body: object, version = '1.0.0') => {
    const answer = await portal.user.post(
      `${VIEW_PATH}/versions/${version}/deprecation`,
      body,
    );
    expectDescribed('post', `${base}/versions/{version}/deprecation`, answer);
    return answer;
  };
  const progress = async () => {
    const answer = await portal.user.get(`${VIEW_PATH}/deprecations`);
    expectDescribed('get', `${base}/deprecations`, answer);
    return answer.body.items;
  };
  const moveAway = (name: string) => {
    const index = names.indexOf(name) + 1;
    world.entities[index] = consumingModel(name, {
      fields: ['spend_7d'],
      mode: name === 'churn' ? 'offline' : 'online',
    });
  };

  it('tell consumers in production once, and count them apart', async () => {
    const { status, body } = await deprecate(requested);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      version: '1.0.0',
      field: requested.field,
      production: { migrated: 0, total: 2 },
      training: { migrated: 0, total: 1 },
      removable: false,
      blockedBy: [
        'churn, fraud, limits still use it; they may until 2027-01-31.',
      ],
    });
    await portal.refresh();
    const told = (await portal.messages())
      .flatMap(message => (message.kind === 'notification' ? message : []))
      .sort((a, b) => (a.recipients[0] < b.recipients[0] ? -1 : 1));
    expect(told.map(({ recipients }) => recipients)).toEqual([
      ['group:default/fraud-team'],
      ['group:default/limits-team'],
    ]);
    expect(told[0]).toMatchObject({
      title: 'count_7d of card-activity may be removed after 2027-01-31',
      description:
        'Nobody trusts the count. Use spend_7d instead. You use it in fraud.',
      topic: 'ml.contract',
    });
    const again = await deprecate(requested);
    expect(again.status).toBe(409);
  });

  it('let the removal through when the last one has moved', async () => {
    await deprecate(requested);
    moveAway('fraud');
    expect(await progress()).toMatchObject([
      {
        production: { migrated: 1, total: 2 },
        training: { migrated: 0, total: 1 },
        remaining: [
          { consumer: 'model:default/churn' },
          { consumer: 'model:default/limits' },
        ],
        removable: false,
      },
    ]);
    moveAway('limits');
    moveAway('churn');
    expect(await progress()).toMatchObject([
      {
        production: { migrated: 2, total: 2 },
        training: { migrated: 1, total: 1 },
        remaining: [],
        removable: true,
        blockedBy: [],
      },
    ]);
  });

  it('count those that came after the announcement as well', async () => {
    await deprecate(requested);
    const late = consumingModel('late', { fields: ['count_7d'] });
    world.entities[0] = viewEntity([...names, 'late']);
    world.entities.push(late);
    await portal.refresh();
    world.entities[4] = consumingModel('late', { fields: ['spend_7d'] });
    expect((await progress())[0].production).toEqual({ migrated: 1, total: 3 });
  });

  it('let the removal through after the date', async () => {
    await deprecate(requested);
    world.clock.now = new Date('2027-01-31T23:00:00.000Z');
    expect((await progress())[0].removable).toBe(false);
    world.clock.now = new Date('2027-02-01T01:00:00.000Z');
    expect((await progress())[0]).toMatchObject({
      removable: true,
      remaining: { length: 3 },
    });
  });

  it('make a removal before the date an error of its own', async () => {
    await deprecate(requested);
    const next = contractOf({ version: '2.0.0', fields: [both[0]] });
    const rules = async () => {
      const { body } = await portal.user.post('/contracts/check', {
        subject: next.spec.subject,
        contract: next,
      });
      return body.report.findings.map(
        ({ ruleId }: { ruleId: string }) => ruleId,
      );
    };
    expect(await rules()).toContain('FIELD_REMOVED_BEFORE_DATE');
    world.clock.now = new Date('2027-02-01T01:00:00.000Z');
    expect(await rules()).not.toContain('FIELD_REMOVED_BEFORE_DATE');
  });

  it('that a contract declares itself are told and followed alike', async () => {
    world.entities[0] = viewEntity(names, {
      contract: {
        version: '1.1.0',
        ports: contractOf({
          fields: [
            both[0],
            field('count_7d', {
              deprecated: { since: '1.1.0', removeAfter: '2027-01-31' },
            }),
          ],
        }).spec.ports,
      },
    });
    await portal.refresh();
    await portal.refresh();
    expect(await progress()).toMatchObject([
      {
        version: '1.1.0',
        field: requested.field,
        deprecation: { reason: 'It is deprecated', by: VIEW_OWNER },
        production: { migrated: 0, total: 2 },
      },
    ]);
    expect(
      (await portal.messages()).filter(({ kind }) => kind === 'notification'),
    ).toHaveLength(2);
  });

  it('of a version follow who is pinned to it', async () => {
    await deprecate({ removeAfter: '2027-01-31', reason: 'There is a better' });
    const { body } = await portal.user.get(`${VIEW_PATH}/versions/1.0.0`);
    expect(body).toMatchObject({
      status: 'deprecated',
      deprecation: { removeAfter: '2027-01-31', by: expect.any(String) },
    });
    expect((await progress())[0]).not.toHaveProperty('field');
    await portal.user.post(`${VIEW_PATH}/versions`, {
      contract: contractOf({ version: '1.1.0', fields: both }),
    });
    expect((await progress())[0]).toMatchObject({
      production: { migrated: 2, total: 2 },
      removable: true,
    });
  });

  it('do not tell of consumers that the caller may not read', async () => {
    await deprecate(requested);
    world.hidden.add('model:default/limits');
    const [shown] = await progress();
    expect(shown.production).toEqual({ migrated: 0, total: 1 });
    expect(JSON.stringify(shown)).not.toContain('limits');
    expect(shown.blockedBy).toContain(
      'There are consumers that you may not read, and they still use it.',
    );
  });

  it.each<[string, object, number, string]>([
    [
      'a date that is too near',
      { ...requested, removeAfter: '2026-12-01' },
      400,
      'DEPRECATION_TOO_SHORT',
    ],
    [
      'a day that is none',
      { ...requested, removeAfter: '2027-02-30' },
      400,
      "removeAfter is '2027-02-30'",
    ],
    [
      'a field that is not there',
      { ...requested, field: { port: 'features', path: 'gone' } },
      400,
      "field is 'gone'",
    ],
    ['no reason', { removeAfter: '2027-01-31' }, 400, 'reason'],
  ])('refuse %s', async (_, body, status, message) => {
    const answer = await deprecate(body);
    expect([answer.status, answer.body.error.message]).toEqual([
      status,
      expect.stringContaining(message),
    ]);
    expect(await knex('contract_deprecation')).toEqual([]);
  });

  it('are announced by the owner, of versions that there are', async () => {
    expect((await deprecate(requested, '9.0.0')).status).toBe(404);
    world.owns = [];
    expect((await deprecate(requested)).status).toBe(403);
  });
});
