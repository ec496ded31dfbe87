import { Knex } from 'knex';

/** What begins with a text: versions by their labels, subjects by their names. */
export interface TextStarts {
  labelled: Knex.QueryBuilder;
  subjectIds: readonly string[];
}

/** Subjects whose names begin with a text, whatever its case. */
export function subjectsStarting(
  knex: Knex,
  { text, kind }: { text: string; kind: string },
): Knex.QueryBuilder {
  const name =
    knex.client.config.client === 'pg'
      ? `split_part(subject.ref, '/', 2) COLLATE "C"`
      : `substr(subject.ref, instr(subject.ref, '/') + 1)`;
  return knex('subject')
    .select('subject.id')
    .whereLike('subject.ref', `${kind}:%`)
    .whereRaw(`${name} >= ?`, [text.toLowerCase()])
    .whereRaw(`${name} < ?`, [endOf(text)]);
}

/** Versions whose labels begin with a text, whatever its case. */
export function versionsLabelled(
  knex: Knex,
  { text, kind }: { text: string; kind: string },
): Knex.QueryBuilder {
  const label =
    knex.client.config.client === 'pg'
      ? 'lower(label) COLLATE "C"'
      : 'lower(label)';
  return knex('version')
    .select('id as version_id')
    .where({ kind })
    .whereRaw(`${label} >= ?`, [text.toLowerCase()])
    .whereRaw(`${label} < ?`, [endOf(text)]);
}

/** Names and labels are ASCII; this is above all that begins with the text. */
function endOf(text: string): string {
  return `${text.toLowerCase()}\u{10FFFF}`;
}

/** Leaves the versions whose labels, or whose subjects' names, begin so. */
export function whereStartsWith(
  knex: Knex,
  query: Knex.QueryBuilder,
  { text, kind }: { text: string; kind: string },
): void {
  const start = text.toLowerCase();
  const named = subjectsStarting(knex, { text, kind }).whereRaw(
    'subject.id = version.subject_id',
  );
  query.where(either =>
    either
      .whereRaw('lower(substr(version.label, 1, ?)) = ?', [start.length, start])
      .orWhereExists(named),
  );
}
