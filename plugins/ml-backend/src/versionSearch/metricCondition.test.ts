import { MetricDictionary } from '../registry/MetricDictionary';
import { parseMetricCondition } from './metricCondition';

const dictionary = MetricDictionary.create([
  { name: 'roc_auc', aliases: ['auc'], direction: 'higher' },
]);

describe('parseMetricCondition', () => {
  it.each([
    ['auc>=0.9', { name: 'roc_auc', comparator: '>=', value: 0.9 }],
    ['AUC > .9', { name: 'roc_auc', comparator: '>', value: 0.9 }],
    ['loss!=-1e-3', { name: 'loss', comparator: '!=', value: -0.001 }],
    ['loss<=+2.', { name: 'loss', comparator: '<=', value: 2 }],
    ['loss<2', { name: 'loss', comparator: '<', value: 2 }],
    ['val/f1 (macro)=1', { name: 'val/f1 (macro)', comparator: '=', value: 1 }],
  ])('reads %j', (text, condition) => {
    expect(parseMetricCondition(text, dictionary)).toEqual(condition);
  });

  it.each([
    ['auc', /'auc' is not of the form/],
    ['>=1', /'>=1' is not of the form/],
    [' >=1', /is not of the form/],
    ['auc!1', /is not of the form/],
    ['auc>=NaN', /'auc>=NaN' compares 'auc' with 'NaN'/],
    ['auc>=Infinity', /with 'Infinity', which is not a finite number/],
    ['auc>=1e999', /with '1e999', which is not a finite number/],
    ['auc>=0x10', /with '0x10'/],
    ['auc>=', /with ''/],
    ['auc>==1', /with '=1'/],
    ["auc>=1' OR '1'='1", /with '1' OR '1'='1'/],
    ['auc>=1;DROP TABLE version', /with '1;DROP TABLE version'/],
    [`${'a'.repeat(251)}>1`, /a name of 251 characters/],
  ])('refuses %j', (text, message) => {
    expect(() => parseMetricCondition(text, dictionary)).toThrow(message);
  });
});
