import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { RegistryBinding } from '@understudy/plugin-ml-common';
import {
  shareRunning,
  SourceRecord,
  VersionSource,
} from '@understudy/plugin-ml-node';
import { Knex } from 'knex';
import { outsideAliasEvents } from '../../aliases/history/outsideAliasEvents';
import { IntakeDecisionStore } from '../../intake/decisions/IntakeDecisionStore';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import {
  DirectoryModel,
  readModelDirectory,
} from '../../models/readModelDirectory';
import { SubjectStore } from '../../subjects/SubjectStore';
import { MetricDictionary } from '../MetricDictionary';
import { compareRecord, effectiveMark } from './compareRecord';
import { findChangingNames } from './changingRecords';
import { createRecordBinder } from './createRecordBinder';
import { readDecidedBindings } from './readDecidedBindings';
import { readVersions } from './readVersions';
import { recordHints } from './recordHints';
import { recordKey } from './recordRows';
import { RecordStore, StoredRecord } from './RecordStore';
import { RegistrySourceStore } from './RegistrySourceStore';
import { writeRecord } from './writeRecord';

/** Records that are compared with the database together. */
const BATCH_SIZE = 100;
/** Problems that are named in a status. */
const NAMED_PROBLEMS = 5;

/** A record and the Model it belongs to. */
interface BoundRecord {
  record: SourceRecord;
  binding: RegistryBinding;
}

/**
 * Brings what a registry holds into the database. A record that cannot be
 * read stays as it was and does not keep others from being read; a list of
 * records that breaks off marks nothing as gone. Records that people decided
 * to leave alone are treated as if the registry did not have them.
 */
export class RegistrySync {
  readonly #afterRead: (source: VersionSource) => Promise<string[]>;
  readonly #beforeRead: (source: VersionSource) => Promise<void>;
  readonly #decisions: IntakeDecisionStore;
  readonly #dictionary: MetricDictionary;
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  /** Shared: registries are often read at the same time, one task each. */
  readonly #readModels: () => Promise<Map<string, DirectoryModel>>;
  readonly #records: RecordStore;
  readonly #sources: RegistrySourceStore;
  readonly #subjects: SubjectStore;

  constructor(options: {
    /** Called once all was read; answers what went wrong in it. */
    afterRead?: (source: VersionSource) => Promise<string[]>;
    /** Called first: what it finds out is not read as somebody else's. */
    beforeRead?: (source: VersionSource) => Promise<void>;
    auth: AuthService;
    catalog: CatalogService;
    dictionary: MetricDictionary;
    knex: Knex;
    logger: LoggerService;
    sources: RegistrySourceStore;
    subjects: SubjectStore;
    now?: () => Date;
  }) {
    this.#afterRead = options.afterRead ?? (async () => []);
    this.#beforeRead = options.beforeRead ?? (async () => {});
    this.#decisions = IntakeDecisionStore.create(options);
    this.#dictionary = options.dictionary;
    this.#knex = options.knex;
    this.#ledger = DatabaseLedger.create(options);
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
    this.#readModels = shareRunning(() => readModelDirectory(options));
    this.#records = RecordStore.create(options);
    this.#sources = options.sources;
    this.#subjects = options.subjects;
  }

  /**
   * Reads one registry once. Does not throw when the registry or the catalog
   * cannot be read: that is noted in the status of the registry.
   */
  async run(
    source: VersionSource,
    options: { signal: AbortSignal },
  ): Promise<void> {
    await this.#sources.noteAttempt(source);
    try {
      await this.#beforeRead(source);
      const unread = await this.#readSource(source, options.signal);
      const uncompared = await this.#lookAfterwards(source);
      await this.#sources.noteSuccess(source.id, {
        ...(await this.#records.count(source.id)),
        problem: [summarize(unread), ...uncompared.slice(0, NAMED_PROBLEMS)]
          .filter(Boolean)
          .join('; '),
      });
    } catch (error) {
      const problem = options.signal.aborted
        ? 'The read was stopped before it reached the end'
        : stringifyError(error);
      this.#logger.warn(`Registry '${source.id}' was not read: ${problem}`);
      await this.#sources.noteFailure(source.id, problem);
    }
  }

  /** The registry was read, whatever is wrong with what comes after it. */
  async #lookAfterwards(source: VersionSource): Promise<string[]> {
    try {
      return await this.#afterRead(source);
    } catch (error) {
      const problem = `It was read, but could not be compared with what was decided: ${stringifyError(error)}`;
      this.#logger.warn(`Registry '${source.id}': ${problem}`);
      return [problem];
    }
  }

  async #readSource(
    source: VersionSource,
    signal: AbortSignal,
  ): Promise<string[]> {
    const readAt = this.#now().toISOString();
    const models = await this.#readModels();
    signal.throwIfAborted();
    const binder = createRecordBinder(source, {
      models,
      decided: await readDecidedBindings(this.#decisions, source.id),
      knownNames: await this.#records.listNames(source.id),
    });
    const seen = new Set<string>();
    const problems: string[] = [];
    let batch: BoundRecord[] = [];
    const flush = async () => {
      problems.push(
        ...(await this.#syncBatch({
          source,
          models,
          bound: batch,
          readAt,
          signal,
        })),
      );
      batch = [];
    };
    for await (const record of source.listRecords({ signal })) {
      signal.throwIfAborted();
      const binding = binder(record);
      if (!binding) {
        // Left alone by decision: what came of it is marked as gone.
        continue;
      }
      seen.add(recordKey(record));
      batch.push({ record, binding });
      if (batch.length === BATCH_SIZE) {
        await flush();
      }
    }
    await flush();
    const gone = await this.#records.markGone(source.id, seen, readAt);
    if (gone > 0) {
      this.#logger.info(
        `Registry '${source.id}' no longer has ${gone} records`,
      );
    }
    return problems;
  }

  async #syncBatch(options: {
    source: VersionSource;
    models: Map<string, DirectoryModel>;
    bound: BoundRecord[];
    readAt: string;
    signal: AbortSignal;
  }): Promise<string[]> {
    const { source, models, bound, readAt, signal } = options;
    const storedRecords = await this.#records.findRecords(
      source.id,
      bound.map(({ record }) => record.name),
    );
    const subjects = await this.#subjects.findByRefs(
      bound.map(({ binding }) => binding.entityRef),
    );
    const changing = await findChangingNames(this.#knex, source.id);
    const problems: string[] = [];
    for (const { record, binding } of bound) {
      signal.throwIfAborted();
      if (changing.has(recordKey(record))) {
        continue;
      }
      const stored = storedRecords.get(recordKey(record));
      try {
        await this.#syncRecord({
          source,
          model: models.get(binding.entityRef),
          models,
          record,
          binding,
          stored,
          subjectId: subjects.get(binding.entityRef)?.id,
          readAt,
          signal,
        });
      } catch (error) {
        signal.throwIfAborted();
        const problem = stringifyError(error);
        this.#logger.warn(
          `Record '${record.name}' of registry '${source.id}' was not read: ${problem}`,
        );
        problems.push(`'${record.name}': ${problem}`);
        if (stored) {
          await this.#records.noteError(stored.row.id, problem);
        }
      }
    }
    return problems;
  }

  async #syncRecord(options: {
    source: VersionSource;
    model: DirectoryModel | undefined;
    models: Map<string, DirectoryModel>;
    record: SourceRecord;
    binding: RegistryBinding;
    stored: StoredRecord | undefined;
    subjectId: string | undefined;
    readAt: string;
    signal: AbortSignal;
  }): Promise<void> {
    const { source, model, record, binding, stored, signal } = options;
    requireFittingType(record, model);
    const changeMark = effectiveMark(record, binding, this.#dictionary.digest);
    const comparison = compareRecord({
      record,
      binding,
      stored,
      changeMark,
      subjectId: options.subjectId,
    });
    if (comparison === 'unchanged') {
      return;
    }
    const versions =
      comparison === 'read-versions'
        ? await readVersions({
            source,
            record: {
              ...record,
              firstName: stored?.row.first_name ?? undefined,
            },
            variant: binding.variant,
            dictionary: this.#dictionary,
            logger: this.#logger,
            signal,
          })
        : undefined;
    const subjectId = await this.#ensureSubject(options);
    const danglingAliases = await this.#knex.transaction(async tx => {
      const written = await writeRecord(
        tx,
        {
          server: source.id,
          sourceType: source.type,
          workspace: record.workspace,
          name: record.name,
          kind: record.kind,
          environment: binding.environment,
          variant: binding.variant,
          url: record.url,
          boundBy: binding.by,
          hints: recordHints(record),
          subjectId,
          home: model ? model.home : source.id,
          changeMark,
          aliases: record.aliases,
          versions,
          readAt: options.readAt,
        },
        this.#now(),
      );
      if (!written) {
        return [];
      }
      await this.#ledger.append(
        tx,
        await outsideAliasEvents(tx, {
          server: source.id,
          record: { id: written.recordId, name: record.name, subjectId },
          model: binding.entityRef,
          moves: written.outsideMoves,
        }),
      );
      return written.danglingAliases;
    });
    if (danglingAliases.length > 0) {
      this.#logger.warn(
        `Record '${record.name}' of registry '${source.id}' has aliases of versions it does not list: ${danglingAliases.join(', ')}`,
      );
    }
  }

  /**
   * The subject the record's versions hang off. Where a record leaves a Model
   * that is no longer in the catalog and nothing else hangs off it, the
   * Model was renamed in effect: an imported Model whose team took it over.
   */
  async #ensureSubject(options: {
    model: DirectoryModel | undefined;
    models: Map<string, DirectoryModel>;
    binding: RegistryBinding;
    stored: StoredRecord | undefined;
    subjectId: string | undefined;
  }): Promise<string> {
    const { model, models, binding, stored, subjectId } = options;
    if (subjectId) {
      return subjectId;
    }
    if (stored) {
      const former = (
        await this.#subjects.findByIds([stored.row.subject_id])
      ).get(stored.row.subject_id);
      if (
        former &&
        !models.has(former.ref) &&
        (await this.#records.isOnlyRecord(stored.row)) &&
        (await this.#subjects.rename(former.id, binding.entityRef))
      ) {
        return former.id;
      }
    }
    const subject = await this.#subjects.ensure({
      ref: binding.entityRef,
      previousRefs: model?.previousRefs ?? [],
    });
    return subject.id;
  }
}

function requireFittingType(
  record: SourceRecord,
  model: DirectoryModel | undefined,
): void {
  if (model && (model.type === 'prompt') !== (record.kind === 'prompt')) {
    throw new Error(
      `It is a ${record.kind}, but is bound to '${model.ref}' of type '${model.type}'; bind prompts to Models of type 'prompt' and only these`,
    );
  }
}

function summarize(problems: readonly string[]): string | undefined {
  if (problems.length === 0) {
    return undefined;
  }
  const named = problems.slice(0, NAMED_PROBLEMS).join('; ');
  const more = problems.length - NAMED_PROBLEMS;
  return `${problems.length} records could not be read: ${named}${
    more > 0 ? `; and ${more} more` : ''
  }`;
}
