import { Knex } from 'knex';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { expectDescribed } from '../__testUtils__/expectDescribed';
import {
  consumingModel,
  VIEW,
  VIEW_PATH,
  viewEntity,
} from './__testUtils__/contractEntities';
import { contractOf, expectationOf, field } from './__testUtils__/contracts';
import {
  ContractWorld,
  createContractWorld,
  startContracts,
} from './__testUtils__/startContracts';

jest.setTimeout(120_000);

const base = '/contracts/{kind}/{namespace}/{name}';
const spend = field('spend_7d');
const count = field('count_7d');
const declared = (version: string, fields = [spend, count], more = {}) => ({
  version,
  ports: contractOf({ fields }).spec.ports,
  ...more,
});
const fraud = consumingModel('fraud', { fields: ['spend_7d'] });
const churn = consumingModel('churn', { mode: 'offline' });

describe.each(databases.eachSupportedId())('contracts on %s', id => {
  let knex: Knex;
  let world: ContractWorld;
  let portal: Awaited<ReturnType<typeof startContracts>>;

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    world = createContractWorld([
      viewEntity(['fraud', 'churn'], { contract: declared('1.0.0') }),
      fraud,
      churn,
    ]);
    portal = await startContracts(knex, world);
  });

  const declare = async (contract: object) => {
    world.entities[0] = viewEntity(['fraud', 'churn'], {
      contract,
    });
    await portal.refresh();
  };
  const state = async () => {
    const answer = await portal.user.get(VIEW_PATH);
    expectDescribed('get', base, answer);
    return answer.body;
  };

  it('come from entities, version by version, with what each did', async () => {
    await portal.refresh();
    await portal.refresh();
    await declare(declared('2.0.0', [spend]));

    expect(await state()).toMatchObject({
      current: {
        subject: VIEW,
        version: '2.0.0',
        status: 'active',
        origin: 'declared',
        verdict: 'incompatible',
        requiredBump: 'major',
        report: { from: '1.0.0', declaredBump: 'major' },
        consumers: 2,
      },
      problems: [],
    });
    const first = await portal.user.get(`${VIEW_PATH}/versions?limit=1`);
    expectDescribed('get', `${base}/versions`, first);
    const second = await portal.user.get(
      `${VIEW_PATH}/versions?limit=1&cursor=${first.body.nextCursor}`,
    );
    expect(
      [...first.body.items, ...second.body.items].map(
        ({ version }: { version: string }) => version,
      ),
    ).toEqual(expect.arrayContaining(['1.0.0', '2.0.0']));
    expect(second.body.nextCursor).toBeUndefined();
    const diff = await portal.user.get(
      `${VIEW_PATH}/versions/1.0.0/diff/2.0.0`,
    );
    expectDescribed('get', `${base}/versions/{from}/diff/{to}`, diff);
    expect(diff.body.findings).toMatchObject([
      { ruleId: 'FIELD_REMOVED', path: 'count_7d' },
    ]);
    const one = await portal.user.get(`${VIEW_PATH}/versions/1.0.0`);
    expectDescribed('get', `${base}/versions/{version}`, one);
    expect(one.body.contract.spec.ports).toHaveLength(1);
  });

  it('keep what holds when one changes under its number, and show it', async () => {
    await portal.refresh();
    await declare(declared('1.0.0', [spend]));
    const { current, problems } = await state();
    expect(current.contract.spec.ports[0].schema.fields).toHaveLength(2);
    expect(problems).toMatchObject([{ ruleId: 'VERSION_NOT_BUMPED' }]);
    await expect(
      knex('contract_sighting').whereNotNull('gone_at').pluck('source'),
    ).resolves.toEqual(['declared:spec.contract']);

    await declare(declared('2.0.0', [spend]));
    expect((await state()).problems).toEqual([]);
  });

  it('are left as they were by one that makes no sense', async () => {
    await portal.refresh();
    await declare({ version: 'two', ports: [{ name: 'features' }] });
    const { current, problems } = await state();
    expect(current.version).toBe('1.0.0');
    expect(problems[0]).toMatchObject({
      ruleId: 'CONTRACT_INVALID',
      message: expect.stringContaining('spec.contract/metadata/version'),
    });
  });

  it('move on in status under one number, and never back', async () => {
    await portal.refresh();
    await declare(declared('1.0.0', undefined, { status: 'deprecated' }));
    await declare(declared('1.0.0', undefined, { status: 'draft' }));
    expect((await state()).current.status).toBe('deprecated');
    expect(await portal.ledger()).toEqual([
      'dev.understudy.contract.published',
      'dev.understudy.contract.deprecated',
    ]);
  });

  it('tell each owner once, after the fact, what broke', async () => {
    await portal.refresh();
    const replica = await startContracts(knex, world);
    world.entities[0] = viewEntity(['fraud', 'churn'], {
      contract: declared('2.0.0', [count]),
    });
    await Promise.all([portal.refresh(), replica.refresh()]);
    const told = (await portal.messages()).flatMap(message =>
      message.kind === 'notification' ? [message] : [],
    );
    expect(
      told.map(({ recipients, topic }) => [recipients, topic]).sort(),
    ).toEqual([
      [['group:default/churn-team'], 'ml.contract'],
      [['group:default/feature-platform'], 'ml.contract'],
      [['group:default/fraud-team'], 'ml.contract'],
    ]);
    expect(
      (await portal.ledger()).filter(type => type.endsWith('violated')),
    ).toHaveLength(1);
    expect(
      told.find(({ recipients }) => recipients[0].endsWith('fraud-team')),
    ).toMatchObject({
      title: 'The contract card-activity 2.0.0 breaks fraud',
      link: '/catalog/default/featureview/card-activity/contract',
    });
  });

  describe('a check', () => {
    const check = async (body: object, who: 'user' | 'ci' = 'user') => {
      const answer = await portal[who].post('/contracts/check', {
        subject: VIEW,
        ...body,
      });
      expectDescribed('post', '/contracts/check', answer);
      return answer;
    };

    it('says that a document of ODCS has no schema to be checked', async () => {
      const document = {
        ...{ apiVersion: 'v3.1.0', kind: 'DataContract', version: '4.0.0' },
        ...{ id: 'spend', status: 'active' },
      };
      const { body } = await check({ format: 'odcs', document });
      expect(body.lossy).toEqual([
        {
          pointer: '',
          code: 'NO_SCHEMA',
          message: 'The document has no schema, and so no ports.',
        },
      ]);
      const published = await portal.user.post(`${VIEW_PATH}/versions`, {
        format: 'odcs',
        document: { ...document, schema: [] },
      });
      expect(published.status).toBe(201);
      expect(published.body.lossy).toContainEqual(body.lossy[0]);
      expect(published.body.contract.spec.ports).toEqual([]);
    });

    it('names exactly who breaks, and who is to be told', async () => {
      await portal.refresh();
      const { body } = await check({
        contract: contractOf({ version: '1.1.0', fields: [spend] }),
      });
      expect(body).toMatchObject({
        subject: VIEW,
        verdict: 'incompatible',
        report: { requiredBump: 'major', declaredBump: 'minor' },
        consumers: [
          {
            consumer: 'model:default/churn',
            verdict: 'incompatible',
            basis: 'relation',
            use: 'training',
          },
          {
            consumer: 'model:default/fraud',
            verdict: 'compatible_with_warnings',
            use: 'production',
            fields: [{ port: 'features', path: 'spend_7d' }],
          },
        ],
        complete: true,
        tell: [
          {
            owner: 'group:default/churn-team',
            consumers: ['model:default/churn'],
          },
        ],
      });
      const again = await check(
        { contract: contractOf({ version: '1.1.0', fields: [spend] }) },
        'ci',
      );
      expect(again.body).toEqual(body);
      expect(await knex('contract_version').pluck('version')).toEqual([
        '1.0.0',
      ]);
    });

    it('says nothing of consumers that the caller may not read', async () => {
      await portal.refresh();
      world.hidden.add('model:default/churn');
      for (const who of ['user', 'ci'] as const) {
        const { body } = await check(
          { contract: contractOf({ version: '2.0.0', fields: [spend] }) },
          who,
        );
        expect(body.complete).toBe(false);
        expect(body.consumers).toHaveLength(1);
        expect(JSON.stringify(body)).not.toContain('churn');
      }
      world.hidden.add(VIEW);
      await expect(check({ contract: contractOf() })).resolves.toMatchObject({
        status: 404,
      });
    });

    it('goes by what consumers declare before what they imply', async () => {
      await portal.refresh();
      world.owns.push('group:default/churn-team');
      const published = await portal.user.post(
        '/contracts/model/default/churn/versions',
        {
          contract: expectationOf({
            subject: 'model:default/churn',
            fields: [spend],
          }),
        },
      );
      expect(published.status).toBe(201);
      const { body } = await check({
        contract: contractOf({ version: '1.1.0', fields: [spend] }),
      });
      expect(body.consumers).toMatchObject([
        { consumer: 'model:default/fraud' },
        {
          consumer: 'model:default/churn',
          verdict: 'compatible',
          basis: 'contract',
          range: '^1.0.0',
          pinnedTo: '1.0.0',
        },
      ]);
      expect(body.tell).toEqual([]);
    });

    it('reads schemas in other formats, and numbers them', async () => {
      await portal.refresh();
      const { body } = await check({
        format: 'openlineage',
        document: { fields: [{ name: 'spend_7d', type: 'double not null' }] },
      });
      expect(body.report).toMatchObject({ to: '2.0.0' });
      expect(body.consumers[0]).toMatchObject({
        consumer: 'model:default/churn',
        verdict: 'incompatible',
      });
    });

    it('holds it against the conventions of the portal', async () => {
      portal = await startContracts(knex, world, {
        config: {
          ml: {
            contracts: { conventions: { naming: { fields: '[a-z_]+' } } },
          },
        },
      });
      const { body } = await check({ contract: contractOf() });
      expect(body.lint).toMatchObject([{ ruleId: 'NAMING_CONVENTION' }]);
      await expect(
        startContracts(knex, world, {
          config: { ml: { contracts: { conventions: { nameing: {} } } } },
        }),
      ).rejects.toThrow(/ml.contracts.conventions: \/nameing/);
    });

    it.each<[string, object, string]>([
      ['nothing', {}, "'contract', or both 'format' and 'document'"],
      [
        'two forms',
        { contract: {}, format: 'avro' },
        "'contract', or both 'format' and 'document'",
      ],
      ['no contract', { contract: { kind: 'Model' } }, 'contract/kind'],
      [
        'another subject',
        { contract: contractOf({ subject: 'model:default/fraud' }) },
        "has to be 'featureview:default/card-activity'",
      ],
      [
        'a consumer',
        {
          contract: expectationOf({ subject: VIEW, fields: [spend] }),
        },
        'send the contract of a provider',
      ],
      ['a format nobody knows', { format: 'xsd', document: {} }, 'format'],
      [
        'a broken schema',
        { format: 'avro', document: { type: 'record' } },
        'document is no avro',
      ],
      [
        'a schema of nothing but itself',
        { format: 'json-schema', document: { $ref: '#' } },
        'document is no json-schema',
      ],
      [
        'a contradiction',
        {
          contract: contractOf({
            fields: [
              field('a', {
                type: {
                  kind: 'scalar',
                  type: 'decimal',
                  precision: 2,
                  scale: 9,
                },
              }),
            ],
          }),
        },
        'Must not be above precision',
      ],
    ])('refuses %s', async (_, body, message) => {
      const answer = await check(body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain(message);
    });

    it('refuses what is nested without end, and what is too large', async () => {
      const deep = `${'{"x-a":'.repeat(300)}1${'}'.repeat(300)}`;
      const nested = await check({ contract: JSON.parse(deep) });
      expect(nested.body.error.message).toContain('nested deeper than 200');
      const large = await check({ contract: { note: 'x'.repeat(2_100_000) } });
      expect(large.status).toBe(413);
    });

    it('takes 2,000 fields', async () => {
      const fields = Array.from({ length: 2000 }, (__, i) => field(`f${i}`));
      const { status, body } = await check({
        contract: contractOf({ fields }),
      });
      expect([status, body.verdict]).toEqual([200, 'unverifiable']);
    });
  });

  describe('publishing', () => {
    const publish = async (body: object, who: 'user' | 'ci' = 'user') => {
      const answer = await portal[who].post(`${VIEW_PATH}/versions`, body);
      expectDescribed('post', `${base}/versions`, answer);
      return answer;
    };

    it('reads a document of ODCS that breaks its version, and says where', async () => {
      const code = 'AGAINST_THE_STANDARD';
      const { status, body } = await publish({
        format: 'odcs',
        document: {
          ...{ apiVersion: 'v3.0.2', kind: 'DataContract', version: '4.0.0' },
          ...{ id: 'spend', status: 'active', retention: 'P1Y' },
          schema: [
            {
              name: 'features',
              properties: [{ name: 'spend_7d', logicalType: 'timestamp' }],
            },
          ],
        },
      });
      expect(status).toBe(201);
      expect(body.lossy).toContainEqual({
        ...{ pointer: '/retention', code },
        message: 'ODCS 3.0 has no key "retention" here.',
      });
      expect(body.lossy).toContainEqual(
        expect.objectContaining({
          ...{ pointer: '/schema/0/properties/0/logicalType', code },
        }),
      );
    });

    it('stores a version once, and refuses its number for another', async () => {
      const first = await publish({ contract: contractOf() });
      const again = await publish({ contract: contractOf() }, 'ci');
      expect([first.status, again.status]).toEqual([201, 200]);
      expect(first.body).toMatchObject({
        origin: 'attached',
        publishedBy: 'user:default/feature-engineer',
      });
      const other = await publish({
        contract: contractOf({ fields: [spend, count] }),
      });
      expect(other.status).toBe(409);
      expect(other.body.error.message).toContain('VERSION_REUSED_DIGEST');
      expect((await state()).current.digest).toBe(first.body.digest);
    });

    it('lets drafts be replaced until one is active', async () => {
      const draft = { version: '1.1.0-rc.1', status: 'draft' as const };
      await publish({ contract: contractOf(draft) });
      const replaced = await publish({
        contract: contractOf({ ...draft, fields: [spend, count] }),
      });
      expect(replaced.status).toBe(200);
      await publish({
        contract: contractOf({
          version: '1.1.0-rc.1',
          fields: [spend, count],
        }),
      });
      const late = await publish({ contract: contractOf(draft) });
      expect(late.status).toBe(409);
    });

    it('takes a schema with what it cannot carry over', async () => {
      const { status, body } = await publish({
        format: 'openlineage',
        document: { fields: [{ name: 'place', type: 'geohash' }] },
      });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        version: '1.0.0',
        lossy: [{ code: 'NOT_INTERPRETED', pointer: '/fields/0/type' }],
      });
    });

    it('is for owners, and for services that may', async () => {
      world.owns = ['group:default/others'];
      const stranger = await publish({ contract: contractOf() });
      expect(stranger.status).toBe(403);
      expect(stranger.body.error.message).toContain('feature-platform');
      world.denied.add('ml.contract.publish');
      const service = await publish({ contract: contractOf() }, 'ci');
      expect(service.status).toBe(403);
      expect(await knex('contract_version')).toEqual([]);
    });

    it('is read like the entity itself', async () => {
      await publish({ contract: contractOf() });
      world.hidden.add(VIEW);
      for (const path of [
        '',
        '/versions',
        '/versions/1.0.0',
        '/versions/1.0.0/diff/1.0.0',
        '/consumers',
        '/deprecations',
        '/export?format=mlflow',
      ]) {
        const answer = await portal.user.get(`${VIEW_PATH}${path}`);
        expect([path, answer.status]).toEqual([path, 404]);
      }
    });
  });

  it('are written in other formats', async () => {
    await portal.refresh();
    const schema = await portal.user.get(
      `${VIEW_PATH}/export?format=json-schema`,
    );
    expectDescribed('get', `${base}/export`, schema);
    expect(schema.body.documents).toMatchObject([
      { name: 'features', document: { required: ['spend_7d', 'count_7d'] } },
    ]);
    const unknown = await portal.user.get(`${VIEW_PATH}/export?format=xsd`);
    expect(unknown.status).toBe(400);
  });

  it.each(['odcs', 'avro', 'openlineage', 'feast'])(
    'are written as %s and read from it again',
    async format => {
      await portal.refresh();
      const written = await portal.user.get(
        `${VIEW_PATH}/export?format=${format}`,
      );
      expect(written.status).toBe(200);
      expectDescribed('get', `${base}/export`, written);
      const [{ document }] = written.body.documents;
      const check = await portal.user.post('/contracts/check', {
        subject: VIEW,
        format,
        document,
      });
      expect(check.status).toBe(200);
      expect(check.body.report.findings).not.toContainEqual(
        expect.objectContaining({ ruleId: 'FIELD_REMOVED' }),
      );
    },
  );

  it('are worked out of fields until somebody declares one', async () => {
    const fields = [{ name: 'spend_7d', type: 'double', unit: 'EUR' }];
    world.entities[0] = viewEntity(['fraud'], { fields });
    await portal.refresh();
    world.entities[0] = viewEntity(['fraud'], {
      fields: [...fields, { name: 'count_7d', type: 'bigint' }],
    });
    await portal.refresh();
    expect((await state()).current).toMatchObject({
      version: '1.1.0',
      origin: 'fields',
      verdict: 'compatible',
    });

    const contract = declared('3.0.0', [spend]);
    world.entities[0] = viewEntity(['fraud'], {
      fields: [...fields, { name: 'count_7d', type: 'bigint' }],
      contract,
    });
    await portal.refresh();
    const { current, problems } = await state();
    expect(current).toMatchObject({ version: '3.0.0', origin: 'declared' });
    expect(problems).toMatchObject([
      { ruleId: 'CONTRACT_STALE', port: 'features', severity: 'warning' },
    ]);
  });
});
