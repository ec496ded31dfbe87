import { ConfigReader } from '@backstage/config';
import { databases } from '../../../__testUtils__/migratedDatabase';
import { setStoredAlias } from '../../../aliases/history/setStoredAlias';
import { EvidenceService } from '../../../evidence/EvidenceService';
import { DatabaseVersionStore } from '../../../registry/DatabaseVersionStore';
import { openPortal, Portal } from '../../__testUtils__/openPortal';
import { POLICY } from '../../__testUtils__/policy';
import { MODEL } from '../../__testUtils__/startPromotions';

jest.setTimeout(120_000);

const gateOf = (settings: string, type = 'metric') =>
  `gates: [{id: gate, type: ${type}, with: {${settings}}}]`;
/** The policy of the tests with another gate, at one of its stages. */
const policyWith = (settings: string, stage = 'production') => {
  const text = POLICY.replace(/ +gates:[^]*?\n(?= +approvals:)/, '');
  return stage === 'production'
    ? text.replace(
        '      approvals:',
        `      ${gateOf(settings)}\n      approvals:`,
      )
    : text.replace('kind: test', `kind: test\n      ${gateOf(settings)}`);
};
const champion =
  "metric: roc_auc, dataset: payments, op: '>=', relativeTo: champion";

describe.each(databases.eachSupportedId())('comparing gates on %s', id => {
  let portal: Portal;
  let evidence: EvidenceService;

  beforeEach(async () => {
    portal = await openPortal(id, { policy: policyWith(champion) });
    evidence = EvidenceService.fromConfig(new ConfigReader({}), {
      knex: portal.knex,
      subjects: portal.services.subjects,
      versions: DatabaseVersionStore.create({
        knex: portal.knex,
        serverTitle: () => undefined,
      }),
      now: () => portal.world.clock.now,
    });
  });

  afterEach(async () => {
    await portal.stop();
  });

  const evaluate = async (
    version: string,
    value: number,
    options: { data?: string; slices?: Record<string, number> } = {},
  ) => {
    const { data = 'd1', slices = {} } = options;
    await evidence.add(
      MODEL,
      version,
      {
        evaluations: [
          {
            dataset: 'payments',
            datasetDigest: data,
            evaluatedAt: '2026-11-20T00:00:00.000Z',
            metrics: [{ name: 'roc_auc', value, n: 5000 }],
            slices: Object.entries(slices).map(([market, ofSlice]) => ({
              by: { market },
              metrics: [{ name: 'roc_auc', value: ofSlice }],
            })),
          },
        ],
      },
      { actor: { ref: 'user:default/scientist', kind: 'user' } },
    );
  };
  const sweep = () =>
    portal.feature.sweeper.sweep(new AbortController().signal);
  const gateRun = async (version: string, body: object = {}) => {
    const { body: promotion } = await portal.ask(version, body);
    expect(promotion.gateRuns).toHaveLength(1);
    return promotion.gateRuns[0];
  };
  const setBaseline = async (version: string, recordId?: string) => {
    const record = await portal.knex('registry_record').first();
    await portal.knex.transaction(tx =>
      setStoredAlias(tx, {
        record: { id: recordId ?? record.id, subjectId: portal.subjectId },
        alias: 'baseline',
        versionId: portal.versions[version],
        at: portal.world.clock.now.toISOString(),
        via: 'outside',
      }),
    );
  };

  it('let the first one through, and compare the next with it', async () => {
    expect(await gateRun('41')).toMatchObject({ status: 'unknown' });
    await evaluate('41', 0.9);
    await sweep();
    expect(await portal.promote('41')).toMatchObject({ state: 'succeeded' });

    await evaluate('42', 0.89);
    expect(await gateRun('42')).toMatchObject({
      status: 'fail',
      blocks: true,
      summary: expect.stringContaining(`0.9 for ${MODEL}@41: 0.01 worse`),
      evidence: [{ ref: `${MODEL}@42` }, { ref: `${MODEL}@41` }],
    });
  });

  it('wait until the champion was measured on the same data', async () => {
    await evaluate('41', 0.9);
    await portal.promote('41');
    await evaluate('43', 0.95, { data: 'd2' });
    const { body: asked } = await portal.ask('43');
    expect(asked).toMatchObject({
      state: 'blocked',
      gateRuns: [
        {
          status: 'unknown',
          remedy: `Evaluate ${MODEL}@41 on the data with the digest d2`,
        },
      ],
    });
    await evaluate('41', 0.94, { data: 'd2' });
    await sweep();
    expect(await portal.read(asked.id)).toMatchObject({
      state: 'awaiting_approval',
      gateRuns: [{ status: 'pass' }],
    });
    const { body: explained } = await portal
      .by('scientist')
      .post(`/promotions/${asked.id}/gates/gate/explain`, {});
    expect(explained).toMatchObject({
      words:
        'roc_auc on payments is not worse than that of the champion on the same data',
      inputs: { reference: { versionRef: `${MODEL}@41` } },
      replay: { status: 'pass', same: true },
    });
  });

  it('compare with the champion of the target only', async () => {
    await evaluate('41', 0.9);
    await evaluate('42', 0.5);
    await portal.promote('41', { segment: 'market=de' });
    expect(await gateRun('42', { segment: 'market=de' })).toMatchObject({
      status: 'fail',
    });
    expect(await gateRun('42', { segment: 'market=fr' })).toMatchObject({
      status: 'pass',
      summary: expect.stringContaining('no version yet that is the champion'),
    });
  });

  it('compare with what is served, before anything is served there', async () => {
    await evaluate('41', 0.9);
    await evaluate('42', 0.5);
    await portal.promote('41');
    await portal.setPolicy(policyWith(champion, 'staging'));
    expect(await gateRun('42', { stage: 'staging' })).toMatchObject({
      status: 'fail',
      summary: expect.stringContaining(`${MODEL}@41`),
    });
  });

  it('compare with the champion before, as a rollback would find it', async () => {
    await evaluate('40', 0.95);
    await evaluate('41', 0.96);
    await evaluate('42', 0.955);
    await portal.promote('40');
    await portal.setPolicy(
      policyWith(champion.replace('champion', 'previous')),
    );
    await portal.promote('41');
    expect(await gateRun('42')).toMatchObject({
      status: 'pass',
      summary: expect.stringContaining(`0.95 for ${MODEL}@40`),
    });
    portal.advance(60);
    await portal.rollBack();
    await portal.settle();
    expect(await gateRun('43')).toMatchObject({ status: 'unknown' });
  });

  it('compare with the version that has the alias baseline', async () => {
    await portal.setPolicy(
      policyWith(champion.replace('champion', 'baseline')),
    );
    await evaluate('40', 0.8);
    await evaluate('42', 0.9);
    await evaluate('43', 0.9);
    await evaluate('44', 0.9);
    expect(await gateRun('42')).toMatchObject({
      status: 'unknown',
      remedy: expect.stringContaining("alias 'baseline'"),
    });
    await setBaseline('40');
    expect(await gateRun('43')).toMatchObject({
      status: 'pass',
      summary: expect.stringContaining(`0.8 for ${MODEL}@40`),
    });
    const other = '01KAZZZZZZZZZZZZZZZZZZZZZZ';
    await portal.knex('registry_record').insert({
      id: other,
      server: 'us',
      name: 'fraud_score',
      kind: 'model',
      subject_id: portal.subjectId,
      label_prefix: 'us:',
      first_seen_at: portal.world.clock.now.toISOString(),
    });
    await setBaseline('41', other);
    expect(await gateRun('44')).toMatchObject({
      status: 'unknown',
      summary: "Several versions have the alias 'baseline': '40', '41'",
    });
  });

  it('read every slice, of any key, and only of that', async () => {
    await portal.setPolicy(
      policyWith(
        "metric: roc_auc, dataset: payments, op: '>=', value: 0.9, everySliceOf: market",
      ),
    );
    await evaluate('41', 0.5, { slices: { de: 0.95, 'a%_!"\\': 0.91 } });
    expect(await gateRun('41')).toMatchObject({
      status: 'pass',
      summary: expect.stringMatching(/^All 2 values of market pass/),
    });
    await evaluate('42', 0.99, { slices: { de: 0.95, fr: 0.7 } });
    expect(await gateRun('42')).toMatchObject({
      status: 'fail',
      summary: expect.stringContaining('market=fr = 0.7'),
    });
    await evaluate('43', 0.99);
    expect(await gateRun('43')).toMatchObject({ status: 'unknown' });
  });
});
