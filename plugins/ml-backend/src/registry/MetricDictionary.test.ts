import { ConfigReader } from '@backstage/config';
import { MetricDictionary } from './MetricDictionary';

function fromConfig(metrics: object[]) {
  return MetricDictionary.fromConfig(new ConfigReader({ ml: { metrics } }));
}

describe('MetricDictionary', () => {
  it('gives every spelling the one name', () => {
    const dictionary = fromConfig([
      { name: 'auc', aliases: ['roc_auc', 'val/AUC'], direction: 'higher' },
    ]);
    expect(
      ['auc', 'AUC', 'ROC_auc', 'val/auc', 'f1'].map(name =>
        dictionary.canonicalName(name),
      ),
    ).toEqual(['auc', 'auc', 'auc', 'auc', 'f1']);
  });

  it('is empty without configuration', () => {
    const dictionary = MetricDictionary.fromConfig(new ConfigReader({}));
    expect(dictionary.canonicalName('auc')).toBe('auc');
  });

  it('refuses a spelling that stands for two metrics', () => {
    expect(() =>
      fromConfig([
        { name: 'auc', aliases: ['score'] },
        { name: 'f1', aliases: ['Score'] },
      ]),
    ).toThrow(/'score' stands for both 'auc' and 'f1'/);
  });

  it('refuses a direction that is none', () => {
    expect(() => fromConfig([{ name: 'auc', direction: 'up' }])).toThrow(
      /'auc' has the direction 'up'/,
    );
  });

  it('changes its digest with its content', () => {
    const digests = [
      fromConfig([]),
      fromConfig([{ name: 'auc' }]),
      fromConfig([{ name: 'auc', aliases: ['roc'] }]),
    ].map(dictionary => dictionary.digest);
    expect(new Set(digests).size).toBe(3);
    expect(fromConfig([{ name: 'auc' }]).digest).toBe(digests[1]);
  });
});
