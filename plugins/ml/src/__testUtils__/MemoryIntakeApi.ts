import {
  IntakeDecisionRequest,
  IntakeDecisionResult,
  IntakePage,
  IntakeRecord,
  IntakeStatus,
  RegistryRecordRef,
  registryRecordKey,
} from '@understudy/plugin-ml-common';
import { IntakeApi } from '../api/IntakeApi';
import { IntakeImport, IntakeQuery, IntakeServer } from '../api/intakeTypes';
import { daysAgo } from './builders';
import { pageOf } from './pageOf';

const WAITING: IntakeStatus[] = ['no-model', 'no-owner'];

/**
 * The intake in memory, for tests and for developing the pages alone. Who may
 * decide what stands in the records; an importer that carries out what is
 * claimed or bound there is none.
 */
export class MemoryIntakeApi implements IntakeApi {
  records: IntakeRecord[];

  constructor(records: IntakeRecord[] = []) {
    this.records = records;
  }

  async listRecords(query: IntakeQuery): Promise<IntakePage> {
    const found = this.#find(query);
    return { ...pageOf(found, query), total: found.length };
  }

  async listServers(): Promise<IntakeServer[]> {
    const servers = new Set(this.records.map(({ record }) => record.server));
    return [...servers].sort().map(server => {
      const count = (status: IntakeStatus) =>
        this.records.filter(
          each => each.record.server === server && each.status === status,
        ).length;
      return {
        server,
        title: server === 'eu-prod' ? 'MLflow EU' : server,
        counts: {
          'no-model': count('no-model'),
          'no-owner': count('no-owner'),
          ignored: count('ignored'),
          settled: count('settled'),
        },
      };
    });
  }

  async decide(
    items: IntakeDecisionRequest[],
  ): Promise<IntakeDecisionResult[]> {
    return items.map(item => this.#decideOne(item, { dryRun: false }));
  }

  async exportCsv(query: IntakeQuery): Promise<Blob> {
    const lines = this.#find(query).map(
      ({ record }) => `${record.server},${record.name},,`,
    );
    return new Blob([['server,record,action,owner', ...lines, ''].join('\n')]);
  }

  /** Reads `server,record,action,owner`, without quotes. */
  async importCsv(
    csv: string,
    options: { dryRun: boolean },
  ): Promise<IntakeImport> {
    const rows = csv.trim().split('\n').slice(1);
    const items = rows.flatMap((row, index) => {
      const [server, name, action, owner] = row.split(',');
      if (!action) {
        return [];
      }
      const decision =
        action === 'claim'
          ? { action: 'claim' as const, owner }
          : { action: 'reset' as const };
      const result = this.#decideOne(
        { record: { server, name }, decision },
        options,
      );
      return [{ ...result, line: index + 2 }];
    });
    const refused = items.filter(each => each.outcome === 'refused').length;
    return {
      items,
      refused,
      accepted: items.length - refused,
      unchanged: 0,
      skipped: rows.length - items.length,
    };
  }

  async draftYaml(records: RegistryRecordRef[]): Promise<string> {
    return records
      .map(({ name }) => `kind: Model\nmetadata:\n  name: ${name}\n`)
      .join('---\n');
  }

  #find(query: IntakeQuery): IntakeRecord[] {
    const statuses = query.status?.length ? query.status : WAITING;
    return this.records.filter(
      ({ record, status, boundBy, goneSince }) =>
        statuses.includes(status) &&
        (!query.server?.length || query.server.includes(record.server)) &&
        (!query.boundBy || boundBy === query.boundBy) &&
        (!query.text || record.name.includes(query.text.toLowerCase())) &&
        (query.gone || !goneSince),
    );
  }

  #decideOne(
    item: IntakeDecisionRequest,
    options: { dryRun: boolean },
  ): IntakeDecisionResult {
    const key = registryRecordKey(item.record);
    const known = this.records.find(
      each => registryRecordKey(each.record) === key,
    );
    const { record, decision } = item;
    if (!known) {
      return refuse(record, 'NotFoundError', `There is no '${record.name}'.`);
    }
    if (!known.allowed.includes(decision.action)) {
      return refuse(
        record,
        'NotAllowedError',
        `You may not ${decision.action} '${record.name}'.`,
      );
    }
    if (options.dryRun) {
      return { record, outcome: 'would-accept' };
    }
    this.records = this.records.map(each =>
      each === known ? decided(known, item) : each,
    );
    return { record, outcome: 'accepted' };
  }
}

function refuse(
  record: RegistryRecordRef,
  name: string,
  message: string,
): IntakeDecisionResult {
  return { record, outcome: 'refused', error: { name, message } };
}

/** What is decided takes effect with the next import, but for ignoring. */
function decided(
  known: IntakeRecord,
  { record, decision }: IntakeDecisionRequest,
): IntakeRecord {
  if (decision.action === 'reset') {
    return {
      ...known,
      decision: undefined,
      status: known.status === 'ignored' ? 'no-model' : known.status,
      allowed: ['claim', 'bind', 'ignore'],
    };
  }
  return {
    ...known,
    status: decision.action === 'ignore' ? 'ignored' : known.status,
    decision: {
      record,
      decision,
      decidedBy: 'user:default/platform-engineer',
      decidedAt: daysAgo(0),
    },
    allowed: ['claim', 'bind', 'ignore', 'reset'],
  };
}
