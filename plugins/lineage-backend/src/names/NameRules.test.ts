import fc from 'fast-check';
import { NameRules } from './NameRules';
import { EventName, NameRulesConfig } from './types';
import { usualAliases, usualPartitions } from './usualRules';

const none: NameRulesConfig = {
  version: 0,
  aliases: [],
  partitions: [],
  environments: [],
  defaultEnvironment: 'production',
};
const rulesWith = (config: Partial<NameRulesConfig>) =>
  NameRules.create({ ...none, ...config });
const usual = rulesWith({ aliases: usualAliases, partitions: usualPartitions });
const dataset = (name: string, namespace = 's3://lake'): EventName => ({
  kind: 'dataset',
  namespace,
  name,
});

describe('NameRules', () => {
  it('spells two names of one thing alike, whichever way rules lead', () => {
    const rules = rulesWith({
      aliases: [
        {
          namespace: 'snowflake://ab12345\\.eu-central-1\\.aws',
          to: { namespace: 'snowflake://acme-prod' },
        },
        {
          kind: 'job',
          namespace: 'airflow-(?<team>\\w+)',
          name: '(?<dag>[^.]+)\\.(?<task>.+)',
          to: { namespace: 'airflow', name: '{team}.{dag}.{task}' },
        },
        { namespace: 'a', to: { namespace: 'b' } },
        { namespace: 'b', to: { namespace: 'a' } },
        { namespace: '(?<all>x+)', to: { namespace: '{all}x' } },
      ],
    });
    const spell = (kind: EventName['kind'], namespace: string, name: string) =>
      Object.values(rules.spell({ kind, namespace, name })).join(' ');
    expect(
      spell('dataset', 'snowflake://ab12345.eu-central-1.aws', 'db.{all}.t'),
    ).toBe('dataset snowflake://acme-prod db.{all}.t');
    expect(spell('job', 'airflow-risk', 'daily.load')).toBe(
      'job airflow risk.daily.load',
    );
    expect(spell('dataset', 'airflow-risk', 'daily.load')).toBe(
      'dataset airflow-risk daily.load',
    );
    expect(spell('dataset', 'a', 't')).toBe('dataset a t');
    expect(spell('dataset', 'b', 't')).toBe('dataset a t');
    // A rule without an end is none.
    expect(spell('dataset', 'xx', 't')).toBe('dataset xx t');
  });

  it.each([
    ['orders/dt=2026-01-01', 'orders', 'dt=2026-01-01'],
    ['orders/dt=2026-01-01/', 'orders', 'dt=2026-01-01'],
    [
      'lake/orders/region=eu/dt=1/part-0.parquet',
      'lake/orders',
      'region=eu/dt=1',
    ],
    ['orders/2026/01/31/23', 'orders', '2026/01/31/23'],
    ['orders/2026/01/part-0.parquet', 'orders', '2026/01'],
    ['orders/2026-01-01/x.csv', 'orders', '2026-01-01'],
    ['shop.orders_20260101', 'shop.orders', '20260101'],
    ['shop.orders$2026010123', 'shop.orders', '2026010123'],
    ['orders-2026-01-01T03:00:00Z', 'orders', '2026-01-01T03:00:00Z'],
    [
      'tmp/run/0192d0a0-0000-7000-8000-000000000001/out',
      'tmp/run',
      '0192d0a0-0000-7000-8000-000000000001',
    ],
    ['orders_20260101/dt=2', 'orders', '20260101 dt=2'],
  ])('folds %s', (name, folded, partition) => {
    expect(usual.fold(dataset(name))).toEqual({
      namespace: 's3://lake',
      name: folded,
      partition,
    });
  });

  it.each([
    'orders',
    'orders_v2',
    'orders_20261301',
    'orders_123456789',
    '20260101',
    '/dt=2026-01-01',
    'customer_1990_2010',
    'a=b',
  ])('leaves %s alone', name => {
    expect(usual.fold(dataset(name))).toEqual({ namespace: 's3://lake', name });
  });

  it('folds what it folded no further', () => {
    const part = fc.constantFrom(
      'orders',
      '/',
      'dt=1',
      '_20260101',
      '2026/01/02',
      '.',
      '$',
      '0192d0a0-0000-7000-8000-000000000001',
      'x',
    );
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('s3://lake', 's3a://lake', 'postgresql://h:1'),
        (parts, namespace) => {
          const { partition: _cut, ...folded } = usual.fold(
            dataset(parts.join(''), namespace),
          );
          expect(usual.fold({ kind: 'dataset', ...folded })).toEqual(folded);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('tells environments apart, the first rule that fits', () => {
    const rules = rulesWith({
      environments: [
        { namespace: '.*-dev', name: 'keep\\..*', environment: 'lab' },
        { namespace: '.*-dev', environment: 'dev' },
        { kind: 'job', name: 'test_.*', environment: 'test' },
      ],
    });
    expect(rules.environmentOf(dataset('keep.x', 's3://lake-dev'))).toBe('lab');
    expect(rules.environmentOf(dataset('x', 's3://lake-dev'))).toBe('dev');
    expect(rules.environmentOf(dataset('test_x'))).toBe('production');
    expect(
      rules.environmentOf({ kind: 'job', namespace: 'a', name: 'test_x' }),
    ).toBe('test');
  });

  it('has a digest that tells rules apart', () => {
    expect(rulesWith({}).digest).toBe(rulesWith({}).digest);
    expect(rulesWith({}).digest).not.toBe(
      rulesWith({ defaultEnvironment: 'live' }).digest,
    );
    expect(rulesWith({}).digest).not.toBe(rulesWith({ version: 1 }).digest);
  });

  it.each<[Partial<NameRulesConfig>, string]>([
    [
      { aliases: [{ namespace: '(', to: {} }] },
      'lineage.names.aliases[0].namespace: "(" is not a regular expression',
    ],
    [
      { aliases: [{ namespace: 'a', to: { name: '{x}' } }] },
      'lineage.names.aliases[0].to.name uses {x}, which is no named group',
    ],
    [
      { partitions: [{ name: '(?<nam>.+)_\\d+' }] },
      'lineage.names.partitions[0].name: "(?<nam>.+)_\\d+" has no group (?<name>...)',
    ],
    [
      { environments: [{ environment: 'x' }] },
      'lineage.names.environments[0] has neither a namespace nor a name',
    ],
    [
      { partitions: [{ name: 'x'.repeat(1001) }] },
      'lineage.names.partitions[0].name has 1001 characters',
    ],
  ])('says what is wrong in %j', (config, message) => {
    expect(() => rulesWith(config)).toThrow(message);
  });
});
