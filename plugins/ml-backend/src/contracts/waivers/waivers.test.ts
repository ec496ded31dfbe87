import { Knex } from 'knex';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { VIEW, VIEW_OWNER, VIEW_PATH } from '../__testUtils__/contractEntities';
import { contractOf } from '../__testUtils__/contracts';
import { ContractWorld, startContracts } from '../__testUtils__/startContracts';
import {
  after,
  createWaiverWorld,
  reason,
  removal,
  waiverSteps,
} from '../__testUtils__/waiverWorld';

jest.setTimeout(120_000);

const END = '2027-01-31T23:59:59.999Z';

describe.each(databases.eachSupportedId())('waivers on %s', id => {
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

  const waiversOnly = async () =>
    (await portal.ledger()).filter(type => type.includes('waiver'));
  const notes = async () =>
    (await portal.messages()).flatMap(message =>
      message.kind === 'notification' ? [message] : [],
    );

  it('are granted by the owner of the consumer, and shown where they count', async () => {
    expect(await steps.hit()).toMatchObject({ verdict: 'incompatible' });
    const { status, body } = await steps.ask();
    expect([status, body.items]).toMatchObject([
      201,
      [
        {
          ...removal,
          subject: VIEW,
          state: 'waiting',
          until: END,
          reason,
          askedBy: 'user:default/feature-engineer',
          decider: 'group:default/fraud-team',
          may: ['revoke'],
        },
      ],
    ]);
    // Nothing is accepted by asking.
    expect(await steps.hit()).toMatchObject({ verdict: 'incompatible' });

    const scientist = portal.person('fraud-scientist');
    const [waiting] = (await steps.list('?state=waiting', scientist)).body
      .items;
    expect(waiting.may).toEqual(['grant', 'refuse', 'revoke']);
    const answer = await steps.decide(
      waiting.id,
      { verdict: 'granted' },
      scientist,
    );
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        state: 'in-force',
        decision: { verdict: 'granted', by: 'user:default/fraud-scientist' },
        may: ['revoke'],
      },
    ]);
    expect(await steps.hit()).toEqual({
      verdict: 'compatible_with_warnings',
      ruleId: 'REQUIRED_FIELD_MISSING',
      waiver: {
        id: waiting.id,
        until: END,
        reason,
        approvedBy: 'user:default/fraud-scientist',
      },
    });
    expect(await steps.hit('limits')).toMatchObject({
      verdict: 'incompatible',
    });
    expect(await waiversOnly()).toEqual([
      'dev.understudy.contract.waiver-asked',
      'dev.understudy.contract.waiver-granted',
    ]);
    expect(await notes()).toMatchObject([
      {
        recipients: ['group:default/fraud-team'],
        title: 'A waiver of the contract card-activity waits for you',
        link: '/catalog/default/featureview/card-activity/contract?view=waivers',
        topic: 'ml.contract',
      },
      {
        recipients: ['user:default/feature-engineer'],
        title:
          "The waiver of count_7d ('Required field is missing') of card-activity was granted",
      },
    ]);
    expect(
      (await portal.messages()).filter(message => 'waiverId' in message),
    ).toHaveLength(2);
  });

  it('count no longer from the moment on at which they end', async () => {
    await steps.granted({ until: '2026-11-27T09:30:00Z' });
    world.clock.now = new Date('2026-11-27T09:29:59.999Z');
    expect((await steps.hit()).waiver).toBeDefined();
    world.clock.now = new Date('2026-11-27T09:30:00.000Z');
    expect(await steps.hit()).toMatchObject({
      verdict: 'incompatible',
      waiver: undefined,
    });
    const { body } = await steps.list('?state=ended');
    expect(body.items).toMatchObject([{ state: 'ended', may: [] }]);
  });

  it('are taken back by either owner, and count no longer', async () => {
    const first = await steps.granted();
    const taken = await steps.revoke(
      first,
      { reason: 'We read it again' },
      portal.person('fraud-scientist'),
    );
    expect([taken.status, taken.body]).toMatchObject([
      201,
      { state: 'revoked', revocation: { reason: 'We read it again' } },
    ]);
    expect(await steps.hit()).toMatchObject({ verdict: 'incompatible' });
    const second = await steps.granted();
    const { status } = await steps.revoke(
      second,
      { reason: 'Not needed' },
      portal.user,
    );
    expect(status).toBe(201);
    expect((await steps.hit()).waiver).toBeUndefined();
    const again = await steps.revoke(second, { reason: 'x' }, portal.user);
    expect([again.status, again.body.error.message]).toEqual([
      409,
      expect.stringContaining('is revoked'),
    ]);
    expect(
      (await notes()).filter(({ title }) => title.endsWith('taken back')),
    ).toMatchObject([
      { recipients: ['user:default/feature-engineer'] },
      { recipients: ['user:default/fraud-scientist'] },
    ]);
  });

  it('that are refused change nothing, and may be asked for again', async () => {
    const { body } = await steps.ask();
    const scientist = portal.person('fraud-scientist');
    const [{ id: waiver }] = body.items;
    const silent = await steps.decide(
      waiver,
      { verdict: 'refused' },
      scientist,
    );
    expect([silent.status, silent.body.error.message]).toEqual([
      400,
      expect.stringContaining('body.reason'),
    ]);
    const refused = await steps.decide(
      waiver,
      { verdict: 'refused', reason: 'It feeds a live rule' },
      scientist,
    );
    expect(refused.body).toMatchObject({
      state: 'refused',
      decision: { verdict: 'refused', reason: 'It feeds a live rule' },
      may: [],
    });
    expect(await steps.hit()).toMatchObject({ verdict: 'incompatible' });
    expect((await steps.ask()).status).toBe(201);
    const twice = await steps.ask();
    expect([twice.status, twice.body.error.message]).toEqual([
      409,
      expect.stringContaining('waits to be decided already'),
    ]);
  });

  it('are decided once, on whichever replica', async () => {
    const { body } = await steps.ask();
    const replica = await startContracts(knex, world);
    const [{ id: waiver }] = body.items;
    const answers = await Promise.all([
      steps.decide(
        waiver,
        { verdict: 'granted' },
        portal.person('fraud-scientist'),
      ),
      steps.decide(
        waiver,
        { verdict: 'refused', reason: 'No' },
        replica.person('fraud-scientist'),
      ),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await waiversOnly()).toHaveLength(2);
  });

  it('between versions are granted by another owner, and fit no consumer', async () => {
    const { consumer: _, ...between } = removal;
    const findings = [{ ...between, ruleId: 'FIELD_REMOVED' }];
    world.ownsBy.set('view-owner', [VIEW_OWNER]);
    const asked = await steps.ask({ findings });
    const [{ id: waiver, decider, may }] = asked.body.items;
    expect([decider, may]).toEqual([VIEW_OWNER, ['revoke']]);
    const own = await steps.decide(waiver, { verdict: 'granted' }, portal.user);
    expect([own.status, own.body.error.message]).toEqual([
      403,
      expect.stringContaining('asked for the waiver'),
    ]);
    const other = portal.person('view-owner');
    expect(
      (await steps.decide(waiver, { verdict: 'granted' }, other)).status,
    ).toBe(201);
    const { report } = await steps.check();
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        ruleId: 'FIELD_REMOVED',
        waiver: expect.objectContaining({ id: waiver }),
      }),
    );
    expect(await steps.hit()).toMatchObject({
      verdict: 'incompatible',
      waiver: undefined,
    });
  });

  it('of a published version are shown as they stand now', async () => {
    const sent = contractOf({ version: '2.0.0', fields: after });
    await portal.user.post(`${VIEW_PATH}/versions`, { contract: sent });
    world.ownsBy.set('view-owner', [VIEW_OWNER]);
    const { consumer: _, ...between } = removal;
    await steps.granted(
      { findings: [{ ...between, ruleId: 'FIELD_REMOVED' }] },
      portal.person('view-owner'),
    );
    const shown = async () =>
      (await portal.user.get(`${VIEW_PATH}/versions/2.0.0`)).body.report;
    const waived = expect.objectContaining({
      ruleId: 'FIELD_REMOVED',
      waiver: expect.objectContaining({ until: END }),
    });
    const { verdict, findings } = await shown();
    expect([verdict, findings]).toEqual([
      'compatible_with_warnings',
      expect.arrayContaining([waived]),
    ]);
    world.clock.now = new Date('2027-02-01T00:00:00.000Z');
    const ended = await shown();
    expect(ended.verdict).toBe('incompatible');
    expect(ended.findings).not.toContainEqual(waived);
  });

  it('keep a published change from being told as a violation', async () => {
    await steps.granted();
    await steps.granted(
      { findings: [{ ...removal, consumer: 'model:default/limits' }] },
      portal.person('limits-scientist'),
    );
    await portal.user.post(`${VIEW_PATH}/versions`, {
      contract: contractOf({ version: '2.0.0', fields: after }),
    });
    expect(await portal.ledger()).not.toContain(
      'dev.understudy.contract.violated',
    );
  });

  it('are listed by state, page by page', async () => {
    const findings = Array.from({ length: 5 }, (_, index) => ({
      ...removal,
      path: `field_${index}`,
    }));
    const asked = (await steps.ask({ findings })).body.items;
    await steps.decide(
      asked[0].id,
      { verdict: 'granted' },
      portal.person('fraud-scientist'),
    );
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await steps.list(`?state=waiting&limit=3${cursor}`);
      seen.push(...body.items.map((item: { path: string }) => item.path));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(seen.sort()).toEqual(['field_1', 'field_2', 'field_3', 'field_4']);
    const both = await steps.list('?state=waiting&state=in-force');
    expect(both.body.items).toHaveLength(5);
    const page = await steps.list('?state=waiting&limit=1');
    const other = await steps.list(
      `?state=ended&cursor=${page.body.nextCursor}`,
    );
    expect(other.status).toBe(400);
  });

  it('about consumers that may not be read are not there', async () => {
    const { body } = await steps.ask();
    world.hidden.add('model:default/fraud');
    expect((await steps.list()).body.items).toEqual([]);
    expect((await steps.ask()).status).toBe(404);
    const { status } = await steps.revoke(
      body.items[0].id,
      { reason: 'x' },
      portal.user,
    );
    expect(status).toBe(404);
  });

  it('make up a page for those that may not be read', async () => {
    const names = ['fraud', 'limits', 'fraud', 'limits', 'limits'];
    for (const [index, name] of names.entries()) {
      const consumer = `model:default/${name}`;
      await steps.ask({
        findings: [{ ...removal, consumer, path: `field_${index}` }],
      });
    }
    world.hidden.add('model:default/limits');
    const { body } = await steps.list('?limit=2');
    expect(
      body.items.map((item: { path: string }) => item.path).sort(),
    ).toEqual(['field_0', 'field_2']);
  });

  it.each<[string, object, string]>([
    ['an end that is over', { until: '2026-11-25' }, "'2026-11-25', which is"],
    ['an end too far away', { until: '2027-02-25' }, '90 days'],
    ['an end that is no day', { until: 'soon' }, '"soon"'],
    ['no reason', { reason: '' }, 'body/reason'],
    ['nothing to accept', { findings: [] }, 'body/findings'],
    [
      'too much to accept',
      { findings: Array.from({ length: 201 }, () => removal) },
      'body/findings',
    ],
    [
      'a rule that is none',
      { findings: [{ ...removal, ruleId: 'NO_SUCH_RULE' }] },
      "body.findings.0.ruleId is 'NO_SUCH_RULE'",
    ],
    [
      'a number that is taken',
      { findings: [{ ...removal, ruleId: 'VERSION_REUSED_DIGEST' }] },
      'which nobody can waive',
    ],
    [
      'the provider as its own consumer',
      { findings: [{ ...removal, consumer: VIEW }] },
      'the provider itself',
    ],
    [
      'a consumer that is no ref',
      { findings: [{ ...removal, consumer: 'fraud' }] },
      'entity ref',
    ],
  ])('refuse %s', async (_, body, message) => {
    const answer = await steps.ask(body);
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      expect.stringContaining(message),
    ]);
    expect(await knex('contract_waiver')).toEqual([]);
  });

  it('need an owner who could grant them', async () => {
    const { relations: _, ...orphan } = world.entities[1];
    world.entities[1] = orphan;
    const answer = await steps.ask();
    expect([answer.status, answer.body.error.message]).toEqual([
      409,
      expect.stringContaining("'model:default/fraud' has no owner"),
    ]);
  });
});
