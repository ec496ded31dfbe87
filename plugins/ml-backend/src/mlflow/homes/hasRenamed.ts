import { Knex } from 'knex';
import { ServerChangeRow, toLeftChange } from './changeRows';

/** Whether an account has had a record renamed so since a moment. */
export async function hasRenamed(
  knex: Knex,
  options: { former: string; name: string; account: string; since: Date },
): Promise<boolean> {
  const { former, name, account, since } = options;
  const rows: ServerChangeRow[] = await knex('server_change')
    .join(
      'registry_record',
      'registry_record.id',
      '=',
      'server_change.record_id',
    )
    .where('server_change.done_at', '>', since.toISOString())
    .where({
      'server_change.kind': 'record.rename',
      'server_change.new_name': name,
      'server_change.account': account,
    })
    // Else it was dropped, or the record has yet another name.
    .where('registry_record.name', name)
    .select('server_change.*');
  return rows
    .map(toLeftChange)
    .some(
      left =>
        left?.change.kind === 'record.rename' && left.change.former === former,
    );
}
