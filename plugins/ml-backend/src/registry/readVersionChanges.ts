import { VersionChange } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';

interface ChangeRow {
  id: string;
  contract: string;
  contract_before: string;
  /** The version of the contract that the one of this version was judged against. */
  judged_against: string | null;
  verdict: string | null;
  required_bump: string | null;
  errors: number;
}

/**
 * What some versions do to the contract of the version before each, by id, in
 * one statement. Those that have none before them are left out, and those
 * where either contract is not known.
 */
export async function readVersionChanges(
  knex: Knex,
  versionIds: readonly string[],
): Promise<Map<string, VersionChange>> {
  const before = knex('version as earlier')
    .whereRaw('earlier.subject_id = version.subject_id')
    // Bounds the walk through the index, which the rest alone does not.
    .whereRaw('earlier.created_at <= version.created_at')
    .whereRaw(
      '(earlier.created_at < version.created_at or earlier.id < version.id)',
    )
    .orderBy([
      { column: 'earlier.created_at', order: 'desc' },
      { column: 'earlier.id', order: 'desc' },
    ])
    .limit(1)
    .select('earlier.id');
  const judgedAgainst = knex('contract_version as older')
    .whereRaw('older.subject_id = contract.subject_id')
    .whereRaw('older.provider_id = contract.provider_id')
    .whereRaw('older.published_at <= contract.published_at')
    .whereRaw(
      '(older.published_at < contract.published_at or older.id < contract.id)',
    )
    .orderBy([
      { column: 'older.published_at', order: 'desc' },
      { column: 'older.id', order: 'desc' },
    ])
    .limit(1)
    .select('older.id');
  const rows: ChangeRow[] = await knex('version')
    .join('contract_subject_version as link', 'link.version_id', 'version.id')
    .join(
      'contract_version as contract',
      'contract.id',
      'link.contract_version_id',
    )
    .join('contract_subject_version as link_before', join =>
      join.on('link_before.version_id', '=', knex.raw('(?)', [before])),
    )
    .whereIn('version.id', [...versionIds])
    .whereNotNull('link_before.contract_version_id')
    .select(
      'version.id',
      'contract.id as contract',
      'link_before.contract_version_id as contract_before',
      'contract.verdict',
      'contract.required_bump',
      'contract.errors',
      knex.raw('(?) as judged_against', [judgedAgainst]),
    );
  return new Map(rows.map(row => [row.id, changeOf(row)]));
}

function changeOf(row: ChangeRow): VersionChange {
  if (row.contract === row.contract_before) {
    return 'none';
  }
  // Its report tells of the one before it; against others nobody compared it.
  if (row.judged_against !== row.contract_before || row.verdict === null) {
    return 'unverifiable';
  }
  // What was waived breaks nobody, and is a breaking change all the same.
  if (row.errors > 0 || row.required_bump === 'major') {
    return 'breaking';
  }
  if (row.verdict === 'unverifiable') {
    return 'unverifiable';
  }
  return row.required_bump === 'minor' ? 'additive' : 'none';
}
