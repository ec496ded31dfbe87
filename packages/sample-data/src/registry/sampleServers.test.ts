import { compileBindingRules } from '@understudy/plugin-ml-common';
import { linearTimePatterns } from '@understudy/plugin-ml-node';
import { sampleRecords } from '../records/sampleRecords';
import { sampleServers } from './sampleServers';

describe('sampleServers', () => {
  it('folds the records of 200 stores into variants of one model', () => {
    const bound = sampleServers.flatMap(({ id, bindingRules }) => {
      const rules = compileBindingRules(bindingRules, {
        engine: linearTimePatterns,
      });
      return sampleRecords
        .filter(({ server }) => server === id)
        .flatMap(({ name }) => rules.map(rule => rule.apply(name)))
        .filter(fields => fields !== undefined);
    });

    expect(bound).toHaveLength(200);
    expect(bound[0]).toEqual({
      name: 'demand-forecast',
      environment: 'production',
      variant: 'store=0001',
    });
    expect(new Set(bound.map(({ name }) => name)).size).toBe(1);
    expect(new Set(bound.map(({ variant }) => variant)).size).toBe(200);
  });

  it('has a server for every record', () => {
    const ids: string[] = sampleServers.map(({ id }) => id);

    expect(sampleRecords.filter(({ server }) => !ids.includes(server))).toEqual(
      [],
    );
  });
});
