import { Knex } from 'knex';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { VIEW_OWNER, VIEW_PATH } from '../__testUtils__/contractEntities';
import { ContractWorld, startContracts } from '../__testUtils__/startContracts';
import { createWaiverWorld, waiverSteps } from '../__testUtils__/waiverWorld';

jest.setTimeout(120_000);

type Portal = Awaited<ReturnType<typeof startContracts>>;
type Caller = Portal['user'];

/** Who they are to the waiver, and how each call of theirs is answered. */
const matrix: {
  who: string;
  caller: (portal: Portal) => Caller;
  denied?: string;
  ask: number;
  grant: number;
  revoke: number;
  list: number;
}[] = [
  {
    who: 'the owner of the provider, who asked',
    caller: portal => portal.user,
    ...{ ask: 201, grant: 403, revoke: 201, list: 200 },
  },
  {
    who: 'another owner of the provider',
    caller: portal => portal.person('view-owner'),
    ...{ ask: 201, grant: 403, revoke: 201, list: 200 },
  },
  {
    who: 'the owner of the consumer',
    caller: portal => portal.person('fraud-scientist'),
    ...{ ask: 403, grant: 201, revoke: 201, list: 200 },
  },
  {
    who: 'the owner of the consumer, without the permission',
    caller: portal => portal.person('fraud-scientist'),
    denied: 'ml.contract.waive',
    ...{ ask: 403, grant: 403, revoke: 403, list: 200 },
  },
  {
    who: 'the owner of another consumer',
    caller: portal => portal.person('limits-scientist'),
    ...{ ask: 403, grant: 403, revoke: 403, list: 200 },
  },
  {
    who: 'somebody with all permissions who owns nothing',
    caller: portal => portal.person('outsider'),
    ...{ ask: 403, grant: 403, revoke: 403, list: 200 },
  },
  {
    who: 'an owner of the provider without the permission to publish',
    caller: portal => portal.person('view-owner'),
    denied: 'ml.contract.publish',
    ...{ ask: 403, grant: 403, revoke: 201, list: 200 },
  },
  {
    who: 'an agent of the owner of the consumer',
    caller: portal => portal.agentOf('fraud-scientist'),
    ...{ ask: 403, grant: 403, revoke: 403, list: 200 },
  },
  {
    who: 'an agent of the owner of the provider',
    caller: portal => portal.agentOf('view-owner'),
    ...{ ask: 201, grant: 403, revoke: 403, list: 200 },
  },
  {
    who: 'a service',
    caller: portal => portal.ci,
    ...{ ask: 201, grant: 403, revoke: 403, list: 200 },
  },
  {
    who: 'a service without the permission to publish',
    caller: portal => portal.ci,
    denied: 'ml.contract.publish',
    ...{ ask: 403, grant: 403, revoke: 403, list: 200 },
  },
];

describe.each(databases.eachSupportedId())('access to waivers on %s', id => {
  let knex: Knex;
  let world: ContractWorld;
  let portal: Portal;
  let steps: ReturnType<typeof waiverSteps>;

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    world = createWaiverWorld();
    world.ownsBy.set('view-owner', [VIEW_OWNER]);
    portal = await startContracts(knex, world);
    await portal.refresh();
    steps = waiverSteps(portal);
  });

  it.each(matrix)(
    'of $who',
    async ({ who: _, caller, denied, ...expected }) => {
      const { body } = await steps.ask();
      const [{ id: waiver }] = body.items;
      if (denied) {
        world.denied.add(denied);
      }
      const who = caller(portal);
      const list = await steps.list('', who);
      const [{ may }] = list.body.items;
      const ask = await steps.ask(
        {
          reason: 'Once more',
          until: '2027-01-30',
          findings: [
            {
              ruleId: 'TYPE_NARROWED',
              port: 'features',
              path: 'spend_7d',
              consumer: 'model:default/fraud',
            },
          ],
        },
        who,
      );
      const grant = await steps.decide(waiver, { verdict: 'granted' }, who);
      const revoke = await steps.revoke(waiver, { reason: 'Changed' }, who);
      expect({
        ask: ask.status,
        grant: grant.status,
        revoke: revoke.status,
        list: list.status,
      }).toEqual(expected);
      // What is offered is what is let through.
      expect([may.includes('grant'), may.includes('revoke')]).toEqual([
        expected.grant === 201,
        expected.revoke === 201,
      ]);
    },
  );

  it('is told beside the contract: what one may do about it', async () => {
    const mayOf = async (caller: Caller) =>
      (await caller.get(VIEW_PATH)).body.may;
    const all = ['publish', 'deprecate', 'ask-for-waiver'];
    expect(await mayOf(portal.user)).toEqual(all);
    expect(await mayOf(portal.ci)).toEqual(all);
    expect(await mayOf(portal.person('fraud-scientist'))).toEqual([]);
    world.denied.add('ml.contract.publish');
    expect(await mayOf(portal.user)).toEqual([]);
    expect(await mayOf(portal.ci)).toEqual([]);
  });

  it('ends with that to the provider', async () => {
    const { body } = await steps.ask();
    world.hidden.add('featureview:default/card-activity');
    const scientist = portal.person('fraud-scientist');
    const { status } = await steps.decide(
      body.items[0].id,
      { verdict: 'granted' },
      scientist,
    );
    expect(status).toBe(404);
    expect((await steps.list('', scientist)).status).toBe(404);
  });
});
