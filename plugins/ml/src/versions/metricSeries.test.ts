import { buildVersion } from '../__testUtils__/builders';
import {
  metricKeys,
  metricKeyText,
  metricSeries,
  metricValue,
} from './metricSeries';

describe('metricSeries', () => {
  const bare = buildVersion(3, { metrics: [] });
  const odd = buildVersion(4, {
    metrics: [{ name: 'f1', rawName: 'f1', value: 0.5 }],
  });
  const versions = [odd, bare, buildVersion(2), buildVersion(1)];

  it('puts first what most versions have', () => {
    expect(metricKeys(versions).map(({ name }) => name)).toEqual([
      'auc',
      'log_loss',
      'latency_p99',
      'f1',
    ]);
  });

  it('tells the same metric on other data apart', () => {
    const dataset = 'dataset:default/other';
    const twice = buildVersion(5, {
      metrics: [
        { name: 'auc', rawName: 'auc', value: 0.8, split: 'test' },
        { name: 'auc', rawName: 'auc', value: 0.7, split: 'test', dataset },
      ],
    });
    const [first, second] = metricKeys([twice]);
    expect(metricKeyText(first)).not.toBe(metricKeyText(second));
    expect(metricValue(twice, second)).toBe(0.7);
  });

  it('goes from old to new and leaves out who has no value', () => {
    const [auc] = metricKeys(versions);
    expect(metricSeries(versions, auc).map(({ version }) => version)).toEqual([
      '1',
      '2',
    ]);
  });
});
