import { aliasForTarget, segmentOfAlias } from './aliasForTarget';

const rules = [
  { keys: [], template: 'champion' },
  { keys: ['market'], template: 'champion-{market}' },
  { keys: ['store', 'market'], template: '{market}-s{store}-top' },
  { environment: 'staging', keys: [], template: 'candidate' },
];

describe('aliasForTarget', () => {
  it.each([
    ['production', '*', 'champion'],
    ['staging', '*', 'candidate'],
    ['production', 'market=de', 'champion-de'],
    ['production', 'market=de,store=0417', 'de-s0417-top'],
    ['production', 'channel=web', undefined],
    ['production', 'market=de,channel=web', undefined],
  ])('%s %s: %s', (environment, segment, alias) => {
    expect(aliasForTarget(rules, { environment, segment })).toBe(alias);
  });
});

describe('segmentOfAlias', () => {
  it.each([
    [0, 'champion', '*'],
    [0, 'champion-de', undefined],
    [1, 'champion-de', 'market=de'],
    [1, 'champion-', undefined],
    [1, 'challenger', undefined],
    [2, 'de-s0417-top', 'market=de,store=0417'],
    [2, 'de-0417-top', undefined],
  ])('rule %p, %s: %s', (rule, alias, segment) => {
    expect(segmentOfAlias(rules[rule], alias)).toBe(segment);
  });

  it('draws no line between two values that touch', () => {
    const rule = { keys: ['a', 'b'], template: '{a}{b}' };
    expect(segmentOfAlias(rule, 'xy')).toBeUndefined();
  });

  it('needs every key in the template', () => {
    const rule = { keys: ['a', 'b'], template: 'champion-{a}' };
    expect(segmentOfAlias(rule, 'champion-x')).toBeUndefined();
  });
});
