import { Knex } from 'knex';
import { ulid } from 'ulid';
import { inBatches } from '../database/inBatches';
import { Subject, SubjectEntity, SubjectStore } from './SubjectStore';

interface SubjectRow {
  id: string;
  ref: string;
  previous_refs: string;
  last_owner: string | null;
  created_at: string;
  deleted_at: string | null;
}

/** Tables whose rows make up the history of a subject. */
const HISTORY_COLUMNS = [
  ['registry_record', 'subject_id'],
  ['version', 'subject_id'],
  ['promotion', 'subject_id'],
  ['assignment', 'subject_id'],
  ['event', 'subject_id'],
  ['intake_decision', 'subject_id'],
  ['contract_version', 'subject_id'],
  ['contract_deprecation_user', 'consumer_id'],
  ['contract_waiver', 'consumer_id'],
] as const;

/** Keeps subjects in the plugin's database. */
export class DatabaseSubjectStore implements SubjectStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  static create(options: { knex: Knex; now?: () => Date }) {
    return new DatabaseSubjectStore(
      options.knex,
      options.now ?? (() => new Date()),
    );
  }

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  async findByRef(ref: string): Promise<Subject | undefined> {
    const row = await this.#knex<SubjectRow>('subject').where({ ref }).first();
    return row && fromRow(row);
  }

  async findByRefs(refs: readonly string[]): Promise<Map<string, Subject>> {
    const found = await this.#findBy('ref', refs);
    return new Map(found.map(subject => [subject.ref, subject]));
  }

  async findByIds(ids: readonly string[]): Promise<Map<string, Subject>> {
    const found = await this.#findBy('id', ids);
    return new Map(found.map(subject => [subject.id, subject]));
  }

  async ensure(entity: SubjectEntity): Promise<Subject> {
    const existing = await this.findByRef(entity.ref);
    if (existing) {
      return existing;
    }
    for (const previous of entity.previousRefs) {
      const former = await this.findByRef(previous);
      if (former && (await this.rename(former.id, entity.ref))) {
        return (await this.findByRef(entity.ref)) ?? former;
      }
    }
    await this.#knex<SubjectRow>('subject')
      .insert({
        id: ulid(),
        ref: entity.ref,
        previous_refs: '[]',
        last_owner: entity.owner ?? null,
        created_at: this.#now().toISOString(),
        deleted_at: null,
      })
      .onConflict('ref')
      .ignore();
    // Another replica may have been faster: whoever was first counts.
    const row = await this.#knex<SubjectRow>('subject')
      .where({ ref: entity.ref })
      .first();
    if (!row) {
      throw new Error(`Subject of '${entity.ref}' vanished while it was made`);
    }
    return fromRow(row);
  }

  async list(options: { after?: string; limit: number }): Promise<Subject[]> {
    const query = this.#knex<SubjectRow>('subject')
      .orderBy('id')
      .limit(options.limit);
    if (options.after) {
      query.where('id', '>', options.after);
    }
    return (await query).map(fromRow);
  }

  async rename(id: string, ref: string): Promise<boolean> {
    return await this.#knex.transaction(async tx => {
      const row = await tx<SubjectRow>('subject')
        .where({ id })
        .forUpdate()
        .first();
      if (!row) {
        return false;
      }
      const occupant = await tx<SubjectRow>('subject').where({ ref }).first();
      if (occupant && occupant.id !== id) {
        if (await hasHistory(tx, occupant.id)) {
          return false;
        }
        await tx<SubjectRow>('subject').where({ id: occupant.id }).delete();
      }
      const former = fromRow(row);
      const previousRefs = [
        ...former.previousRefs.filter(r => r !== ref && r !== former.ref),
        ...(former.ref === ref ? [] : [former.ref]),
      ];
      await tx<SubjectRow>('subject')
        .where({ id })
        .update({
          ref,
          previous_refs: JSON.stringify(previousRefs),
          deleted_at: null,
        });
      return true;
    });
  }

  async setPresence(
    changes: { id: string; owner?: string; present: boolean }[],
  ): Promise<void> {
    for (const { id, owner, present } of changes) {
      const query = this.#knex<SubjectRow>('subject').where({ id });
      if (present) {
        await query.update({ last_owner: owner ?? null, deleted_at: null });
      } else {
        // The owner stays: they may still read what was theirs.
        await query
          .whereNull('deleted_at')
          .update({ deleted_at: this.#now().toISOString() });
      }
    }
  }

  async #findBy(
    column: 'id' | 'ref',
    values: readonly string[],
  ): Promise<Subject[]> {
    const found: Subject[] = [];
    for (const batch of inBatches([...new Set(values)])) {
      const rows = await this.#knex<SubjectRow>('subject').whereIn(
        column,
        batch,
      );
      found.push(...rows.map(fromRow));
    }
    return found;
  }
}

async function hasHistory(tx: Knex, subjectId: string): Promise<boolean> {
  for (const [table, column] of HISTORY_COLUMNS) {
    if (
      await tx(table)
        .where({ [column]: subjectId })
        .first(column)
    ) {
      return true;
    }
  }
  return false;
}

function fromRow(row: SubjectRow): Subject {
  return {
    id: row.id,
    ref: row.ref,
    previousRefs: JSON.parse(row.previous_refs),
    ...(row.last_owner ? { lastOwner: row.last_owner } : {}),
    ...(row.deleted_at ? { deletedAt: row.deleted_at } : {}),
  };
}
