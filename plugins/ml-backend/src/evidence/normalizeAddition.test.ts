import { EvidenceAddition } from '@understudy/plugin-ml-common';
import { MetricDictionary } from '../registry/MetricDictionary';
import { digestOf, evaluation, NOW } from './__testUtils__/evidenceOn';
import { normalizeAddition } from './normalizeAddition';

const normalize = (addition: EvidenceAddition) =>
  normalizeAddition(addition, {
    dictionary: MetricDictionary.create([
      { name: 'auc', aliases: ['roc_auc', 'val_auc'] },
    ]),
    riskTiers: ['limited', 'high'],
    now: NOW,
  });

describe('normalizeAddition', () => {
  it('hashes what was said, not what the dictionary calls it', () => {
    const addition = { evaluations: [evaluation()] };
    const [named] = normalize(addition).evaluations;
    const [plain] = normalizeAddition(addition, {
      dictionary: MetricDictionary.create([]),
      riskTiers: [],
      now: NOW,
    }).evaluations;
    expect(named.metrics[0].name).toBe('auc');
    expect(plain.metrics[0].name).toBe('roc_auc');
    expect(named.contentHash).toBe(plain.contentHash);
  });

  it.each<[EvidenceAddition, string]>([
    [
      {
        evaluations: [
          evaluation({
            metrics: [
              { name: 'roc_auc', value: 1 },
              { name: 'val_auc', value: 2 },
            ],
          }),
        ],
      },
      "evaluations.0.metrics: 'roc_auc' and 'val_auc' both stand for 'auc'",
    ],
    [
      {
        evaluations: [
          evaluation({
            slices: [
              { by: { a: '1', b: '2' }, metrics: [{ name: 'x', value: 1 }] },
              { by: { b: '2', a: '1' }, metrics: [{ name: 'x', value: 1 }] },
            ],
          }),
        ],
      },
      'evaluations.0.slices.1.by',
    ],
    [
      { evaluations: [evaluation({ evaluatedAt: '2026-11-27T00:00:00Z' })] },
      "evaluations.0.evaluatedAt is '2026-11-27T00:00:00Z', which is still to come",
    ],
    [
      {
        artifacts: ['a', 'b'].map(letter => ({
          path: 'x',
          digest: digestOf(letter),
        })),
      },
      "artifacts.1.path is 'x', which is given twice",
    ],
    [
      {
        labels: [
          { key: 'k', value: '1' },
          { key: 'k', value: null },
        ],
      },
      "labels.1.key is 'k', which is given twice",
    ],
    [
      { riskTier: { tier: 'huge', rationale: 'x' } },
      "riskTier.tier is 'huge'; allowed are 'limited', 'high'",
    ],
  ])('refuses %j', (addition, message) => {
    expect(() => normalize(addition)).toThrow(message);
  });
});
