import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readNameRules } from './readNameRules';

const read = (names?: JsonObject) =>
  readNameRules(new ConfigReader(names ? { lineage: { names } } : {}));
const fold = (names: JsonObject | undefined, namespace: string, name: string) =>
  read(names).fold({ kind: 'dataset', namespace, name });

describe('readNameRules', () => {
  it('has what is usual where nothing is said, and can do without', () => {
    expect(fold(undefined, 'postgresql://h:1', 'orders_20260101')).toEqual({
      namespace: 'postgres://h:1',
      name: 'orders',
      partition: '20260101',
    });
    expect(fold({ usual: false }, 'postgresql://h', 'o_20260101')).toEqual({
      namespace: 'postgresql://h',
      name: 'o_20260101',
    });
    expect(read().version).toBe(0);
    expect(read().defaultEnvironment).toBe('production');
  });

  it('reads what a portal says, which goes first', () => {
    const rules = read({
      version: 3,
      defaultEnvironment: 'live',
      aliases: [{ namespace: 'postgresql://h', to: { namespace: 'pg' } }],
      partitions: [{ name: '(?<name>[a-z]+)_[0-9]+' }],
      environments: [{ kind: 'dataset', name: 'test', environment: 'test' }],
    });
    const folded = rules.fold({
      kind: 'dataset',
      namespace: 'postgresql://h',
      name: 'test_20260101',
    });
    expect(folded).toEqual({
      namespace: 'pg',
      name: 'test',
      partition: '_20260101',
    });
    expect(rules.environmentOf({ kind: 'dataset', ...folded })).toBe('test');
    expect(rules.environmentOf({ kind: 'job', ...folded })).toBe('live');
    expect(rules.version).toBe(3);
  });

  it.each<[JsonObject, string]>([
    [{ version: -1 }, 'lineage.names.version is -1'],
    [{ version: 1.5 }, 'lineage.names.version is 1.5'],
    [
      { aliases: [{ kind: 'table', to: {} }] },
      "the kind 'table' is neither 'dataset' nor 'job'",
    ],
    [
      { environments: [{ name: 'a', environment: 'a b' }] },
      "lineage.names.environments[0].environment is 'a b'",
    ],
    [{ defaultEnvironment: '*' }, "lineage.names.defaultEnvironment is '*'"],
    [
      { partitions: Array.from({ length: 201 }, () => ({ name: 'x' })) },
      'lineage.names.partitions has 201 rules',
    ],
  ])('says what is wrong in %j', (names, message) => {
    expect(() => read(names)).toThrow(message);
  });
});
