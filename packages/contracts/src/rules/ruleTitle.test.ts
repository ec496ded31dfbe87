import { contractRules } from './contractRules';
import { ruleTitle } from './ruleTitle';

describe('ruleTitle', () => {
  it('has a short title of its own for each rule', () => {
    const titles = contractRules.map(({ id }) => ruleTitle(id));
    expect(new Set(titles).size).toBe(contractRules.length);
    const wrong = titles.filter(
      title => title.length > 40 || !/^[A-Z][^_.{}]*$/.test(title),
    );
    expect(wrong).toEqual([]);
  });

  it('is not made of the id where there is a rule', () => {
    expect(ruleTitle('FIELD_REMOVED_BEFORE_DATE')).toBe(
      'Field removed before its date',
    );
    expect(ruleTitle('CONTRACT_INVALID')).toBe('Contract cannot be read');
  });

  it('says in words what it does not know', () => {
    expect(ruleTitle('SOME_RULE')).toBe('Some rule');
    expect(ruleTitle('constructor')).toBe('Constructor');
    expect(ruleTitle('')).toBe('');
  });
});
