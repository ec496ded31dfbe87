import { Knex } from 'knex';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { VIEW_PATH } from '../__testUtils__/contractEntities';
import { ContractWorld, startContracts } from '../__testUtils__/startContracts';
import { createWaiverWorld, waiverSteps } from '../__testUtils__/waiverWorld';

jest.setTimeout(120_000);

const field = { port: 'features', path: 'count_7d' };
const early = { ruleId: 'FIELD_REMOVED_BEFORE_DATE', ...field };

describe.each(databases.eachSupportedId())('an early removal on %s', id => {
  let knex: Knex;
  let world: ContractWorld;
  let portal: Awaited<ReturnType<typeof startContracts>>;
  let steps: ReturnType<typeof waiverSteps>;

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    world = createWaiverWorld();
    portal = await startContracts(knex, world);
    await portal.refresh();
    steps = waiverSteps(portal);
    await portal.user.post(`${VIEW_PATH}/versions/1.0.0/deprecation`, {
      removeAfter: '2027-06-30',
      reason: 'Nobody trusts the count',
      field,
    });
  });

  const finding = async () => {
    const { report } = await steps.check();
    return report.findings.find(
      ({ ruleId }: { ruleId: string }) => ruleId === early.ruleId,
    );
  };
  const progress = async () =>
    (await portal.user.get(`${VIEW_PATH}/deprecations`)).body.items[0];
  const grantAs = async (name: string) => {
    const who = portal.person(`${name}-scientist`);
    const { body } = await steps.list('?state=waiting', who);
    const [mine] = body.items.filter(
      ({ consumer }: { consumer: string }) =>
        consumer === `model:default/${name}`,
    );
    await steps.decide(mine.id, { verdict: 'granted' }, who);
  };
  const askAll = () => steps.ask({ findings: [early], until: '2027-01-31' });

  it('asks the owner of each consumer, and goes through when all agree', async () => {
    const { body } = await askAll();
    expect(
      body.items.map(({ consumer }: { consumer: string }) => consumer),
    ).toEqual(['model:default/fraud', 'model:default/limits']);

    await grantAs('fraud');
    expect((await finding()).waiver).toBeUndefined();
    expect(await progress()).toMatchObject({
      waived: [
        { consumer: 'model:default/fraud', until: '2027-01-31T23:59:59.999Z' },
      ],
      removable: false,
      blockedBy: ['limits still uses it; it may until 2027-06-30.'],
    });

    await grantAs('limits');
    expect((await finding()).waiver).toMatchObject({
      until: '2027-01-31T23:59:59.999Z',
    });
    expect(await progress()).toMatchObject({ removable: true, blockedBy: [] });
    // Who agrees that it goes early agrees that it goes.
    const { consumers, verdict } = await steps.check();
    expect(verdict).toBe('compatible_with_warnings');
    expect(consumers.map((each: { verdict: string }) => each.verdict)).toEqual([
      'compatible_with_warnings',
      'compatible_with_warnings',
    ]);

    world.clock.now = new Date('2027-02-01T00:00:00.000Z');
    expect((await finding()).waiver).toBeUndefined();
    expect((await progress()).removable).toBe(false);
  });

  it('does not go through while not all consumers are known', async () => {
    await askAll();
    await grantAs('fraud');
    await grantAs('limits');
    world.lineage.getImpact.mockRejectedValue(new Error('away'));
    expect((await finding()).waiver).toBeUndefined();
  });

  it('asks owners of consumers that the asker may not read, without a word on them', async () => {
    world.hidden.add('model:default/limits');
    const { body } = await askAll();
    expect(JSON.stringify(body)).not.toContain('limits');
    expect(await knex('contract_waiver')).toHaveLength(2);
  });

  it('has nobody to ask where nobody uses the field', async () => {
    const answer = await steps.ask({ findings: [{ ...early, path: 'other' }] });
    expect([answer.status, answer.body.error.message]).toEqual([
      409,
      expect.stringContaining("use 'other'"),
    ]);
  });
});
