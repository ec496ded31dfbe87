import { ModelVersion, VersionEvidence } from '@understudy/plugin-ml-common';
import { compareVersions } from './compareVersions';

function version(
  label: string,
  overrides: Partial<ModelVersion>,
): ModelVersion {
  return {
    id: label,
    model: 'model:default/fraud',
    label,
    digest: 'sha256:0',
    digestStrength: 'record',
    aliases: [],
    assignments: [],
    everAssigned: false,
    metrics: [],
    source: { type: 'fake' },
    createdAt: '2026-03-01T00:00:00.000Z',
    registeredAt: '2026-03-01T00:00:00.000Z',
    tags: [],
    params: [],
    components: [],
    links: [],
    ...overrides,
  };
}

const metric = (value: number, extra: object = {}) => ({
  name: 'auc',
  rawName: 'auc',
  value,
  ...extra,
});

const noEvidence = (versionId: string): VersionEvidence => ({
  versionId,
  evaluations: [],
  artifacts: [],
  baselines: [],
  provenance: [],
  cards: [],
  labels: [],
  truncated: [],
});

/** As without any evidence. */
const compare = (
  versions: ModelVersion[],
  definitions: Parameters<typeof compareVersions>[2],
) =>
  compareVersions(
    versions,
    versions.map(({ id }) => noEvidence(id)),
    definitions,
  );

describe('compareVersions with evaluations', () => {
  const evaluated = (versionId: string, value: number): VersionEvidence => ({
    ...noEvidence(versionId),
    evaluations: [
      {
        id: 'e',
        addedBy: 'user:default/scientist',
        addedAt: '2026-03-02T00:00:00.000Z',
        versionId,
        dataset: 'holdout',
        metrics: [{ name: 'auc', rawName: 'auc', value }],
        slices: [],
        evaluatedAt: '2026-03-02T00:00:00.000Z',
      },
    ],
  });
  const versions = [
    version('1', {
      metrics: [metric(0.8, { dataset: 'holdout' }), metric(0.7)],
    }),
    version('2', { metrics: [metric(0.9, { dataset: 'holdout' })] }),
  ];

  it('leaves out the metrics that evaluations tell more about', () => {
    const { metrics, evaluations } = compareVersions(
      versions,
      [evaluated('1', 0.8), evaluated('2', 0.9)],
      [],
    );
    expect(evaluations).toHaveLength(1);
    expect(metrics).toEqual([
      { name: 'auc', values: [{ rawName: 'auc', value: 0.7 }, null] },
    ]);
  });

  it('keeps those that some version has no evaluation for', () => {
    const { metrics, evaluations } = compareVersions(
      versions,
      [evaluated('1', 0.8), noEvidence('2')],
      [],
    );
    expect(evaluations).toHaveLength(1);
    expect(metrics.map(({ dataset }) => dataset)).toEqual([
      'holdout',
      undefined,
    ]);
  });
});

describe('compareVersions', () => {
  it('aligns metrics by name, dataset and split', () => {
    const { metrics } = compare(
      [
        version('1', {
          metrics: [
            metric(0.8, { split: 'train' }),
            metric(0.7, { split: 'test' }),
          ],
        }),
        version('2', { metrics: [metric(0.9, { split: 'test' })] }),
      ],
      [{ name: 'auc', aliases: [], unit: 'ratio', direction: 'higher' }],
    );
    expect(metrics).toEqual([
      {
        name: 'auc',
        split: 'train',
        unit: 'ratio',
        direction: 'higher',
        values: [{ rawName: 'auc', value: 0.8 }, null],
      },
      {
        name: 'auc',
        split: 'test',
        unit: 'ratio',
        direction: 'higher',
        values: [
          { rawName: 'auc', value: 0.7 },
          { rawName: 'auc', value: 0.9 },
        ],
      },
    ]);
  });

  it('takes the latest of several measurements', () => {
    const { metrics } = compare(
      [
        version('1', {
          metrics: [
            metric(0.9, { observedAt: '2026-03-02T00:00:00.000Z' }),
            metric(0.1, { observedAt: '2026-03-01T00:00:00.000Z' }),
          ],
        }),
        version('2', {}),
      ],
      [],
    );
    expect(metrics[0].values).toEqual([
      { rawName: 'auc', value: 0.9, observedAt: '2026-03-02T00:00:00.000Z' },
      null,
    ]);
  });

  it('tells only parameters and signature fields that differ', () => {
    const field = { name: 'amount', type: 'double', required: true };
    const result = compare(
      [
        version('1', {
          params: [
            { key: 'depth', value: '7' },
            { key: 'seed', value: '1' },
          ],
          signature: { inputs: [field], outputs: [] },
        }),
        version('2', {
          params: [
            { key: 'depth', value: '9' },
            { key: 'seed', value: '1' },
          ],
          signature: {
            inputs: [field, { ...field, name: 'country' }],
            outputs: [],
          },
        }),
      ],
      [],
    );
    expect(result.params).toEqual([{ key: 'depth', values: ['7', '9'] }]);
    expect(result.signature).toEqual([
      {
        side: 'input',
        name: 'country',
        values: [null, { type: 'double', required: true }],
      },
    ]);
  });

  it('marks the components that differ', () => {
    const base = { role: 'base' as const, ref: 'model:default/llm' };
    const { components } = compare(
      [
        version('1', { components: [{ ...base, version: '3' }] }),
        version('2', {
          components: [
            { ...base, version: '4' },
            { role: 'prompt', ref: 'model:default/greeting' },
          ],
        }),
        version('3', { components: [{ ...base, version: '3' }] }),
      ],
      [],
    );
    expect(components).toEqual([
      {
        ...base,
        differs: true,
        values: [{ version: '3' }, { version: '4' }, { version: '3' }],
      },
      {
        role: 'prompt',
        ref: 'model:default/greeting',
        differs: true,
        values: [null, {}, null],
      },
    ]);
  });
});
