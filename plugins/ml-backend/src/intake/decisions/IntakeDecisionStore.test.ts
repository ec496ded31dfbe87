import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { DatabaseSubjectStore } from '../../subjects/DatabaseSubjectStore';
import { toKeptDecision } from './decisionRows';
import { DecisionToKeep, IntakeDecisionStore } from './IntakeDecisionStore';

jest.setTimeout(60_000);

const by = {
  decidedBy: 'user:default/lead',
  decidedAt: '2026-03-01T00:00:00.000Z',
};

describe.each(databases.eachSupportedId())('IntakeDecisionStore on %s', id => {
  async function createStore() {
    const knex = await migratedDatabase(id);
    const store = IntakeDecisionStore.create({ knex });
    const subjects = DatabaseSubjectStore.create({ knex });
    return {
      knex,
      store,
      subjects,
      keep: (...decisions: Omit<DecisionToKeep, 'decidedBy' | 'decidedAt'>[]) =>
        knex.transaction(trx =>
          store.keep(
            trx,
            decisions.map(decision => ({ ...decision, ...by })),
          ),
        ),
      kept: async (server = 'eu') =>
        (await store.list({ server, limit: 1000 })).map(toKeptDecision),
    };
  }

  it('keeps one decision per record, the last one', async () => {
    const { store, keep, kept } = await createStore();
    const record = { server: 'eu', workspace: 'risk', name: 'churn' };
    await keep(
      { record, action: 'ignore', reason: 'A test' },
      {
        record: { server: 'eu', name: 'churn' },
        action: 'ignore',
        reason: 'x',
      },
    );
    const [before] = await store.list({ server: 'eu', limit: 1 });
    await keep({ record, action: 'claim', owner: 'group:default/payments' });
    expect(await kept()).toEqual([
      {
        record,
        decision: { action: 'claim', owner: 'group:default/payments' },
        ...by,
      },
      {
        record: { server: 'eu', name: 'churn' },
        decision: { action: 'ignore', reason: 'x' },
        ...by,
      },
    ]);
    const found = await store.findByRecords([record]);
    expect(found.get(JSON.stringify(['eu', 'risk', 'churn']))?.id).toBe(
      before.id,
    );
  });

  it('follows the Model of a binding through its rename', async () => {
    const { keep, kept, subjects } = await createStore();
    const subject = await subjects.ensure({
      ref: 'model:default/fraud',
      previousRefs: [],
    });
    await keep({
      record: { server: 'eu', name: 'copy' },
      action: 'bind',
      subjectId: subject.id,
      reason: 'A copy',
    });
    expect(await subjects.rename(subject.id, 'model:payments/fraud')).toBe(
      true,
    );
    expect(await kept()).toMatchObject([
      {
        decision: {
          action: 'bind',
          model: 'model:payments/fraud',
          reason: 'A copy',
        },
      },
    ]);
  });

  it('keeps a Model that something is bound to from being forgotten', async () => {
    const { keep, subjects } = await createStore();
    const [taken, renamed] = await Promise.all(
      ['taken', 'renamed'].map(name =>
        subjects.ensure({ ref: `model:default/${name}`, previousRefs: [] }),
      ),
    );
    await keep({
      record: { server: 'eu', name: 'copy' },
      action: 'bind',
      subjectId: taken.id,
    });
    expect(await subjects.rename(renamed.id, taken.ref)).toBe(false);
  });

  it('lists one server in pages, and takes decisions back', async () => {
    const { knex, store, keep, kept } = await createStore();
    const names = Array.from({ length: 1200 }, (_, index) => `m${index}`);
    await keep(
      ...names.map(name => ({
        record: { server: 'eu', name },
        action: 'ignore' as const,
        reason: 'x',
      })),
      { record: { server: 'us', name: 'm0' }, action: 'ignore', reason: 'x' },
    );
    const first = await store.list({ server: 'eu', limit: 1000 });
    const rest = await store.list({
      server: 'eu',
      limit: 1000,
      after: first.at(-1)?.id,
    });
    expect([...first, ...rest].map(row => row.name).sort()).toEqual(
      [...names].sort(),
    );
    await knex.transaction(trx =>
      store.remove(
        trx,
        [...first, ...rest].map(row => row.id),
      ),
    );
    expect(await kept()).toEqual([]);
    expect(await kept('us')).toHaveLength(1);
  });
});
