import { stringifyError } from '@backstage/errors';
import { RunEvidence, VersionSource } from '@understudy/plugin-ml-node';
import { Knex } from 'knex';
import { contentHash } from '../../evidence/normalizeAddition';
import { addToldProvenance } from '../../evidence/write/addToldProvenance';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { systemActor } from '../../promotion/Actor';
import { MetricDictionary } from '../../registry/MetricDictionary';
import { VersionRow } from '../../registry/versionRows';
import { normalizeVersion } from '../../registry/versionContent';
import { replaceVersionEvidence } from '../../registry/writeVersions';

const TIMEOUT_MS = 30_000;

type EvidenceRow = VersionRow & { source: string; ref: string };

/**
 * Fetches what tracking servers know of the runs of versions that clients have
 * registered in the portal: metrics, parameters, provenance and where to look
 * at them. The client does not send these along.
 */
export class VersionEvidence {
  readonly #dictionary: MetricDictionary;
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #now: () => Date;
  readonly #sources: () => readonly VersionSource[];

  constructor(options: {
    dictionary: MetricDictionary;
    knex: Knex;
    ledger: DatabaseLedger;
    sources: () => readonly VersionSource[];
    now?: () => Date;
  }) {
    this.#dictionary = options.dictionary;
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#now = options.now ?? (() => new Date());
    this.#sources = options.sources;
  }

  /**
   * Adds to a version what the first server knows that has its run. Throws
   * when none has it and one of them cannot be asked: it is tried again.
   */
  async fetch(versionId: string): Promise<void> {
    const row: EvidenceRow | undefined = await this.#knex('version')
      .join('portal_version', 'portal_version.version_id', '=', 'version.id')
      .join('subject', 'subject.id', '=', 'version.subject_id')
      .where('version.id', versionId)
      // Of what was deleted meanwhile nothing more is wanted.
      .whereNull('version.gone_since')
      .first('version.*', 'portal_version.source', 'subject.ref');
    if (!row || (!row.run_id && !row.model_id)) {
      return;
    }
    const found = await this.#ask(row);
    if (found) {
      await this.#write(row, found);
    }
  }

  async #ask(
    row: EvidenceRow,
  ): Promise<{ server: string; evidence: RunEvidence } | undefined> {
    const failures: string[] = [];
    for (const source of this.#sources()) {
      try {
        const evidence = await source.readRunEvidence?.({
          source: row.source,
          runId: row.run_id ?? undefined,
          modelId: row.model_id ?? undefined,
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (evidence) {
          return { server: source.id, evidence };
        }
      } catch (error) {
        failures.push(`${source.title}: ${stringifyError(error)}`);
      }
    }
    if (failures.length > 0) {
      throw new Error(
        `No tracking server could tell of run '${row.run_id}': ${failures.join('; ')}`,
      );
    }
    return undefined;
  }

  async #write(
    row: EvidenceRow,
    { server, evidence }: { server: string; evidence: RunEvidence },
  ): Promise<void> {
    const { content } = normalizeVersion(
      {
        recordVersion: row.record_version ?? row.label,
        digest: row.digest,
        digestStrength: row.digest_strength,
        createdAt: row.created_at,
        tags: [],
        components: [],
        ...evidence,
      },
      this.#dictionary,
    );
    await this.#knex.transaction(async tx => {
      const changed = await replaceVersionEvidence(tx, row.id, content);
      const { provenance } = content;
      const told = await addToldProvenance(
        tx,
        provenance ? [{ versionId: row.id, provenance }] : [],
        this.#now(),
      );
      if (changed || told.size > 0) {
        await this.#ledger.append(tx, [
          {
            type: 'dev.understudy.version.evidence',
            source: '/api/ml/mlflow',
            subject: `${row.ref}@${row.label}`,
            subjectId: row.subject_id,
            data: {
              actor: systemActor,
              action: 'version.evidence',
              object: { kind: 'ModelVersion', ref: row.id },
              after: {
                server,
                runId: row.run_id,
                ...(told.size > 0
                  ? { provenance: contentHash(provenance) }
                  : {}),
                metrics: content.metrics.map(({ name, value, dataset }) => ({
                  name,
                  value,
                  dataset,
                })),
              },
              correlationId: row.record_id ?? row.id,
            },
          },
        ]);
      }
    });
  }
}
