import { Knex } from 'knex';
import { sourceVersion } from '../../__testUtils__/FakeVersionSource';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { seedVersions } from '../../__testUtils__/seedVersions';
import {
  consumingModel,
  VIEW,
  viewEntity,
} from '../__testUtils__/contractEntities';
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
        sourceVersion('4', {
          signature: {
            inputs: [column('amount')],
            outputs: [{ ...column('score'), type: 'float' }, column('reason')],
          },
        }),
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

  it('lets through what the owner accepts, and not a moment longer', async () => {
    const component = world.entities[2];
    world.entities[2] = {
      ...component,
      relations: [{ type: 'ownedBy', targetRef: 'group:default/checkout' }],
    };
    world.ownsBy
      .set('feature-engineer', ['group:default/fraud-team'])
      .set('developer', ['group:default/checkout']);
    const path = '/contracts/model/default/fraud/waivers';
    const [{ ref }] = (await ask('2')).breaks;
    const asked = await portal.user.post(path, {
      findings: [
        {
          ruleId: 'REQUIRED_FIELD_MISSING',
          port: 'outputs',
          path: 'score',
          consumer: ref,
        },
      ],
      reason: 'Checkout moves next week',
      until: '2026-11-27T09:30:00Z',
    });
    await portal
      .person('developer')
      .post(`${path}/${asked.body.items[0].id}/decision`, {
        verdict: 'granted',
      });

    world.clock.now = new Date('2026-11-27T09:29:00.000Z');
    expect(await ask('2')).toMatchObject({
      breaks: [],
      waived: [
        {
          ref: 'component:default/checkout',
          summary: expect.stringMatching(
            /^checkout: waived by user:default\/developer until 2026-11-27T09:30Z: .*score.*\(Checkout moves next week\)$/,
          ),
        },
      ],
    });
    world.clock.now = new Date('2026-11-27T09:30:00.000Z');
    expect(await ask('2')).toMatchObject({
      breaks: [{ ref: 'component:default/checkout' }],
      waived: [],
    });
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

  describe('of data that is not as its contract says', () => {
    /** The model reads `spend_7d` of the view, which promises one field more. */
    const observe = async (
      columns: Record<string, string>,
      lifecycle = 'production',
    ) => {
      world.entities[0] = viewEntity(['fraud'], {
        lifecycle,
        contract: view(['spend_7d', 'count_7d'], '1.1.0').spec?.contract,
      });
      const fields = Object.entries(columns).map(([name, type]) => ({
        name,
        type,
      }));
      world.lineage.getSchemas.mockResolvedValue({
        items: [
          {
            entityRef: VIEW,
            schemas: [
              {
                namespace: 'bigquery',
                name: 'warehouse.card_activity',
                environment: 'production',
                observedAt: '2026-11-26T11:00:00.000Z',
                digest: JSON.stringify(columns).slice(-43),
                facet: { fields },
              },
            ],
          },
        ],
        cursor: JSON.stringify(columns),
        more: false,
      });
      await portal.refresh();
      await portal.refresh();
    };
    it('says what the version cannot read, until it is there again', async () => {
      await observe({ spend_7d: 'string', count_7d: 'double' });
      expect((await ask('1')).breaks).toEqual([
        {
          ref: VIEW,
          summary: expect.stringMatching(
            /^card-activity: Observed in warehouse\.card_activity: .*spend_7d/,
          ),
        },
      ]);
      await observe({ spend_7d: 'double', count_7d: 'double' });
      expect(await ask('1')).toMatchObject({ breaks: [], doubts: [] });
    });

    it('minds only what the version reads', async () => {
      await observe({ spend_7d: 'double' });
      const { body } = await portal.user.get(
        '/contracts/featureview/default/card-activity',
      );
      expect(body.problems).toMatchObject([{ ruleId: 'CONTRACT_STALE' }]);
      expect(await ask('1')).toMatchObject({ breaks: [], doubts: [] });
    });

    it('warns where nobody is served by the data', async () => {
      await observe({ spend_7d: 'double', count_7d: 'double' }, 'experimental');
      const { warnings } = await ask('1');
      await observe({ count_7d: 'double' }, 'experimental');
      expect(await ask('1')).toMatchObject({
        breaks: [],
        warnings: warnings + 1,
      });
    });

    it('counts as the policy says', async () => {
      await observe({ count_7d: 'double' });
      expect((await ask('1')).breaks).toMatchObject([{ ref: VIEW }]);
      const override = {
        ruleId: 'FIELD_REMOVED',
        severity: 'warning' as const,
        reason: 'The loader fills it',
      };
      const { breaks, overridden } = await ask('1', { overrides: [override] });
      expect(breaks.map(({ ref }) => ref)).not.toContain(VIEW);
      expect(overridden).toEqual([
        { ref: VIEW, summary: expect.stringContaining('The loader fills it') },
      ]);
    });
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

  describe('asked by the settings of a policy', () => {
    /** Somebody who uses the model and declares nothing. */
    const addSilentConsumer = () => {
      world.entities.push({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'report', namespace: 'default' },
      });
      world.entities[1] = {
        ...world.entities[1],
        relations: [
          ...(world.entities[1].relations ?? []),
          { type: 'dependencyOf', targetRef: 'component:default/report' },
        ],
      };
    };
    const broken = async (
      label: string,
      settings: ContractFactsRequest['settings'],
    ) => (await ask(label, { settings })).breaks.map(({ ref }) => ref).sort();

    it('counts the consumers that it names', async () => {
      addSilentConsumer();
      expect(await broken('2', undefined)).toEqual(
        ['checkout', 'report'].map(name => `component:default/${name}`),
      );
      world.lineage.getImpact.mockClear();
      expect(await broken('2', { consumers: 'declared' })).toEqual([
        'component:default/checkout',
      ]);
      expect(await broken('2', { consumers: 'none' })).toEqual([]);
      expect(world.lineage.getImpact).not.toHaveBeenCalled();
    });

    it('does not doubt what it did not have to ask', async () => {
      world.lineage.getImpact.mockRejectedValue(new Error('away'));
      const settings = { consumers: 'declared' as const };
      expect((await ask('1', { settings })).doubts).toEqual([]);
    });

    it.each([
      ['BY_PORT', false],
      ['NONE', false],
      ['BACKWARD', false],
      ['BACKWARD_TRANSITIVE', false],
      ['FORWARD', true],
      ['FORWARD_TRANSITIVE', true],
      ['FULL', true],
      ['FULL_TRANSITIVE', true],
    ] as const)(
      'by the mode %s a number that says what broke is not enough: %p',
      async (mode, breaks) => {
        expect(await broken('2', { mode, consumers: 'none' })).toEqual(
          breaks ? ['model:default/fraud'] : [],
        );
      },
    );

    it('reads by the profile that it names', async () => {
      expect(await broken('4', { profile: 'default' })).toEqual([]);
      expect(await broken('4', { profile: 'oip' })).toContain(
        'component:default/checkout',
      );
    });

    it('takes what an override makes milder as such, and names it', async () => {
      const override = {
        ruleId: 'FIELD_REMOVED',
        severity: 'warning' as const,
        reason: 'Checkout falls back to rules',
      };
      const before = await ask('2');
      const facts = await ask('2', { overrides: [override] });
      expect(facts).toMatchObject({
        breaks: [],
        warnings: before.warnings + 1,
        overridden: [
          {
            ref: 'component:default/checkout',
            summary: expect.stringMatching(
              /counts as warning, as the policy says: Checkout falls back to rules\./,
            ),
          },
        ],
      });
      expect(before).not.toHaveProperty('overridden');

      const off = { ...override, severity: 'off' as const };
      expect(await ask('2', { overrides: [off] })).toMatchObject({
        breaks: [],
        warnings: before.warnings,
      });
      for (const elsewhere of [
        { environments: ['staging'] },
        { ports: ['inputs'] },
        { entities: ['model:default/other'] },
      ]) {
        const scoped = { ...override, ...elsewhere };
        expect((await ask('2', { overrides: [scoped] })).breaks).toHaveLength(
          1,
        );
      }
    });

    it('lets an override make a finding worse', async () => {
      const { breaks } = await ask('2', {
        settings: { consumers: 'none' },
        overrides: [
          {
            ruleId: 'CONTRACT_MISSING',
            severity: 'error',
            reason: 'Everybody declares here',
          },
        ],
      });
      expect(breaks).toMatchObject([
        { ref: 'featureview:default/card-activity' },
      ]);
    });
  });

  it('answers many questions with as many queries as one', async () => {
    const models = Array.from({ length: 12 }, (_, index) => `m${index}`);
    world.entities.push(
      ...models.map(name => ({
        ...consumingModel(name, { fields: ['spend_7d'] }),
        relations: [
          {
            type: 'consumesFeature',
            targetRef: 'featureview:default/card-activity',
          },
        ],
      })),
    );
    for (const model of models) {
      await seedVersions(knex, { model, versions: [signed('1', ['score'])] });
    }
    await portal.refresh();
    const rows: { id: string; ref: string }[] = await knex('version')
      .join('subject', 'subject.id', 'version.subject_id')
      .whereIn(
        'subject.ref',
        models.map(name => `model:default/${name}`),
      )
      .select('version.id', 'subject.ref');
    const questions = rows.map(({ id: versionId, ref }) => ({
      model: world.entities.find(
        ({ metadata }) => `model:default/${metadata.name}` === ref,
      )!,
      versionId,
      environment: 'production',
      serves: true,
    }));
    world.lineage.getNeighbourhoods = jest.fn(async ({ roots }) => ({
      items: roots.map((root: string) => ({ root, found: false })),
    }));
    const requests = () =>
      Object.values(world.lineage).reduce(
        (sum, { mock }) => sum + mock.calls.length,
        0,
      );
    const count = async (asked: typeof questions) => {
      const before = requests();
      let queries = 0;
      const add = () => {
        queries += 1;
      };
      knex.on('query', add);
      const facts = await portal.gate.read(asked);
      knex.removeListener('query', add);
      return { queries, facts, requests: requests() - before };
    };
    const few = await count(questions.slice(0, 1));
    const many = await count(questions);
    expect(many.facts).toHaveLength(12);
    expect(many.facts).toEqual(
      Array.from({ length: 12 }, () =>
        expect.objectContaining({
          contract: expect.objectContaining({ version: '1.0.0' }),
          breaks: [],
          doubts: [],
        }),
      ),
    );
    expect(many.queries).toBe(few.queries);
    // Of lineage, one for ten.
    expect([few.requests, many.requests]).toEqual([1, 2]);
    expect(few.queries).toBeGreaterThan(5);
  });
});
