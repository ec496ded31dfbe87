import { Evaluation, VersionEvidence } from '@understudy/plugin-ml-common';
import { compareEvidence } from './compareEvidence';

const origin = {
  id: '01',
  addedBy: 'user:default/scientist',
  addedAt: '2026-11-26T12:00:00.000Z',
};

function measured(
  value: number,
  overrides: Partial<Evaluation> = {},
): Evaluation {
  return {
    ...origin,
    versionId: '01',
    dataset: 'holdout',
    metrics: [{ name: 'auc', rawName: 'auc', value }],
    slices: [],
    evaluatedAt: '2026-11-20T00:00:00.000Z',
    ...overrides,
  };
}

const evidence = (overrides: Partial<VersionEvidence>): VersionEvidence => ({
  versionId: '01',
  evaluations: [],
  artifacts: [],
  baselines: [],
  provenance: [],
  cards: [],
  labels: [],
  truncated: [],
  ...overrides,
});

const definitions = [
  { name: 'auc', aliases: [], unit: 'ratio', direction: 'higher' as const },
];

describe('compareEvidence', () => {
  it('takes the newest evaluation of each version', () => {
    const { evaluations } = compareEvidence(
      [
        // As it is read: newest first.
        evidence({
          evaluations: [
            measured(0.9, { evaluatedAt: '2026-11-21T00:00:00.000Z' }),
            measured(0.8),
          ],
        }),
        evidence({ evaluations: [measured(0.7)] }),
        evidence({}),
      ],
      definitions,
    );
    expect(evaluations).toEqual([
      {
        name: 'auc',
        dataset: 'holdout',
        by: {},
        unit: 'ratio',
        direction: 'higher',
        values: [
          {
            rawName: 'auc',
            value: 0.9,
            evaluatedAt: '2026-11-21T00:00:00.000Z',
          },
          {
            rawName: 'auc',
            value: 0.7,
            evaluatedAt: '2026-11-20T00:00:00.000Z',
          },
          null,
        ],
      },
    ]);
  });

  it('keeps data with other digests apart, and slices after the whole', () => {
    const slices = [
      {
        by: { market: 'de' },
        metrics: [{ name: 'auc', rawName: 'auc', value: 0.6, n: 9 }],
      },
    ];
    const { evaluations } = compareEvidence(
      [
        evidence({
          evaluations: [measured(1, { datasetDigest: 'a', slices })],
        }),
        evidence({
          evaluations: [measured(2, { datasetDigest: 'b', slices })],
        }),
      ],
      [],
    );
    expect(
      evaluations.map(({ by, datasetDigest, values }) => [
        by,
        datasetDigest,
        values.map(value => value?.value ?? null),
      ]),
    ).toEqual([
      [{}, 'a', [1, null]],
      [{}, 'b', [null, 2]],
      [{ market: 'de' }, 'a', [0.6, null]],
      [{ market: 'de' }, 'b', [null, 0.6]],
    ]);
  });

  it('names data and artifacts that differ, by the newest statement', () => {
    const data = (...versions: string[]) => ({
      ...origin,
      data: [
        { ref: 'same' },
        ...versions.map(version => ({ ref: 'orders', version })),
      ],
    });
    const artifact = (path: string, digest: string) => ({
      ...origin,
      path,
      digest,
      sizeBytes: 3,
    });
    const compared = compareEvidence(
      [
        evidence({
          provenance: [
            { ...origin, trainedBy: 'x' },
            data('2', '9'),
            data('1'),
          ],
          artifacts: [artifact('a', '1'), artifact('b', '1')],
        }),
        evidence({
          provenance: [data('2', '8')],
          artifacts: [artifact('a', '1'), artifact('b', '2')],
        }),
      ],
      [],
    );
    expect(compared.data).toEqual([
      { ref: 'orders', values: [{ version: '9' }, { version: '8' }] },
    ]);
    expect(compared.artifacts).toEqual([
      {
        path: 'b',
        values: [
          { digest: '1', sizeBytes: 3 },
          { digest: '2', sizeBytes: 3 },
        ],
      },
    ]);
  });

  it('says when it does not hold all rows', () => {
    const metrics = Array.from({ length: 2001 }, (_, index) => ({
      name: `m${index}`,
      rawName: `m${index}`,
      value: index,
    }));
    const { evaluations, truncated } = compareEvidence(
      [
        evidence({ evaluations: [measured(1, { metrics })] }),
        evidence({ truncated: ['artifacts', 'cards'] }),
      ],
      [],
    );
    expect(evaluations).toHaveLength(2000);
    expect(truncated).toEqual(['artifacts', 'evaluations']);
  });
});
