import {
  conditionLabel,
  metricCondition,
  metricOf,
  tagCondition,
} from './conditionText';

describe('metricCondition', () => {
  it.each([
    ['auc', '>=', '0.9', 'auc>=0.9'],
    [' log loss ', '<', '0,2', 'log loss<0.2'],
    ['auc', '!=', '-1e-3', 'auc!=-1e-3'],
  ])('writes %p %p %p', (name, sign, value, text) => {
    expect(metricCondition({ name, sign, value })).toBe(text);
  });

  it.each([
    ['', '0.9'],
    ['auc', ''],
    ['auc', 'high'],
    ['auc', 'Infinity'],
    ['auc>', '1'],
  ])('is none for %p and %p', (name, value) => {
    expect(metricCondition({ name, sign: '=', value })).toBeUndefined();
  });

  it.each([
    ['auc>=0.9', 'auc ≥ 0.9'],
    ['auc < 1', 'auc < 1'],
    ['auc!=-1', 'auc ≠ -1'],
    ['auc=0', 'auc = 0'],
    ['nonsense', 'nonsense'],
  ])('shows %p as %p', (condition, label) => {
    expect(conditionLabel(condition)).toBe(label);
  });

  it('is about its metric', () => {
    expect(metricOf('auc>=0.9')).toBe('auc');
    expect(metricOf('log loss <0.2')).toBe('log loss');
  });
});

describe('tagCondition', () => {
  it('writes name and value', () => {
    expect(tagCondition({ key: ' team ', value: 'a=b' })).toBe('team=a=b');
    expect(tagCondition({ key: 'reviewed', value: '' })).toBe('reviewed=');
  });

  it.each(['', ' ', 'a=b'])('is none for the name %p', key => {
    expect(tagCondition({ key, value: 'x' })).toBeUndefined();
  });
});
