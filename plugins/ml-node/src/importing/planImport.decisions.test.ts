import { decisionOf, plan, recordOf, refsOf } from './__testUtils__/plan';

const teamModel = { entityRef: 'model:payments/fraud-score' };

const ignore = (name: string) =>
  decisionOf(name, { action: 'ignore', reason: 'Only a test' });
const bind = (name: string, model = teamModel.entityRef) =>
  decisionOf(name, { action: 'bind', model });
const claim = (name: string, owner = 'group:default/payments') =>
  decisionOf(name, { action: 'claim', owner });

describe('planImport with decisions of the intake', () => {
  describe('ignore', () => {
    it('leaves the record alone, and says why', () => {
      const result = plan([recordOf('churn_test'), recordOf('churn')], {
        decisions: [ignore('churn_test')],
      });
      expect(refsOf(result)).toEqual(['model:default/churn']);
      expect(result.ignored).toEqual([]);
      expect(result.ignoredInIntake).toEqual([
        { record: 'churn_test', reason: 'Only a test' },
      ]);
      expect(result.counts).toMatchObject({ records: 2, ignored: 1 });
      expect(result.records.find(r => r.name === 'churn_test')).toMatchObject({
        entityRef: undefined,
      });
    });

    it('gives way to a Model that declares the record', () => {
      const result = plan([recordOf('churn_test')], {
        models: [
          {
            ...teamModel,
            declared: [{ ...teamModel, server: 'eu', name: 'churn_test' }],
          },
        ],
        decisions: [ignore('churn_test')],
      });
      expect(result.ignoredInIntake).toEqual([]);
      expect(result.bound).toMatchObject([{ binding: { by: 'declared' } }]);
    });

    it('says nothing of a record of that name on another server', () => {
      const result = plan([recordOf('churn_test')], {
        decisions: [
          {
            ...ignore('churn_test'),
            record: { server: 'us', name: 'churn_test' },
          },
        ],
      });
      expect(refsOf(result)).toEqual(['model:default/churn_test']);
    });

    it('takes the Model away although it is the import that declares it', () => {
      const entityRef = 'model:default/churn_test';
      const result = plan([recordOf('churn_test')], {
        models: [
          {
            entityRef,
            importedBy: 'MlflowEntityProvider:eu',
            declared: [{ entityRef, server: 'eu', name: 'churn_test' }],
          },
        ],
        decisions: [ignore('churn_test')],
      });
      expect(result.models).toEqual([]);
    });

    it('does not rename others that clash with it', () => {
      const read = [recordOf('Fraud'), recordOf('fraud')];
      const [, second] = refsOf(plan(read));
      expect(refsOf(plan(read, { decisions: [ignore('Fraud')] }))).toEqual([
        second,
      ]);
      expect(
        refsOf(plan(read, { models: [teamModel], decisions: [bind('Fraud')] })),
      ).toEqual([second]);
    });
  });

  it('counts nothing that was decided as lost', () => {
    const before = plan(['a', 'b', 'c', 'd'].map(name => recordOf(name)));
    const after = plan([recordOf('a'), recordOf('b'), recordOf('c')], {
      known: before.records,
      models: [teamModel],
      decisions: [ignore('a'), bind('b'), ignore('d')],
    });
    expect(refsOf(after)).toEqual(['model:default/c']);
    expect(after.dropped).toEqual([]);
    expect(after.before).toBe(2);
  });

  it('brings back what was reset', () => {
    const read = [recordOf('a'), recordOf('b')];
    const { records } = plan(read, {
      models: [teamModel],
      decisions: [ignore('a'), bind('b')],
    });
    const result = plan(read, { known: records, models: [teamModel] });
    expect(refsOf(result)).toEqual(['model:default/a', 'model:default/b']);
    expect(result.counts).toMatchObject({ ignored: 0, bound: 0 });
  });

  describe('bind', () => {
    it('leaves the record to the Model of a team', () => {
      const result = plan([recordOf('Fraud Score (copy)')], {
        models: [teamModel],
        decisions: [bind('Fraud Score (copy)')],
      });
      expect(result.models).toEqual([]);
      expect(result.bound).toMatchObject([
        { binding: { by: 'decision', entityRef: teamModel.entityRef } },
      ]);
      expect(result.counts).toMatchObject({ imported: 0, bound: 1 });
    });

    it('goes before a rule and keeps its variant', () => {
      const [bound] = plan([recordOf('demand_7')], {
        rules: { bindings: [{ pattern: '(?<model>.+)_(?<variant>\\d)' }] },
        models: [teamModel],
        decisions: [bind('demand_7')],
      }).bound;
      expect(bound.binding).toMatchObject({
        entityRef: teamModel.entityRef,
        variant: '7',
      });
    });

    it('adds the record to another imported Model, which stays what it is', () => {
      const result = plan(
        [
          recordOf('Copy', { type: 'ranker', owner: 'payments' }),
          recordOf('Größe'),
        ],
        { decisions: [bind('Copy', refsOf(plan([recordOf('Größe')]))[0])] },
      );
      expect(result.models).toHaveLength(1);
      const [{ entity }] = result.models;
      expect(entity.metadata).toMatchObject({
        title: 'Größe',
        annotations: { 'understudy.dev/registry-name': 'Größe' },
      });
      expect(entity.spec).toMatchObject({
        type: 'unknown',
        registries: [{ name: 'Größe' }, { name: 'Copy' }],
      });
      expect(result.collisions).toEqual([]);
    });

    it('keeps the record in sight when the Model has gone', () => {
      const result = plan([recordOf('fraud_copy')], {
        decisions: [bind('fraud_copy')],
      });
      expect(refsOf(result)).toEqual([teamModel.entityRef]);
      expect(result.models[0].entity.metadata).toMatchObject({
        namespace: 'payments',
        name: 'fraud-score',
        title: 'fraud_copy',
      });
    });
  });

  describe('claim', () => {
    it('gives the imported Model its owner, before the tag', () => {
      const [model] = plan([recordOf('churn', { owner: 'nobody' })], {
        decisions: [claim('churn')],
      }).models;
      expect(model.owner.reason).toBe('Claimed in the intake');
      expect(model.entity.spec?.owner).toBe('group:default/payments');
      expect(model.entity.metadata.annotations).toMatchObject({
        'understudy.dev/owner-source': 'intake',
      });
    });

    it('of one record gives the Model of a rule its owner', () => {
      const result = plan([recordOf('demand_1'), recordOf('demand_2')], {
        rules: { bindings: [{ pattern: '(?<model>.+)_(?<variant>\\d)' }] },
        decisions: [claim('demand_2')],
      });
      expect(result.models).toHaveLength(1);
      expect(result.counts.withoutOwner).toBe(0);
    });

    it('falls back to the tag when the group has gone', () => {
      const [model] = plan([recordOf('churn', { owner: 'payments' })], {
        decisions: [claim('churn', 'group:default/dissolved')],
      }).models;
      expect(model.owner).toMatchObject({
        owner: 'group:default/payments',
        source: 'tag:owner',
        reason: expect.stringContaining('group:default/dissolved'),
      });
    });
  });
});
