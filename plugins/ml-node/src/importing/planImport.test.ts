import { toEntityName } from '@understudy/plugin-ml-common';
import { NOW, plan, PROVIDER, recordOf, refsOf } from './__testUtils__/plan';
import { KnownRecord } from './ImportPlan';

const DAY_MS = 24 * 60 * 60_000;

describe('planImport', () => {
  it('makes a Model that says no more than the registry does', () => {
    const [model] = plan([recordOf('fraud-score')]).models;
    expect(model.entity).toEqual({
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'Model',
      metadata: {
        namespace: 'default',
        name: 'fraud-score',
        annotations: {
          'backstage.io/managed-by-location': 'mlflow:eu',
          'backstage.io/managed-by-origin-location': 'mlflow:eu',
          'understudy.dev/imported-by': PROVIDER,
          'understudy.dev/registry-server': 'eu',
          'understudy.dev/registry-name': 'fraud-score',
        },
        links: [
          {
            title: 'MLflow',
            url: 'https://mlflow.example.com/#/models/fraud-score',
          },
        ],
      },
      spec: {
        type: 'unknown',
        lifecycle: 'unknown',
        home: 'eu',
        registries: [{ server: 'eu', name: 'fraud-score' }],
      },
    });
  });

  it('takes type, lifecycle and owner from tags, if they make sense', () => {
    const [good, bad] = plan([
      recordOf('a', {
        type: 'Classifier',
        lifecycle: 'production',
        owner: 'payments',
      }),
      recordOf('b', { type: 'one of ours', owner: 'jdoe' }),
    ]).models;
    expect(good.entity.spec).toMatchObject({
      type: 'classifier',
      lifecycle: 'production',
      owner: 'group:default/payments',
    });
    expect(good.entity.metadata.annotations).toMatchObject({
      'understudy.dev/owner-source': 'tag:owner',
    });
    expect(bad.entity.spec?.type).toBe('unknown');
    expect(bad.entity.spec).not.toHaveProperty('owner');
  });

  it('tells prompts apart', () => {
    const [prompt] = plan([recordOf('answer', {}, 'prompt')]).models;
    expect(prompt.entity.spec?.type).toBe('prompt');
    expect(prompt.entity.metadata.links?.[0].url).toBe(
      'https://mlflow.example.com/#/prompts/answer',
    );
  });

  it('keeps the original of an ugly name as title', () => {
    const name = 'Fraud Score (größe) ✓';
    const [model] = plan([recordOf(name)]).models;
    expect(model.entity.metadata).toMatchObject({
      name: toEntityName(name),
      title: name,
    });
  });

  describe('binding', () => {
    it('leaves records alone that a Model declares', () => {
      const result = plan([recordOf('fraud'), recordOf('other')], {
        models: [
          {
            entityRef: 'model:payments/fraud-score',
            declared: [
              {
                entityRef: 'model:payments/fraud-score',
                server: 'eu',
                name: 'fraud',
              },
            ],
          },
        ],
      });
      expect(refsOf(result)).toEqual(['model:default/other']);
      expect(result.bound).toMatchObject([
        {
          binding: { by: 'declared', entityRef: 'model:payments/fraud-score' },
        },
      ]);
    });

    it('stops emitting what a team has taken over', () => {
      const result = plan([recordOf('fraud')], {
        models: [{ entityRef: 'model:default/fraud' }],
      });
      expect(result.models).toEqual([]);
      expect(result.counts).toMatchObject({ imported: 0, bound: 1 });
    });

    it('goes on emitting its own', () => {
      const result = plan([recordOf('fraud')], {
        models: [
          {
            entityRef: 'model:default/fraud',
            importedBy: PROVIDER,
            declared: [
              {
                entityRef: 'model:default/fraud',
                server: 'eu',
                name: 'fraud',
              },
            ],
          },
        ],
      });
      expect(refsOf(result)).toEqual(['model:default/fraud']);
    });

    it('leaves a name to the importer that has it', () => {
      const result = plan([recordOf('fraud')], {
        models: [
          {
            entityRef: 'model:default/fraud',
            importedBy: 'MlflowEntityProvider:us',
          },
        ],
      });
      expect(refsOf(result)).toEqual([]);
    });

    const byStore = {
      bindings: [
        {
          pattern: '^(?<model>.+)_store_(?<store>\\d+)$',
          variant: 'store={store}',
        },
      ],
      environment: 'production',
    };

    it('folds variants into one Model that nobody else declares', () => {
      const result = plan(
        ['demand_store_1', 'demand_store_2'].map(name => recordOf(name)),
        { rules: byStore },
      );
      expect(refsOf(result)).toEqual(['model:default/demand']);
      const { metadata, spec } = result.models[0].entity;
      expect(metadata).not.toHaveProperty('title');
      expect(metadata.annotations).not.toHaveProperty(
        'understudy.dev/registry-name',
      );
      expect(spec?.registries).toEqual([
        {
          server: 'eu',
          name: 'demand_store_1',
          environment: 'production',
          variant: 'store=1',
        },
        {
          server: 'eu',
          name: 'demand_store_2',
          environment: 'production',
          variant: 'store=2',
        },
      ]);
    });

    it('emits nothing for a rule that points at a Model of a team', () => {
      const result = plan([recordOf('demand_store_1')], {
        rules: byStore,
        models: [{ entityRef: 'model:default/demand' }],
      });
      expect(result.models).toEqual([]);
      expect(result.bound).toMatchObject([{ binding: { by: 'rule' } }]);
    });

    it('keeps within the number of items a list may have', () => {
      const result = plan(
        Array.from({ length: 600 }, (_, i) => recordOf(`demand_store_${i}`)),
        { rules: byStore },
      );
      expect(result.models[0].entity.spec?.registries).toHaveLength(500);
      expect(result.models[0].records).toHaveLength(600);
    });

    it('ignores what it is told to', () => {
      const result = plan([recordOf('tmp-1'), recordOf('fraud')], {
        rules: { ignore: ['tmp-.*'] },
      });
      expect(refsOf(result)).toEqual(['model:default/fraud']);
      expect(result.ignored).toEqual(['tmp-1']);
    });

    it('reports a record that is called like the Model of a rule', () => {
      const result = plan([recordOf('demand'), recordOf('demand_store_1')], {
        rules: byStore,
      });
      expect(refsOf(result)).toEqual(['model:default/demand']);
      expect(result.collisions).toEqual([
        { ref: 'model:default/demand', records: ['demand', 'demand_store_1'] },
      ]);
    });
  });

  describe('names that differ in case only', () => {
    it('are kept apart and reported', () => {
      const result = plan([recordOf('Fraud'), recordOf('fraud')]);
      const [first, second] = refsOf(result);
      expect(first).toBe('model:default/fraud');
      expect(second).toMatch(/^model:default\/fraud-[0-9a-f]{8}$/);
      expect(result.collisions).toEqual([
        { ref: 'model:default/fraud', records: ['Fraud', 'fraud'] },
      ]);
    });

    it('keep their names when another one comes first in the alphabet', () => {
      const { records } = plan([recordOf('fraud')]);
      const later = plan([recordOf('FRAUD'), recordOf('fraud')], {
        known: records,
        now: new Date(NOW.getTime() + 1000),
      });
      const nameOf = (name: string) =>
        later.records.find(r => r.name === name)?.entityRef;
      expect(nameOf('fraud')).toBe('model:default/fraud');
      expect(nameOf('FRAUD')).not.toBe('model:default/fraud');
    });
  });

  describe('records that have gone', () => {
    const first = plan([recordOf('a', { owner: 'payments' }), recordOf('b')]);
    const after = (days: number, known: KnownRecord[] = first.records) =>
      plan([recordOf('b')], {
        known,
        now: new Date(NOW.getTime() + days * DAY_MS),
      });

    it('mark their Model, with what was known of it', () => {
      const result = after(1);
      expect(result.dropped.map(r => r.name)).toEqual(['a']);
      expect(result.before).toBe(2);
      const gone = result.models.find(m => m.entityRef === 'model:default/a');
      expect(gone?.entity.metadata.annotations).toMatchObject({
        'understudy.dev/registry-gone-since': '2026-06-16T12:00:00.000Z',
      });
      expect(gone?.entity.spec?.owner).toBe('group:default/payments');
      expect(result.counts).toMatchObject({
        records: 1,
        imported: 2,
        gone: 1,
      });
    });

    it('are dropped once, and keep their time', () => {
      const later = after(5, after(1).records);
      expect(later.dropped).toEqual([]);
      expect(
        later.models.map(
          m =>
            m.entity.metadata.annotations?.[
              'understudy.dev/registry-gone-since'
            ],
        ),
      ).toEqual(['2026-06-16T12:00:00.000Z', undefined]);
    });

    it('leave when they have been kept long enough', () => {
      const gone = after(1).records;
      expect(refsOf(after(30, gone))).toHaveLength(2);
      expect(refsOf(after(31, gone))).toEqual(['model:default/b']);
    });

    it('are as before when they come back', () => {
      const result = plan([recordOf('a'), recordOf('b')], {
        known: after(1).records,
      });
      expect(result.records.every(r => !r.goneSince)).toBe(true);
      expect(result.records.find(r => r.name === 'a')?.firstSeenAt).toBe(
        NOW.toISOString(),
      );
    });

    it('do not mark a Model that still has others', () => {
      const rules = {
        bindings: [{ pattern: '(?<model>.+)_(?<variant>\\d)' }],
      };
      const both = plan([recordOf('d_1'), recordOf('d_2')], { rules });
      const one = plan([recordOf('d_2', { type: 'ranker' })], {
        rules,
        known: both.records,
      });
      expect(one.models).toHaveLength(1);
      expect(one.models[0].entity.metadata.annotations).not.toHaveProperty(
        'understudy.dev/registry-gone-since',
      );
      expect(one.models[0].entity.spec?.type).toBe('ranker');
    });
  });
});
