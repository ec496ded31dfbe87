import { registryRecordKey } from '@understudy/plugin-ml-common';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { DatabaseOutbox } from '../../outbox/DatabaseOutbox';
import { seedRecord } from '../__testUtils__/seedRecord';
import { IntakeRecordStore } from '../records/IntakeRecordStore';
import { VisibleRecord } from '../records/VisibleRecords';
import { DecisionToWrite, DecisionWriter } from './DecisionWriter';
import { IntakeDecisionStore } from './IntakeDecisionStore';
import { RequestedDecision } from './readDecision';

jest.setTimeout(60_000);

const actor = { ref: 'user:default/lead', kind: 'user' as const };
const ignore: RequestedDecision = { action: 'ignore', reason: 'A test' };
const claim: RequestedDecision = { action: 'claim', owner: 'group:default/a' };
const reset: RequestedDecision = { action: 'reset' };

describe.each(databases.eachSupportedId())('DecisionWriter on %s', id => {
  async function createWriter() {
    const knex = await migratedDatabase(id);
    const records = IntakeRecordStore.create({ knex });
    const decisions = IntakeDecisionStore.create({ knex });
    const writer = new DecisionWriter({
      knex,
      records,
      decisions,
      ledger: DatabaseLedger.create({ knex }),
      outbox: DatabaseOutbox.create({ knex }),
      wake: () => {},
    });
    const ref = await seedRecord(knex, 'churn');
    const look = async (): Promise<VisibleRecord> => {
      const key = registryRecordKey(ref);
      const row = (await records.findByRefs([ref])).get(key);
      if (!row) {
        throw new Error('The record was not seeded');
      }
      const decision = (await decisions.findByRecords([ref])).get(key);
      return { row, entity: undefined, decision };
    };
    const write = async (
      record: VisibleRecord,
      requested: RequestedDecision,
    ) => {
      const decision: DecisionToWrite = {
        record,
        requested,
        subjectId: record.row.subject_id,
      };
      const outcomes = await writer.write([decision], actor);
      return outcomes.get(decision);
    };
    return { knex, look, write };
  }

  it('does not write what was judged before somebody else decided', async () => {
    const { knex, look, write } = await createWriter();
    const stale = await look();
    expect(await write(stale, ignore)).toBe('accepted');
    expect(await write(stale, claim)).toBe('changed-meanwhile');
    expect(await knex('event')).toHaveLength(1);
    expect(await knex('outbox')).toHaveLength(1);

    const ignored = await look();
    expect(await write(ignored, reset)).toBe('accepted');
    expect(await write(ignored, claim)).toBe('changed-meanwhile');
    expect(await write(await look(), claim)).toBe('accepted');
  });

  it('writes nothing twice when two say the same', async () => {
    const { knex, look, write } = await createWriter();
    const stale = await look();
    expect(await write(stale, ignore)).toBe('accepted');
    expect(await write(stale, ignore)).toBe('unchanged');
    const ignored = await look();
    expect(await write(ignored, reset)).toBe('accepted');
    expect(await write(ignored, reset)).toBe('unchanged');
    expect(await knex('event')).toHaveLength(2);
  });
});
