import { Finding } from '@understudy/contracts';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { inBatches } from '../../database/inBatches';

/** What stands where a contract comes from, whether or not it became one. */
export interface Sighting {
  subjectId: string;
  /** Where it was seen, such as `declared`. */
  source: string;
  digest: string;
  /** What was seen, as JSON. */
  document: unknown;
  /** Why it is not in force as it is, or what it shows to be wrong. */
  findings: Finding[];
}

interface SightingRow {
  id: string;
  subject_id: string;
  source: string;
  digest: string;
  document: string;
  findings: string;
  first_seen_at: string;
  gone_at: string | null;
}

/** Remembers what was seen: nothing that was declared once is lost. */
export class SightingStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  static create(options: { knex: Knex; now?: () => Date }) {
    return new SightingStore(options.knex, options.now ?? (() => new Date()));
  }

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  /** Digests of what is there now, by source, of each of some subjects. */
  async readDigests(
    subjectIds: readonly string[],
  ): Promise<Map<string, Map<string, string>>> {
    const found = new Map<string, Map<string, string>>();
    for (const batch of inBatches(subjectIds)) {
      const rows = await this.#current()
        .whereIn('subject_id', batch)
        .select('subject_id', 'source', 'digest');
      for (const row of rows) {
        const sources = found.get(row.subject_id) ?? new Map<string, string>();
        found.set(row.subject_id, sources.set(row.source, row.digest));
      }
    }
    return found;
  }

  /** What is wrong now with what was seen of a subject, by source. */
  async readFindings(
    subjectId: string,
  ): Promise<{ source: string; findings: Finding[] }[]> {
    const rows = await this.#current()
      .where({ subject_id: subjectId })
      .orderBy('source');
    return rows.map(({ source, findings }) => ({
      source,
      findings: JSON.parse(findings),
    }));
  }

  /** What is seen now at one source, as JSON, of those of some subjects where something is wrong. */
  async readWrong(
    subjectIds: readonly string[],
    source: string,
  ): Promise<Map<string, { document: string; findings: Finding[] }>> {
    const found = new Map<string, { document: string; findings: Finding[] }>();
    for (const batch of inBatches(subjectIds)) {
      const rows = await this.#current()
        .whereIn('subject_id', batch)
        .where({ source })
        .whereNot({ findings: '[]' })
        .select('subject_id', 'document', 'findings');
      for (const row of rows) {
        found.set(row.subject_id, {
          document: row.document,
          findings: JSON.parse(row.findings),
        });
      }
    }
    return found;
  }

  /** Writes what is seen now. What was seen before stays, as gone. */
  async put(sighting: Sighting): Promise<void> {
    await this.#knex.transaction(trx => this.putWithin(trx, sighting));
  }

  /** As `put`, within a transaction. */
  async putWithin(trx: Knex.Transaction, sighting: Sighting): Promise<void> {
    const { subjectId, source, digest } = sighting;
    const at = this.#now().toISOString();
    await this.#end(trx, { subjectId, sources: [source], at });
    await trx<SightingRow>('contract_sighting').insert({
      id: ulid(),
      subject_id: subjectId,
      source,
      digest,
      document: JSON.stringify(sighting.document),
      findings: JSON.stringify(sighting.findings),
      first_seen_at: at,
      gone_at: null,
    });
  }

  /** Notes that nothing is seen at these sources any more. */
  async remove(subjectId: string, sources: readonly string[]): Promise<void> {
    const at = this.#now().toISOString();
    await this.#knex.transaction(trx =>
      this.#end(trx, { subjectId, sources, at }),
    );
  }

  async #end(
    trx: Knex.Transaction,
    what: { subjectId: string; sources: readonly string[]; at: string },
  ): Promise<void> {
    await trx<SightingRow>('contract_sighting')
      .where({ subject_id: what.subjectId, gone_at: null })
      .whereIn('source', [...what.sources])
      .update({ gone_at: what.at });
  }

  #current() {
    return this.#knex<SightingRow>('contract_sighting').whereNull('gone_at');
  }
}
