import { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import { VersionRow } from '../registry/versionRows';
import { StoredDefinition } from './nextDefinition';

/** What is stored of a feature view, as far as it counts for the next version. */
interface StoredDefinitions {
  latest: StoredDefinition | undefined;
  stored: StoredDefinition[];
}

type DefinitionRow = Pick<
  VersionRow,
  'id' | 'subject_id' | 'label' | 'digest' | 'source_type'
>;

/**
 * Reads which definitions of some feature views are stored: those read from
 * the entity, those counted as revisions, and that with the declared label.
 */
export async function readStoredDefinitions(
  knex: Knex,
  views: readonly { subjectId: string; label?: string }[],
): Promise<(subjectId: string | undefined) => StoredDefinitions> {
  const found = new Map<string, StoredDefinitions>();
  for (const batch of inBatches(views)) {
    const rows: DefinitionRow[] = await knex<VersionRow>('version')
      .whereIn(
        'subject_id',
        batch.map(({ subjectId }) => subjectId),
      )
      .andWhere(counts =>
        counts
          .where('source_type', 'entity')
          // Revisions, and little else.
          .orWhere(revision =>
            revision.whereLike('label', 'r%').whereRaw('length(label) <= 10'),
          )
          .orWhereIn(
            'label',
            batch.flatMap(({ label }) => label ?? []),
          ),
      )
      // Ids are given in the order in which versions were stored.
      .orderBy('id')
      .select('id', 'subject_id', 'label', 'digest', 'source_type');
    for (const row of rows) {
      const of = found.get(row.subject_id) ?? { latest: undefined, stored: [] };
      found.set(row.subject_id, of);
      of.stored.push(row);
      if (row.source_type === 'entity') {
        of.latest = row;
      }
    }
  }
  return subjectId =>
    found.get(subjectId ?? '') ?? { latest: undefined, stored: [] };
}
