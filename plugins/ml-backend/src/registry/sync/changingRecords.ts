import { Knex } from 'knex';
import { RecordName } from './nameChanges';
import { recordKey } from './recordRows';

// A record is changing while the portal has asked its server for something and
// has not written down how that ended. What a read tells of it meanwhile may be
// what was asked for, and is left to the next read. Versions that are being
// registered do not count: there are many, and each is known by its number.

/** Names of a server's records that are changing, by their `recordKey`. */
export async function findChangingNames(
  knex: Knex,
  server: string,
): Promise<Set<string>> {
  const rows: NameRow[] = await selectChanging(knex, server).select(
    'registry_record.workspace',
    'registry_record.name',
    'server_change.new_name',
  );
  return new Set(
    rows.flatMap(({ workspace, name, new_name: newName }) =>
      [name, newName]
        .filter(one => one !== null)
        .map(one => recordKey({ workspace, name: one })),
    ),
  );
}

/** Whether a name is, or is to be, that of a record that is changing. */
export async function isChanging(
  tx: Knex.Transaction,
  { server, workspace = '', name }: RecordName,
): Promise<boolean> {
  const found = await selectChanging(tx, server)
    .where('registry_record.workspace', workspace)
    .where(named =>
      named
        .where('registry_record.name', name)
        .orWhere('server_change.new_name', name),
    )
    .first('server_change.key');
  return found !== undefined;
}

/** Leaves out records that are changing. */
export function whereNotChanging(query: Knex.QueryBuilder): void {
  query.whereNotExists(changing =>
    changing
      .select('*')
      .from('server_change as asked')
      .whereRaw('asked.server = registry_record.server')
      .whereRaw('asked.record_id = registry_record.id')
      .whereNull('asked.done_at')
      .whereNot('asked.kind', 'version.create'),
  );
}

interface NameRow {
  workspace: string;
  name: string;
  new_name: string | null;
}

function selectChanging(knex: Knex, server: string): Knex.QueryBuilder {
  return knex('server_change')
    .join(
      'registry_record',
      'registry_record.id',
      '=',
      'server_change.record_id',
    )
    .where('server_change.server', server)
    .whereNull('server_change.done_at')
    .whereNot('server_change.kind', 'version.create');
}
