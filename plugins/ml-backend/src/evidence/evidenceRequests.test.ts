import { evaluation } from './__testUtils__/evidenceOn';
import { readDeletion, readEvidenceAddition } from './evidenceRequests';

const metric = (overrides: object) => ({
  evaluations: [
    evaluation({ metrics: [{ name: 'auc', value: 0.9, ...overrides }] }),
  ],
});
const baseline = (overrides: object) => ({
  baselines: [
    { field: 'x', n: 10, edges: [0, 1, 2], counts: [5, 5], ...overrides },
  ],
});

describe('readEvidenceAddition', () => {
  it('takes what is right', () => {
    const addition = {
      ...metric({ ci: [0.9, 0.9], n: 0 }),
      ...baseline({ edges: undefined, categories: ['a', ''] }),
      labels: [{ key: 'k', value: null }],
    };
    expect(readEvidenceAddition(addition)).toMatchObject(addition);
  });

  it.each<[object, string]>([
    [{}, 'adds nothing'],
    [{ card: undefined }, 'adds nothing'],
    [{ unknown: 1 }, 'unknown'],
    [metric({ value: NaN }), 'body.evaluations.0.metrics.0.value'],
    [metric({ value: Infinity }), 'body.evaluations.0.metrics.0.value'],
    [metric({ value: 'high' }), 'body.evaluations.0.metrics.0.value is "high"'],
    [metric({ ci: [0.95, 0.85] }), 'body.evaluations.0.metrics.0.ci'],
    [metric({ ci: [0.91, 0.95] }), 'around the value 0.9'],
    [metric({ ci: [0.91] }), 'body.evaluations.0.metrics.0.ci'],
    [metric({ ci: [-Infinity, 1] }), 'body.evaluations.0.metrics.0.ci.0'],
    [metric({ n: -1 }), 'body.evaluations.0.metrics.0.n is -1'],
    [metric({ n: 1.5 }), 'body.evaluations.0.metrics.0.n is 1.5'],
    [metric({ name: 'a\0' }), 'NUL'],
    [metric({ name: '\ud800' }), 'Unicode'],
    [{ evaluations: [evaluation({ metrics: [] })] }, 'metrics is []'],
    [
      { evaluations: [evaluation({ evaluatedAt: 'yesterday' })] },
      'body.evaluations.0.evaluatedAt is "yesterday"',
    ],
    [
      {
        evaluations: [
          evaluation({
            slices: [{ by: {}, metrics: [{ name: 'auc', value: 1 }] }],
          }),
        ],
      },
      'body.evaluations.0.slices.0.by is {}',
    ],
    [baseline({ counts: [5] }), 'body.baselines.0.counts is [5]: has 1 bins'],
    [baseline({ edges: [0, 2, 1] }), 'does not rise'],
    [baseline({ edges: [0, 1, 1] }), 'does not rise'],
    [baseline({ categories: ['a', 'b'] }), 'either edges or categories'],
    [baseline({ edges: undefined }), 'either edges or categories'],
    [
      baseline({ edges: undefined, categories: ['a', 'a'] }),
      'names a category twice',
    ],
    [
      baseline({ edges: undefined, categories: ['a'] }),
      '2 bins for 1 categories',
    ],
    [baseline({ n: 9 }), 'body.baselines.0.n is 9: is less than the 10 rows'],
    [baseline({ missing: 1 }), 'less than the 11 rows'],
    [baseline({ counts: [5, -1] }), 'body.baselines.0.counts.1 is -1'],
    [
      { artifacts: [{ path: '../x', digest: `sha256:${'a'.repeat(64)}` }] },
      'body.artifacts.0.path is "../x"',
    ],
    [
      { artifacts: [{ path: '/x', digest: `sha256:${'a'.repeat(64)}` }] },
      'body.artifacts.0.path is "/x"',
    ],
    [
      { artifacts: [{ path: 'x', digest: 'md5:1' }] },
      'body.artifacts.0.digest is "md5:1"',
    ],
    [{ provenance: {} }, 'body.provenance is {}: says nothing'],
    [
      { provenance: { code: { commit: 'main' } } },
      'body.provenance.code.commit is "main"',
    ],
    [
      {
        provenance: {
          code: { commit: 'abcdef1', repository: 'git@example.com:fraud' },
        },
      },
      'body.provenance.code.repository',
    ],
    [{ card: { text: '' } }, 'body.card.text is ""'],
    [{ riskTier: { tier: 'high' } }, 'body.riskTier.rationale is missing'],
  ])('refuses %j', (body, message) => {
    expect(() => readEvidenceAddition(body)).toThrow(message);
  });
});

describe('readDeletion', () => {
  it('wants a reason', () => {
    expect(readDeletion({ reason: 'Wrong data' })).toEqual({
      reason: 'Wrong data',
    });
    expect(() => readDeletion({})).toThrow('body.reason is missing');
    expect(() => readDeletion(undefined)).toThrow('body is missing');
  });
});
