import { Knex } from 'knex';

/** A name that a server gives, or gave, to a record. */
export interface RecordName {
  server: string;
  workspace?: string;
  name: string;
}

/** A row of table `registry_name_change`. */
interface NameChangeRow {
  server: string;
  workspace: string;
  name: string;
  at: string;
}

/**
 * Notes that the portal has just changed what names mean at a server, in the
 * transaction that has locked the record. A read of the server that began
 * before says nothing of these names.
 */
export async function noteNameChanges(
  tx: Knex.Transaction,
  names: readonly RecordName[],
  at: string,
): Promise<void> {
  await tx<NameChangeRow>('registry_name_change')
    .insert(
      names.map(({ server, workspace = '', name }) => ({
        server,
        workspace,
        name,
        at,
      })),
    )
    .onConflict(['server', 'workspace', 'name'])
    .merge(['at']);
}

/** Whether that was so after a read began; never where that is not known. */
export async function wasRenamedSince(
  tx: Knex.Transaction,
  { server, workspace = '', name }: RecordName,
  readAt: string | undefined,
): Promise<boolean> {
  if (readAt === undefined) {
    return false;
  }
  const change = await tx<NameChangeRow>('registry_name_change')
    .where({ server, workspace, name })
    .where('at', '>=', readAt)
    .first('name');
  return change !== undefined;
}

/** Leaves out the records whose names changed after a read began. */
export function whereNotRenamedSince(
  query: Knex.QueryBuilder,
  readAt: string,
): void {
  query.whereNotExists(changed =>
    changed
      .select('*')
      .from('registry_name_change as change')
      .whereRaw('change.server = registry_record.server')
      .whereRaw('change.workspace = registry_record.workspace')
      .whereRaw('change.name = registry_record.name')
      .where('change.at', '>=', readAt),
  );
}
