import { Knex } from 'knex';
import { absentModels } from '../../models/absentModels';

/**
 * The ids of subjects whose records nobody finds, because the catalog does not
 * hold their Models. One that it is about to hold is not meant: whoever
 * registered it sees it already.
 */
export function absentOfRecords(knex: Knex): Knex.QueryBuilder {
  return absentModels(knex).whereNotExists(
    knex('registry_record as own')
      .join('portal_record', 'portal_record.record_id', '=', 'own.id')
      .whereRaw('own.subject_id = subject.id')
      .where('portal_record.emitted', true)
      .select('own.id'),
  );
}
