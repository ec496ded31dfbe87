import { EvidenceAddition } from '@understudy/plugin-ml-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import {
  digestOf,
  evaluation,
  evidenceOn,
  FRAUD,
  NOW,
  scientist,
} from './__testUtils__/evidenceOn';
import { answerLimits, keptLimits } from './evidenceLimits';

jest.setTimeout(120_000);

const baseline = {
  field: 'amount',
  n: 10,
  edges: [0, 10, 100],
  counts: [6, 3],
  missing: 1,
};
const full: EvidenceAddition = {
  evaluations: [
    evaluation({
      datasetDigest: 'sha256:data',
      slices: [
        {
          by: { market: 'de', channel: 'web' },
          metrics: [{ name: 'AUC', value: 0.85, n: 800 }],
        },
      ],
      tool: 'mlflow.evaluate',
      runUri: 'https://mlflow.example/r1',
    }),
  ],
  artifacts: [
    { path: 'model.onnx', digest: digestOf('b'), sizeBytes: 12, uri: 's3://x' },
  ],
  baselines: [baseline],
  provenance: { code: { commit: 'abcdef1' }, trainedBy: 'nightly' },
  card: { text: '# Fraud score' },
  labels: [{ key: 'calibrated', value: 'yes' }],
  riskTier: { tier: 'high', rationale: 'Blocks payments' },
};

describe.each(databases.eachSupportedId())('EvidenceService on %s', id => {
  let knex: Knex;
  let on: Awaited<ReturnType<typeof evidenceOn>>;

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    on = await evidenceOn(knex);
  });

  it('answers everything that was added, and who added it', async () => {
    const origin = {
      id: expect.any(String),
      addedBy: 'user:default/scientist',
      addedAt: NOW.toISOString(),
    };
    const answer = await on.add(full);
    expect(answer).toEqual({
      versionId: expect.any(String),
      evaluations: [
        {
          ...origin,
          versionId: answer.versionId,
          dataset: 'holdout',
          datasetDigest: 'sha256:data',
          split: 'test',
          metrics: [
            {
              name: 'auc',
              rawName: 'roc_auc',
              value: 0.91,
              ci: [0.9, 0.92],
              n: 5000,
            },
          ],
          slices: [
            {
              by: { channel: 'web', market: 'de' },
              metrics: [{ name: 'auc', rawName: 'AUC', value: 0.85, n: 800 }],
            },
          ],
          evaluatedAt: '2026-11-20T07:00:00.000Z',
          tool: 'mlflow.evaluate',
          runUri: 'https://mlflow.example/r1',
        },
      ],
      artifacts: [{ ...origin, ...full.artifacts?.[0] }],
      baselines: [{ ...origin, ...baseline }],
      provenance: [{ ...origin, ...full.provenance }],
      cards: [{ ...origin, text: '# Fraud score' }],
      labels: [{ ...origin, key: 'calibrated', value: 'yes' }],
      riskTier: { ...origin, ...full.riskTier },
      truncated: [],
    });
    expect(await on.read()).toEqual(answer);
    expect(await on.read('2')).toMatchObject({ evaluations: [], labels: [] });
  });

  it('writes counts and hashes to the ledger, once, and no values', async () => {
    await on.add(full);
    await on.add(full);
    const events = await on.events();
    expect(events).toHaveLength(1);
    const data = JSON.parse(events[0].data);
    expect(data.after.added).toMatchObject({
      evaluations: {
        count: 1,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      artifacts: { count: 1 },
      labels: { count: 1 },
    });
    expect(events[0].data).not.toMatch(/0\.91|calibrated|Blocks payments/);
  });

  it('adds nothing where the same is said again, in another order', async () => {
    const metrics = [
      { name: 'a', value: 1 },
      { name: 'b', value: 2 },
    ];
    const before = await on.add({ evaluations: [evaluation({ metrics })] });
    expect(
      await on.add({
        evaluations: [
          evaluation({
            metrics: [...metrics].reverse(),
            evaluatedAt: '2026-11-20T07:00:00Z',
          }),
        ],
      }),
    ).toEqual(before);
  });

  it('keeps what is said of a version before and after a correction', async () => {
    await on.add({ card: { text: 'one' }, labels: [{ key: 'k', value: '1' }] });
    on.clock.now = new Date('2026-11-26T13:00:00.000Z');
    await on.add({ card: { text: 'two' }, labels: [{ key: 'k', value: '2' }] });
    await on.add({
      card: { text: 'one' },
      labels: [{ key: 'k', value: null }],
      provenance: { trainedBy: 'nightly' },
    });
    const after = await on.add({
      labels: [{ key: 'other', value: 'x' }],
      provenance: { trainedBy: 'nightly', run: { id: 'r1' } },
    });
    expect(after.cards.map(({ text }) => text)).toEqual(['one', 'two', 'one']);
    expect(
      after.labels.map(({ key, value, removedAt }) => [
        key,
        value,
        removedAt !== undefined,
      ]),
    ).toEqual([
      ['other', 'x', false],
      ['k', '2', true],
      ['k', '1', true],
    ]);
    expect(after.provenance.map(({ run }) => run?.id)).toEqual([
      'r1',
      undefined,
    ]);
  });

  it.each<[string, EvidenceAddition, string]>([
    [
      'an artifact with other bytes',
      { artifacts: [{ path: 'model.onnx', digest: digestOf('c') }] },
      `'model.onnx' of model:default/fraud-score@1 has the digest '${digestOf('b')}', not '${digestOf('c')}'`,
    ],
    [
      'an artifact with the same bytes elsewhere',
      {
        artifacts: [
          { path: 'model.onnx', digest: digestOf('b'), uri: 's3://y' },
        ],
      },
      `has the uri 's3://x', not 's3://y'`,
    ],
    [
      'other bytes of what the version itself is',
      {
        artifacts: [
          {
            path: 'model',
            uri: 's3://models/fraud/1',
            digest: digestOf('c'),
          },
        ],
      },
      `whose bytes have the digest '${digestOf('a')}', not '${digestOf('c')}'`,
    ],
    [
      'another baseline of a field',
      { baselines: [{ ...baseline, counts: [5, 4] }] },
      `the field 'amount' of model:default/fraud-score@1 has another baseline already`,
    ],
  ])('refuses %s, with all that comes along', async (_, addition, message) => {
    await on.add(full);
    const before = await on.read();
    await expect(
      on.add({ ...addition, card: { text: 'new' } }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(message),
    });
    expect(await on.read()).toEqual(before);
  });

  it('answers a request that is sent again, and refuses another one', async () => {
    const first = await on.add({ card: { text: 'one' } }, 'key');
    await on.add({ card: { text: 'two' } });
    // Without the key this would be a return to the first card.
    const again = await on.add({ card: { text: 'one' } }, 'key');
    expect(again.cards.map(({ text }) => text)).toEqual(['two', 'one']);
    expect(again.cards[1]).toEqual(first.cards[0]);
    await expect(on.add({ card: { text: 'x' } }, 'key')).rejects.toMatchObject({
      name: 'UnprocessableError',
    });
  });

  it('takes additions at the same time one after the other', async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        on.add({
          labels: [{ key: 'k', value: String(index) }],
          artifacts: [{ path: 'same', digest: digestOf('d') }],
        }),
      ),
    );
    const { labels, artifacts } = await on.read();
    expect(labels.filter(label => !label.removedAt)).toHaveLength(1);
    expect(labels).toHaveLength(8);
    expect(artifacts).toHaveLength(1);
  });

  it('says when there is more than it answers', async () => {
    const many = answerLimits.cards + 1;
    for (let count = 0; count < many; count++) {
      await on.add({ card: { text: `${count}` } });
    }
    const { cards, truncated } = await on.read();
    expect(cards).toHaveLength(answerLimits.cards);
    expect(cards[0].text).toBe(`${many - 1}`);
    expect(truncated).toEqual(['cards']);
  });

  it('keeps no more of one version than it can answer for', async () => {
    await on.add({ card: { text: 'first' } });
    const [card] = await knex('version_card');
    const rows = Array.from({ length: keptLimits.cards - 1 }, (_, index) => ({
      ...card,
      id: `${index}`.padStart(26, '0'),
      position: index + 1,
    }));
    await knex.batchInsert('version_card', rows, 100);
    await expect(on.add({ card: { text: 'more' } })).rejects.toThrow(
      `cards: ${FRAUD}@1 has ${keptLimits.cards} already`,
    );
  });

  it('knows no version that is not there', async () => {
    await expect(
      on.evidence.add(FRAUD, '9', full, { actor: scientist }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(
      on.evidence.get('model:default/other', '1'),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('never changes or loses what was added before', async () => {
    const value = fc.integer({ min: 0, max: 2 });
    const addition: fc.Arbitrary<EvidenceAddition> = fc.record(
      {
        evaluations: fc.array(
          fc.record({
            dataset: fc.constantFrom('a', 'b'),
            metrics: fc.tuple(
              fc.record({ name: fc.constantFrom('auc', 'f1'), value }),
            ),
            evaluatedAt: fc.constantFrom(
              '2026-11-01T00:00:00Z',
              '2026-11-02T00:00:00Z',
            ),
          }),
          { maxLength: 2 },
        ),
        artifacts: fc.tuple(
          fc.record({
            path: fc.constantFrom('x', 'y'),
            digest: fc.constantFrom(digestOf('1'), digestOf('2')),
          }),
        ),
        baselines: fc.tuple(
          fc.record({
            field: fc.constantFrom('x', 'y'),
            n: fc.constant(9),
            edges: fc.constant<number[]>([0, 1]),
            counts: fc.tuple(value),
          }),
        ),
        provenance: fc.record({ trainedBy: fc.constantFrom('p', 'q') }),
        card: fc.record({ text: fc.constantFrom('p', 'q') }),
        labels: fc.tuple(
          fc.record({
            key: fc.constantFrom('k', 'l'),
            value: fc.constantFrom('1', '2', null),
          }),
        ),
        riskTier: fc.record({
          tier: fc.constantFrom('high', 'limited', 'unheard-of'),
          rationale: fc.constant('why'),
        }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(addition, { minLength: 2, maxLength: 6 }),
        async additions => {
          let before = await readRows(knex);
          for (const one of additions) {
            const outcome: string = await on.add(one).then(
              () => 'added',
              error => error.name,
            );
            expect(['added', 'ConflictError', 'InputError']).toContain(outcome);
            const after = await readRows(knex);
            expect(outcome === 'added' || after.length === before.length).toBe(
              true,
            );
            const kept = new Set(after);
            expect(before.filter(row => !kept.has(row))).toEqual([]);
            before = after;
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

const tables = [
  'version_evaluation',
  'version_evaluation_metric',
  'version_artifact',
  'version_baseline',
  'version_provenance',
  'version_card',
  'version_label',
  'version_risk_tier',
];

/** Every row of evidence as text; of labels without when they were taken off. */
async function readRows(knex: Knex): Promise<string[]> {
  const rows: string[] = [];
  for (const table of tables) {
    for (const { removed_at: _, ...row } of await knex(table)) {
      rows.push(JSON.stringify([table, row]));
    }
  }
  return rows;
}
