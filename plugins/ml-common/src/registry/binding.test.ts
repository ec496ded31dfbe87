import { toEntityName } from '../entity/toEntityName';
import {
  BindingContext,
  indexDeclaredBindings,
  registryRecordKey,
  resolveBinding,
} from './binding';

const demandRule = {
  pattern: 'stores',
  apply: (name: string) => {
    const store = name.match(/^demand_store_(\d+)$/)?.[1];
    return store
      ? { name: 'demand-forecast', variant: `store=${store}` }
      : undefined;
  },
};

function contextOf(changes: Partial<BindingContext> = {}): BindingContext {
  return {
    declared: indexDeclaredBindings([]),
    rules: [demandRule],
    defaults: { namespace: 'imported', environment: 'production' },
    ...changes,
  };
}

describe('resolveBinding', () => {
  it('imports what nothing is said about', () => {
    expect(
      resolveBinding({ server: 'eu', name: 'Fraud Score (EU)' }, contextOf()),
    ).toEqual({
      by: 'default',
      entityRef: `model:imported/${toEntityName(
        'Fraud Score (EU)',
      ).toLowerCase()}`,
      namespace: 'imported',
      name: toEntityName('Fraud Score (EU)'),
      environment: 'production',
    });
  });

  it('folds what fits a rule into one Model', () => {
    const bindings = ['demand_store_0417', 'demand_store_0418'].map(name =>
      resolveBinding({ server: 'eu', name }, contextOf()),
    );
    expect(
      bindings.map(({ by, entityRef, variant }) => [by, entityRef, variant]),
    ).toEqual([
      ['rule', 'model:imported/demand-forecast', 'store=0417'],
      ['rule', 'model:imported/demand-forecast', 'store=0418'],
    ]);
  });

  it('lets a Model that declares the record go first', () => {
    const declared = indexDeclaredBindings([
      {
        entityRef: 'model:default/special-store',
        server: 'eu',
        name: 'demand_store_0417',
        environment: 'staging',
        variant: 'store=special',
      },
    ]);
    expect(
      resolveBinding(
        { server: 'eu', name: 'demand_store_0417' },
        contextOf({ declared }),
      ),
    ).toEqual({
      by: 'declared',
      entityRef: 'model:default/special-store',
      namespace: 'default',
      name: 'special-store',
      environment: 'staging',
      variant: 'store=special',
    });
  });

  it.each([
    ['another server', { server: 'us', name: 'm' }],
    ['another workspace', { server: 'eu', workspace: 'w', name: 'm' }],
    ['another case', { server: 'eu', name: 'M' }],
  ])('does not mistake %s for a declared record', (_, record) => {
    const declared = indexDeclaredBindings([
      { entityRef: 'model:default/m', server: 'eu', name: 'm' },
    ]);
    expect(resolveBinding(record, contextOf({ declared })).by).toBe('default');
  });

  it.each([
    [['model:default/a', 'model:default/b']],
    [['model:default/b', 'model:default/a']],
  ])('gives a record declared by %j to the first by ref', refs => {
    const declared = indexDeclaredBindings(
      refs.map(entityRef => ({ entityRef, server: 'eu', name: 'm' })),
    );
    expect(
      resolveBinding({ server: 'eu', name: 'm' }, contextOf({ declared })),
    ).toMatchObject({
      entityRef: 'model:default/a',
      alsoDeclaredBy: ['model:default/b'],
    });
  });

  describe('a record that somebody bound in the intake', () => {
    const record = { server: 'eu', name: 'demand_store_0417' };
    const decided = new Map([
      [registryRecordKey(record), 'model:supply/pilot-forecast'],
    ]);

    it('belongs to that Model, and keeps the variant of its rule', () => {
      expect(resolveBinding(record, contextOf({ decided }))).toEqual({
        by: 'decision',
        entityRef: 'model:supply/pilot-forecast',
        namespace: 'supply',
        name: 'pilot-forecast',
        environment: 'production',
        variant: 'store=0417',
      });
    });

    it('belongs to the Model that declares it all the same', () => {
      const declared = indexDeclaredBindings([
        { entityRef: 'model:default/m', ...record },
      ]);
      expect(
        resolveBinding(record, contextOf({ declared, decided })),
      ).toMatchObject({ by: 'declared', entityRef: 'model:default/m' });
    });

    it('leaves other records alone', () => {
      const other = { server: 'us', name: record.name };
      expect(resolveBinding(other, contextOf({ decided })).by).toBe('rule');
    });
  });

  it('takes the first rule that fits', () => {
    const rules = [
      { pattern: 'none', apply: () => undefined },
      { pattern: 'first', apply: () => ({ name: 'first' }) },
      { pattern: 'second', apply: () => ({ name: 'second' }) },
    ];
    expect(
      resolveBinding({ server: 'eu', name: 'm' }, contextOf({ rules })),
    ).toMatchObject({ pattern: 'first', name: 'first' });
  });

  it('cleans the words that a rule gives', () => {
    const rules = [
      {
        pattern: 'p',
        apply: () => ({
          namespace: 'Team A',
          name: 'My Model',
          environment: 'PROD/eu',
        }),
      },
    ];
    expect(
      resolveBinding({ server: 'eu', name: 'm' }, contextOf({ rules })),
    ).toMatchObject({
      namespace: 'team-a',
      name: toEntityName('My Model'),
      environment: 'prod-eu',
    });
  });

  it('asks the importer for names where it has its own', () => {
    const context = contextOf({
      defaults: { namespace: 'default', entityName: ({ name }) => `${name}-2` },
    });
    expect(resolveBinding({ server: 'eu', name: 'm' }, context).name).toBe(
      'm-2',
    );
  });
});

describe('registryRecordKey', () => {
  it('keeps parts apart', () => {
    expect(
      registryRecordKey({ server: 'a', workspace: 'b', name: 'c' }),
    ).not.toBe(registryRecordKey({ server: 'a', name: 'b","c' }));
  });
});
