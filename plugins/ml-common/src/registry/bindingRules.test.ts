import {
  BindingPatternEngine,
  compileBindingRules,
  toTerm,
} from './bindingRules';

const engine: BindingPatternEngine = pattern => {
  const regex = new RegExp(`^(?:${pattern})$`);
  const groups = [...pattern.matchAll(/\(\?<(\w+)>/g)].map(m => m[1]);
  return {
    groups,
    match: text => {
      const match = regex.exec(text);
      return match ? { ...match.groups } : undefined;
    },
  };
};

describe('compileBindingRules', () => {
  it('reads fields from named groups', () => {
    const [rule] = compileBindingRules(
      [
        {
          pattern: '(?<environment>[a-z]+)-(?<model>.+)_store_(?<variant>\\d+)',
        },
      ],
      { engine },
    );
    expect(rule.apply('prod-demand_store_0417')).toEqual({
      environment: 'prod',
      name: 'demand',
      variant: '0417',
      namespace: undefined,
    });
    expect(rule.apply('prod-demand')).toBeUndefined();
  });

  it('fills placeholders, and prefers what is written out', () => {
    const [rule] = compileBindingRules(
      [
        {
          pattern: '(?<team>.+)/(?<model>.+)@(?<store>.*)',
          namespace: '{team}',
          name: 'forecast-{model}',
          variant: 'store={store}',
          environment: 'production',
        },
      ],
      { engine },
    );
    expect(rule.apply('sales/demand@0417')).toEqual({
      namespace: 'sales',
      name: 'forecast-demand',
      variant: 'store=0417',
      environment: 'production',
    });
  });

  it.each([
    [{ pattern: '(' }, 'bindings[0].pattern: "(" is not a valid pattern'],
    [
      { pattern: 'a'.repeat(1001) },
      'bindings[0].pattern: a pattern has at most 1000 characters, this one has 1001',
    ],
    [
      { pattern: '(?<a>.*)', variant: 'store={b}' },
      'bindings[0].variant: "store={b}" uses {b}, which is no named group',
    ],
  ])('refuses %j', (rule, message) => {
    expect(() => compileBindingRules([rule], { engine })).toThrow(message);
  });

  it('refuses too many rules', () => {
    const rules = Array.from({ length: 201 }, () => ({ pattern: 'a' }));
    expect(() =>
      compileBindingRules(rules, {
        engine,
        at: 'catalog.providers.mlflow.eu.bindings',
      }),
    ).toThrow('catalog.providers.mlflow.eu.bindings: 201 rules');
  });
});

describe('toTerm', () => {
  it.each([
    ['Production', 'production'],
    [' EU West_1 ', 'eu-west-1'],
    ['--', ''],
    ['a'.repeat(80), 'a'.repeat(63)],
  ])('%s', (text, expected) => {
    expect(toTerm(text)).toBe(expected);
  });
});
