import { Knex } from 'knex';
import {
  databases,
  migratedDatabase,
} from '../../../__testUtils__/migratedDatabase';
import { DatabaseOutbox } from '../../../outbox/DatabaseOutbox';
import {
  VIEW,
  VIEW_OWNER,
  VIEW_PATH,
} from '../../__testUtils__/contractEntities';
import { contractOf } from '../../__testUtils__/contracts';
import {
  ContractWorld,
  startContracts,
} from '../../__testUtils__/startContracts';
import {
  after,
  before,
  createWaiverWorld,
  reason,
  removal,
  waiverSteps,
} from '../../__testUtils__/waiverWorld';

jest.setTimeout(120_000);

const FRAUD = 'group:default/fraud-team';
const LIMITS = 'group:default/limits-team';
const ENDING =
  "The waiver of count_7d ('Required field is missing') of card-activity ends on 2027-01-31";
const ENDED =
  "The waiver of count_7d ('Required field is missing') of card-activity has ended";

describe.each(databases.eachSupportedId())('reminders of waivers on %s', id => {
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
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const at = (time: string) => {
    world.clock.now = new Date(time);
  };
  const remind = async (replica = portal) =>
    await replica.remind({ signal: new AbortController().signal });
  const publish = async (version: string, fields = after) => {
    const { status } = await portal.user.post(`${VIEW_PATH}/versions`, {
      contract: contractOf({ version, fields }),
    });
    expect(status).toBe(201);
  };
  /** Titles of what was told of the end of waivers, with whom it was told. */
  const told = async () =>
    (await portal.messages())
      .flatMap(message =>
        message.kind === 'notification' && /ends|ended/.test(message.title)
          ? [[message.recipients[0], message.title]]
          : [],
      )
      .sort();
  const ledger = async () =>
    (await portal.ledger()).filter(type => /-end(ing|ed)$/.test(type));
  const both = (title: string) => [
    [VIEW_OWNER, title],
    [FRAUD, title],
  ];

  it('tell both owners once, a week before one ends', async () => {
    await steps.granted();
    at('2027-01-24T23:59:59.998Z');
    await remind();
    expect(await told()).toEqual([]);

    at('2027-01-24T23:59:59.999Z');
    await remind();
    await remind();
    expect(await told()).toEqual(both(ENDING));
    expect(await ledger()).toEqual(['dev.understudy.contract.waiver-ending']);
    expect(portal.wake).toHaveBeenCalled();
    const [message] = (await portal.messages()).filter(
      sent => sent.kind === 'notification' && sent.title === ENDING,
    );
    expect(message).toMatchObject({
      description: `After that it counts as breaking fraud again (REQUIRED_FIELD_MISSING). Mend it before, or ask for another waiver. It was accepted because: ${reason}`,
      link: '/catalog/default/featureview/card-activity/contract?view=waivers',
      topic: 'ml.contract',
    });
  });

  it('tell at once of one that was granted for less than a week', async () => {
    await steps.granted({ until: '2026-11-28' });
    await remind();
    expect(await told()).toMatchObject([
      [VIEW_OWNER, expect.stringContaining('ends on 2026-11-28')],
      [FRAUD, expect.stringContaining('ends on 2026-11-28')],
    ]);
  });

  it('tell once more when one has ended and what it was about still breaks', async () => {
    await steps.granted();
    await publish('2.0.0');
    at('2027-02-01T00:00:00.000Z');
    await remind();
    await remind();
    // Who was away for all of the week before hears only that it has ended.
    expect(await told()).toEqual(both(ENDED));
    expect(await ledger()).toEqual(['dev.understudy.contract.waiver-ended']);
    expect(
      (await portal.messages()).find(
        sent => sent.kind === 'notification' && sent.title === ENDED,
      ),
    ).toMatchObject({
      severity: 'high',
      description:
        'It breaks fraud again (REQUIRED_FIELD_MISSING), since 2027-01-31. Mend it, or ask for another waiver.',
    });
  });

  it('say nothing of an end that hits nobody', async () => {
    await steps.granted();
    at('2027-02-01T00:00:00.000Z');
    // Nobody ever published the change.
    await remind();
    await publish('2.0.0');
    await remind();
    expect(await told()).toEqual([]);
    expect(await ledger()).toEqual([]);
  });

  it('say nothing of the end of one that was renewed', async () => {
    await steps.granted({ until: '2026-12-31' });
    await steps.granted({ until: '2027-01-31' });
    await steps.ask({ until: '2027-02-20' });
    at('2026-12-30T00:00:00.000Z');
    await remind();
    expect(await told()).toEqual([]);
    at('2027-01-25T00:00:00.000Z');
    await remind();
    // The third one was asked for, and nobody has granted it.
    expect(await told()).toEqual(both(ENDING));
  });

  it('say nothing of an end after the field came back, or under another waiver', async () => {
    await steps.granted({ until: '2026-12-31' });
    await publish('2.0.0');
    await steps.granted({ until: '2027-01-31' });
    at('2027-01-01T00:00:00.000Z');
    await remind();
    expect(await told()).toEqual([]);

    await publish('2.1.0', before);
    at('2027-02-01T00:00:00.000Z');
    await remind();
    expect(await told()).toEqual([]);
    expect(await knex('contract_waiver_reminder').whereNull('done_at')).toEqual(
      [],
    );
  });

  it('tell of what is found between versions its owner alone', async () => {
    world.ownsBy.set('second-engineer', [VIEW_OWNER]);
    const { consumer: _, ...finding } = removal;
    await steps.granted(
      { findings: [{ ...finding, ruleId: 'FIELD_REMOVED' }] },
      portal.person('second-engineer'),
    );
    await publish('2.0.0');
    at('2027-01-25T00:00:00.000Z');
    await remind();
    at('2027-02-01T00:00:00.000Z');
    await remind();
    const what = "The waiver of count_7d ('Field removed') of card-activity";
    expect(await told()).toEqual([
      [VIEW_OWNER, `${what} ends on 2027-01-31`],
      [VIEW_OWNER, `${what} has ended`],
    ]);
  });

  it('tell those who agreed to an early removal that it has ended', async () => {
    await portal.user.post(`${VIEW_PATH}/versions/1.0.0/deprecation`, {
      removeAfter: '2027-06-30',
      reason: 'Nobody trusts the count',
      field: { port: 'features', path: 'count_7d' },
    });
    await steps.ask({
      findings: [
        {
          ruleId: 'FIELD_REMOVED_BEFORE_DATE',
          port: 'features',
          path: 'count_7d',
        },
      ],
    });
    for (const name of ['fraud', 'limits']) {
      const who = portal.person(`${name}-scientist`);
      const { body } = await steps.list('?state=waiting', who);
      const mine = body.items.find(
        ({ consumer }: { consumer: string }) =>
          consumer === `model:default/${name}`,
      );
      await steps.decide(mine.id, { verdict: 'granted' }, who);
    }
    await publish('2.0.0');
    at('2027-02-01T00:00:00.000Z');
    await remind();
    expect((await told()).map(([group]) => group)).toEqual([
      VIEW_OWNER,
      VIEW_OWNER,
      FRAUD,
      LIMITS,
    ]);
  });

  it('say nothing of one that was refused or taken back', async () => {
    const taken = await steps.granted();
    await steps.revoke(
      taken,
      { reason: 'We read it again' },
      portal.person('fraud-scientist'),
    );
    const { body } = await steps.ask();
    await steps.decide(
      body.items[0].id,
      { verdict: 'refused', reason: 'It is live' },
      portal.person('fraud-scientist'),
    );
    await publish('2.0.0');
    for (const time of ['2027-01-25', '2027-02-01']) {
      at(`${time}T00:00:00.000Z`);
      await remind();
    }
    expect(await told()).toEqual([]);
  });

  it('are told once by two replicas at the same time, and after a restart', async () => {
    await steps.granted();
    await steps.granted(
      { findings: [{ ...removal, consumer: 'model:default/limits' }] },
      portal.person('limits-scientist'),
    );
    const other = await startContracts(knex, world);
    at('2027-01-25T00:00:00.000Z');
    await Promise.all([remind(), remind(other)]);
    await remind(await startContracts(knex, world));
    expect(await told()).toHaveLength(4);
    expect(await ledger()).toHaveLength(2);
  });

  it('are told later when they cannot be written, and keep nobody else waiting', async () => {
    await steps.granted();
    await steps.granted(
      {
        findings: [{ ...removal, consumer: 'model:default/limits' }],
        until: '2027-01-31T23:59:59.998Z',
      },
      portal.person('limits-scientist'),
    );
    at('2027-01-25T00:00:00.000Z');
    jest
      .spyOn(DatabaseOutbox.prototype, 'add')
      .mockRejectedValueOnce(new Error('disk full'));
    await remind();
    expect((await told()).map(([group]) => group)).toEqual([VIEW_OWNER, FRAUD]);
    expect(await ledger()).toHaveLength(1);
    expect(portal.logger.error).toHaveBeenCalledWith(
      expect.stringContaining('disk full'),
    );
    await remind();
    expect(await told()).toHaveLength(2);

    at('2027-01-25T01:00:00.000Z');
    await remind();
    expect((await told()).map(([group]) => group)).toEqual([
      VIEW_OWNER,
      VIEW_OWNER,
      FRAUD,
      LIMITS,
    ]);
  });

  it('say nothing when the consumer has left the catalog', async () => {
    await steps.granted();
    await publish('2.0.0');
    world.entities = world.entities.filter(
      ({ metadata }) => metadata.name !== 'fraud',
    );
    at('2027-02-01T00:00:00.000Z');
    await remind();
    expect(await told()).toEqual([]);
  });

  it('say that nobody can tell while not all consumers are known', async () => {
    await steps.granted();
    await publish('2.0.0');
    // The catalog names no consumer any more, and lineage does not answer.
    const view = world.entities.find(
      ({ kind }) => kind.toLowerCase() === VIEW.split(':')[0],
    );
    if (view) {
      view.relations = [];
    }
    world.lineage.getImpact.mockRejectedValue(new Error('away'));
    at('2027-02-01T00:00:00.000Z');
    await remind();
    expect(
      (await portal.messages()).find(
        sent => sent.kind === 'notification' && sent.title === ENDED,
      ),
    ).toMatchObject({
      description:
        'It may break fraud again: not all who use card-activity are known now (REQUIRED_FIELD_MISSING), since 2027-01-31. Mend it, or ask for another waiver.',
    });
  });
});
