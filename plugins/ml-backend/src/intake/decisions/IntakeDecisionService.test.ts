import { Knex } from 'knex';
import { LedgerEvent } from '@understudy/plugin-ml-common';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { modelEntity } from '../../__testUtils__/modelEntity';
import { verifyLedger } from '../../ledger/verifyLedger';
import { group, importedModel } from '../__testUtils__/intakeEntities';
import { seedRecord } from '../__testUtils__/seedRecord';
import {
  createIntakeWorld,
  serviceCredentials,
  startIntake,
  userCredentials,
} from '../__testUtils__/startIntake';
import { DecisionLine } from './decisionLines';

jest.setTimeout(60_000);

const mine = 'group:default/payments-fraud';
const theirs = 'group:default/search-ranking';

function line(name: string, decision: DecisionLine['decision']): DecisionLine {
  return { record: { server: 'eu', name }, decision };
}
const claim = (name: string, owner = mine) =>
  line(name, { action: 'claim', owner });
const bind = (name: string, model = 'fraud-score') =>
  line(name, { action: 'bind', model });
const ignore = (name: string, reason = 'A test') =>
  line(name, { action: 'ignore', reason });
const reset = (name: string) => line(name, { action: 'reset' });

/** What is in the tables that a decision writes to. */
async function written(knex: Knex) {
  const events: Pick<LedgerEvent, 'type' | 'subject'>[] = await knex('event')
    .orderBy('sequence')
    .select('type', 'subject');
  const messages: { event_id: string; payload: string }[] =
    await knex('outbox').orderBy('id');
  return {
    decisions: await knex('intake_decision').orderBy('name'),
    events,
    messages: messages.map(({ payload }) => JSON.parse(payload)),
    subjects: (await knex('subject')).length,
  };
}

describe.each(databases.eachSupportedId())(
  'IntakeDecisionService on %s',
  id => {
    async function createService() {
      const knex = await migratedDatabase(id);
      const world = createIntakeWorld([
        group('payments-fraud'),
        group('search-ranking'),
        modelEntity('fraud-score', { owner: mine }),
        modelEntity('ranking', { owner: theirs }),
        modelEntity('greeting', { spec: { type: 'prompt' } }),
        importedModel('churn'),
        importedModel('owned', { owner: theirs }),
      ]);
      world.owns = ['user:default/payments-lead', mine];
      world.registrable.add('model:default/fraud-score');
      for (const name of ['churn', 'owned', 'tmp', 'copy']) {
        await seedRecord(knex, name);
      }
      await seedRecord(knex, 'fraud_score', {
        boundBy: 'declared',
        model: 'model:default/fraud-score',
      });
      await seedRecord(knex, 'hello', { kind: 'prompt' });
      await seedRecord(knex, 'far', { server: 'us' });
      const replica = await startIntake(knex, world, {
        now: () => new Date('2026-11-23T12:00:00.000Z'),
      });
      const decide = async (
        lines: DecisionLine[],
        options: { dryRun?: boolean; service?: boolean } = {},
      ) =>
        await replica.decisions.decide(lines, {
          credentials: options.service ? serviceCredentials : userCredentials,
          dryRun: options.dryRun ?? false,
        });
      const outcomes = async (...lines: DecisionLine[]) =>
        (await decide(lines)).map(({ outcome, error }) =>
          error ? error.name : outcome,
        );
      return { ...replica, decide, knex, outcomes, world };
    }
    const asMember = { denied: new Set(['ml.intake.decide']) };

    it('writes decision, event and message together', async () => {
      const { decide, knex, wake } = await createService();
      const results = await decide([
        claim('churn'),
        bind('copy'),
        ignore('tmp'),
        { ...ignore('far'), record: { server: 'us', name: 'far' } },
      ]);
      expect(results.map(({ outcome }) => outcome)).toEqual(
        Array(4).fill('accepted'),
      );
      const { decisions, events, messages } = await written(knex);
      const by = {
        decided_by: 'user:default/payments-lead',
        decided_at: '2026-11-23T12:00:00.000Z',
      };
      const bound = await knex('subject')
        .where({ ref: 'model:default/fraud-score' })
        .first();
      expect(decisions).toMatchObject([
        { ...by, name: 'churn', action: 'claim', owner: mine, reason: null },
        { ...by, name: 'copy', action: 'bind', subject_id: bound.id },
        { ...by, server: 'us', name: 'far', action: 'ignore' },
        { ...by, name: 'tmp', action: 'ignore', reason: 'A test' },
      ]);
      expect(events).toMatchObject([
        { type: 'dev.understudy.intake.claimed', subject: 'registry:eu/churn' },
        { type: 'dev.understudy.intake.bound', subject: 'registry:eu/copy' },
        { type: 'dev.understudy.intake.ignored', subject: 'registry:eu/tmp' },
        { type: 'dev.understudy.intake.ignored', subject: 'registry:us/far' },
      ]);
      const ids = await knex('event').distinct('correlation_id');
      expect(ids).toHaveLength(1);
      expect(messages).toEqual([
        { kind: 'registry-read', servers: ['eu', 'us'] },
      ]);
      expect(wake).toHaveBeenCalledTimes(1);
      expect(await verifyLedger(knex)).toMatchObject({ valid: true });
    });

    it('accepts good lines beside bad ones, each with its reason', async () => {
      const { decide, knex } = await createService();
      const results = await decide([
        claim('missing'),
        claim('no\0name'),
        claim('churn', 'group:default/dissolved'),
        claim('owned', 'user:default/lead'),
        bind('tmp', 'no-such-model'),
        bind('hello'),
        ignore('fraud_score'),
        ignore('copy'),
      ]);
      expect(
        results.map(({ outcome, error }) => [outcome, error?.name]),
      ).toEqual([
        ['refused', 'NotFoundError'],
        ['refused', 'NotFoundError'],
        ['refused', 'InputError'],
        ['refused', 'InputError'],
        ['refused', 'NotFoundError'],
        ['refused', 'InputError'],
        ['refused', 'ConflictError'],
        ['accepted', undefined],
      ]);
      expect(results[6].error?.message).toMatch(
        /'model:default\/fraud-score' names 'fraud_score'.*change its YAML/,
      );
      expect((await written(knex)).decisions).toHaveLength(1);
    });

    it('refuses lines that say two things about one record', async () => {
      const { decide, knex } = await createService();
      const results = await decide([
        claim('churn'),
        ignore('churn'),
        ignore('tmp'),
      ]);
      expect(results.map(({ outcome }) => outcome)).toEqual([
        'refused',
        'refused',
        'accepted',
      ]);
      expect(results[0].error?.message).toMatch(/2 lines are about 'churn'/);
      expect((await written(knex)).decisions).toHaveLength(1);
    });

    it('changes nothing when the same is said again', async () => {
      const { knex, outcomes, wake } = await createService();
      const all = [claim('churn'), bind('copy'), ignore('tmp'), reset('owned')];
      expect(await outcomes(...all)).toEqual([
        'accepted',
        'accepted',
        'accepted',
        'unchanged',
      ]);
      const before = await written(knex);
      expect(await outcomes(...all)).toEqual(Array(4).fill('unchanged'));
      expect(await written(knex)).toEqual(before);
      expect(wake).toHaveBeenCalledTimes(1);
      expect(await outcomes(ignore('tmp', 'Another reason'))).toEqual([
        'accepted',
      ]);
    });

    it('writes nothing in a dry run, and tells the same', async () => {
      const { decide, knex, outcomes, wake } = await createService();
      await outcomes(ignore('tmp'));
      const before = await written(knex);
      const results = await decide(
        [claim('churn'), bind('copy', 'ranking'), ignore('tmp'), bind('hello')],
        { dryRun: true },
      );
      expect(results.map(({ outcome }) => outcome)).toEqual([
        'would-accept',
        'would-accept',
        'unchanged',
        'refused',
      ]);
      expect(await written(knex)).toEqual(before);
      expect(wake).toHaveBeenCalledTimes(1);
    });

    it('replaces and resets, and says in the ledger what was before', async () => {
      const { knex, outcomes } = await createService();
      await outcomes(ignore('churn'));
      await outcomes(claim('churn'));
      expect(await outcomes(reset('churn'))).toEqual(['accepted']);
      expect((await written(knex)).decisions).toEqual([]);
      const events: { data: string }[] =
        await knex('event').orderBy('sequence');
      expect(
        events.map(({ data }) => {
          const { before, after } = JSON.parse(data);
          return [before?.action, after?.action];
        }),
      ).toEqual([
        [undefined, 'ignore'],
        ['ignore', 'claim'],
        ['claim', undefined],
      ]);
    });

    it('keeps nothing when the ledger cannot be written', async () => {
      const { decide, knex, wake } = await createService();
      const before = await written(knex);
      await knex('event_head').delete();
      await expect(decide([claim('churn'), ignore('tmp')])).rejects.toThrow(
        /ledger has no head/,
      );
      expect(await written(knex)).toEqual(before);
      expect(wake).not.toHaveBeenCalled();
    });

    it('lets members decide what is theirs, and no more', async () => {
      const { outcomes, world } = await createService();
      world.denied = asMember.denied;
      expect(
        await outcomes(
          claim('churn'),
          bind('copy'),
          bind('tmp', 'ranking'),
          claim('owned'),
          ignore('hello'),
        ),
      ).toEqual([
        'accepted',
        'accepted',
        'NotAllowedError',
        'NotAllowedError',
        'NotAllowedError',
      ]);
      expect(await outcomes(claim('copy', theirs), reset('churn'))).toEqual([
        'NotAllowedError',
        'accepted',
      ]);
      world.owns = [theirs];
      world.registrable.clear();
      expect(await outcomes(reset('copy'), claim('churn'))).toEqual([
        'NotAllowedError',
        'NotAllowedError',
      ]);
    });

    it('does not hold what others decided against a file that repeats it', async () => {
      const { outcomes, world } = await createService();
      await outcomes(claim('churn', theirs), ignore('tmp'));
      world.denied = asMember.denied;
      expect(
        await outcomes(claim('churn', theirs), ignore('tmp'), claim('copy')),
      ).toEqual(['unchanged', 'unchanged', 'accepted']);
    });

    it('lets services decide with the permission, and be named', async () => {
      const { decide, knex, world } = await createService();
      const allowed = await decide([claim('churn')], { service: true });
      expect(allowed).toMatchObject([{ outcome: 'accepted' }]);
      expect((await written(knex)).decisions).toMatchObject([
        { decided_by: 'plugin:importer' },
      ]);
      world.denied = asMember.denied;
      const results = await decide(
        [claim('owned', theirs), bind('copy'), ignore('tmp')],
        { service: true },
      );
      expect(results.map(({ outcome }) => outcome)).toEqual([
        'refused',
        'accepted',
        'refused',
      ]);
    });

    it('turns away who has neither permission', async () => {
      const { decide, world } = await createService();
      world.denied = new Set(['ml.intake.decide', 'ml.intake.claim']);
      await expect(decide([reset('tmp')])).rejects.toThrow(
        /'ml\.intake\.claim'/,
      );
    });

    it('knows only records and Models that the caller may see', async () => {
      const { outcomes, world } = await createService();
      world.visible = ['model:default/churn', mine];
      expect(
        await outcomes(
          ignore('churn'),
          ignore('owned'),
          claim('tmp', theirs),
          bind('copy'),
          ignore('hello'),
        ),
      ).toEqual([
        'accepted',
        'NotFoundError',
        'InputError',
        'NotFoundError',
        'accepted',
      ]);
      world.denied = new Set(['ml.intake.read']);
      expect(await outcomes(ignore('copy'), reset('churn'))).toEqual([
        'NotFoundError',
        'accepted',
      ]);
    });

    it('decides about many records at once', async () => {
      const { decide, knex } = await createService();
      const names = Array.from({ length: 1100 }, (_, index) => `many-${index}`);
      const [template] = await knex('registry_record').where({ name: 'tmp' });
      for (let start = 0; start < names.length; start += 100) {
        await knex('registry_record').insert(
          names.slice(start, start + 100).map((name, index) => ({
            ...template,
            id: `01J${String(start + index).padStart(23, '0')}`,
            name,
            label_prefix: name,
          })),
        );
      }
      const results = await decide(names.map(name => ignore(name)));
      expect(new Set(results.map(({ outcome }) => outcome))).toEqual(
        new Set(['accepted']),
      );
      const { decisions, events, messages } = await written(knex);
      expect(decisions).toHaveLength(1100);
      expect(events).toHaveLength(1100);
      expect(messages).toHaveLength(1);
    });
  },
);

describe.each(databases.eachSupportedId())('two replicas on %s', id => {
  it('never both decide, and the ledger tells the true order', async () => {
    const knex = await migratedDatabase(id);
    const world = createIntakeWorld([group('payments-fraud')]);
    world.owns = [mine];
    const names = Array.from({ length: 20 }, (_, index) => `m${index}`);
    for (const name of names) {
      await seedRecord(knex, name);
    }
    const replicas = await Promise.all([
      startIntake(knex, world),
      startIntake(knex, world),
    ]);
    const [claims, ignores] = await Promise.all([
      replicas[0].decisions.decide(
        names.map(name => claim(name)),
        { credentials: userCredentials, dryRun: false },
      ),
      // The other way round, as would make two transactions wait for each other.
      replicas[1].decisions.decide(
        [...names].reverse().map(name => ignore(name)),
        { credentials: userCredentials, dryRun: false },
      ),
    ]);
    const kept = await knex('intake_decision');
    expect(kept).toHaveLength(20);
    for (const [index, name] of names.entries()) {
      const results = [claims[index], ignores[19 - index]];
      const accepted = results.filter(one => one.outcome === 'accepted');
      const refused = results.filter(one => one.outcome === 'refused');
      expect(accepted.length).toBeGreaterThan(0);
      for (const { error } of refused) {
        expect(error).toMatchObject({
          name: 'ConflictError',
          message: expect.stringMatching(/at the same time; look at it again/),
        });
      }
      const events: { data: string }[] = await knex('event')
        .where({ subject: `registry:eu/${name}` })
        .orderBy('sequence');
      expect(events).toHaveLength(accepted.length);
      let inForce: string | undefined;
      for (const { data } of events) {
        const { before, after } = JSON.parse(data);
        expect(before?.action).toBe(inForce);
        inForce = after.action;
      }
      expect(kept.find(row => row.name === name)?.action).toBe(inForce);
    }
    expect(await verifyLedger(knex)).toMatchObject({ valid: true });
  });

  it('take the same decision as one', async () => {
    const knex = await migratedDatabase(id);
    const world = createIntakeWorld([group('payments-fraud')]);
    world.owns = [mine];
    await seedRecord(knex, 'churn');
    const replicas = await Promise.all([
      startIntake(knex, world),
      startIntake(knex, world),
    ]);
    const results = await Promise.all(
      replicas.map(({ decisions }) =>
        decisions.decide([claim('churn')], {
          credentials: userCredentials,
          dryRun: false,
        }),
      ),
    );
    expect(
      results
        .flat()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['accepted', 'unchanged']);
    expect(await knex('event')).toHaveLength(1);
  });
});
