import { Knex } from 'knex';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { POLICY } from '../promotion/__testUtils__/policy';
import { evaluation } from './__testUtils__/evidenceOn';
import { openEvidence } from './__testUtils__/openEvidence';

jest.setTimeout(120_000);

const measured = (value: number, overrides: object = {}) =>
  evaluation({
    metrics: [{ name: 'roc_auc', value, n: 500 }],
    ...overrides,
  });

describe.each(databases.eachSupportedId())('gates on evidence on %s', id => {
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof openEvidence>>;

  async function open(gate = '') {
    portal = await openEvidence(knex, {
      policy: POLICY.replace('dataset: holdout}', `dataset: holdout${gate}}`),
    });
  }

  beforeEach(async () => {
    knex = await migratedDatabase(id);
  });

  afterEach(async () => {
    await portal.door.stop();
  });

  it('stop a promotion until an evaluation arrives', async () => {
    await open();
    const { body: asked } = await portal.ask('1');
    expect(asked).toMatchObject({
      state: 'blocked',
      gateRuns: [{ status: 'unknown' }],
    });
    await portal.add('2', { evaluations: [measured(0.99)] });
    await portal.sweep();
    expect(await portal.read(asked.id)).toMatchObject({ state: 'blocked' });

    await portal.add('1', { evaluations: [measured(0.95)] });
    await portal.sweep();
    expect(await portal.read(asked.id)).toMatchObject({
      state: 'awaiting_approval',
      gateRuns: [
        {
          status: 'pass',
          evidence: [{ observedAt: '2026-11-20T07:00:00.000Z' }],
        },
      ],
    });
    const { body: explained } = await portal.scientist.post(
      `/promotions/${asked.id}/gates/auc/explain`,
      {},
    );
    expect(explained).toMatchObject({
      replay: { status: 'pass', same: true },
      inputs: { measurements: [{ value: 0.95, n: 500 }] },
    });
  });

  it('go by the newest evaluation of the data', async () => {
    await open();
    await portal.add('1', {
      evaluations: [
        measured(0.5, { evaluatedAt: '2026-11-21T00:00:00Z' }),
        measured(0.95),
      ],
    });
    expect((await portal.ask('1')).body).toMatchObject({
      state: 'blocked',
      gateRuns: [{ status: 'fail' }],
    });
  });

  it('go by the slice and the number of rows that they name', async () => {
    await open(', slice: {market: de}, minSamples: 100');
    const slice = (n: number) => [
      { by: { market: 'de' }, metrics: [{ name: 'roc_auc', value: 0.93, n }] },
    ];
    await portal.add('1', { evaluations: [measured(0.99)] });
    await portal.add('2', {
      evaluations: [measured(0.5, { slices: slice(50) })],
    });
    await portal.add('3', {
      evaluations: [measured(0.5, { slices: slice(100) })],
    });
    for (const [version, status] of [
      ['1', 'unknown'],
      ['2', 'unknown'],
      ['3', 'pass'],
    ]) {
      const { body } = await portal.ask(version);
      expect([version, body.gateRuns[0].status]).toEqual([version, status]);
    }
  });
});
