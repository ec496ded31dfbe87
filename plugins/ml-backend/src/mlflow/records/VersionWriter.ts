import { Knex } from 'knex';
import { ulid } from 'ulid';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { DatabaseOutbox } from '../../outbox/DatabaseOutbox';
import { claimedAuthor } from '../../registry/claimedAuthor';
import { MetricDictionary } from '../../registry/MetricDictionary';
import { normalizeVersion } from '../../registry/versionContent';
import { insertVersions } from '../../registry/writeVersions';
import { RegistryCaller } from '../access/RegistryCaller';
import { lockLiveRecord } from './changeRecord';
import {
  PORTAL_SERVER,
  PortalRecordRow,
  PortalVersionRow,
  StoredModel,
  StoredVersion,
} from './portalRows';
import { freeLabel } from './freeLabel';
import { registryEvent } from './registryEvent';
import { versionDigest } from './versionDigest';
import { VersionReader } from './VersionReader';

/** A client that hears no answer asks again. */
export const REPEAT_SECONDS = 60;
/** A run is measured before its model is registered, or some time after. */
const EVIDENCE_DELAYS = [0, 600];
/** As in what is read from servers of MLflow. */
const VARIANT_TAG = 'understudy.dev/variant';

/** What a client registers. */
export interface NewVersion {
  source: string;
  /** Where the artifact is, when that is not what `source` says. */
  artifactUri?: string;
  runId?: string;
  runLink?: string;
  modelId?: string;
  description?: string;
  tags: ReadonlyMap<string, string>;
}

/**
 * Registers versions of records of the portal, numbered without gaps. Whoever
 * calls it has decided that the caller may.
 */
export class VersionWriter {
  readonly #dictionary: MetricDictionary;
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #now: () => Date;
  readonly #outbox: DatabaseOutbox;
  readonly #wake: () => void;
  readonly #reader: VersionReader;

  constructor(options: {
    dictionary: MetricDictionary;
    knex: Knex;
    ledger: DatabaseLedger;
    now: () => Date;
    outbox: DatabaseOutbox;
    /** Called after a commit that leaves work for the outbox. */
    wake: () => void;
    reader: VersionReader;
  }) {
    this.#dictionary = options.dictionary;
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#now = options.now;
    this.#outbox = options.outbox;
    this.#wake = options.wake;
    this.#reader = options.reader;
  }

  /**
   * The new version, or the one that the same source and run gave less than a
   * minute ago.
   */
  async create(
    model: StoredModel,
    version: NewVersion,
    caller: RegistryCaller,
  ): Promise<StoredVersion> {
    const created = await this.#knex.transaction(async tx => {
      // One at a time: the number that is given next depends on it.
      const { last_version: last } = await lockLiveRecord(tx, model);
      const now = this.#now();
      const repeated = await this.#findRepeated(tx, model, version, now);
      if (repeated !== undefined) {
        return await this.#require(tx, model, repeated);
      }
      const number = last + 1;
      const id = ulid(now.getTime());
      const label = await freeLabel(tx, model, String(number), id);
      await this.#insert(tx, {
        id,
        label,
        number,
        model,
        version,
        caller,
        now,
      });
      await tx<PortalRecordRow>('portal_record')
        .where({ record_id: model.id })
        .update({ last_version: number, updated_at: now.toISOString() });
      const [event] = await this.#ledger.append(tx, [
        registryEvent({
          verb: 'version.registered',
          caller,
          model,
          version: { id, label },
          after: {
            version: number,
            source: version.source,
            runId: version.runId,
            claimedAuthor: claimedAuthor(version.tags, caller),
          },
        }),
      ]);
      await this.#outbox.add(
        tx,
        EVIDENCE_DELAYS.map(delaySeconds => ({
          eventId: event.id,
          delaySeconds,
          message: { kind: 'version-evidence', versionId: id },
        })),
      );
      return await this.#require(tx, model, number);
    });
    this.#wake();
    return created;
  }

  async #insert(
    tx: Knex.Transaction,
    options: {
      id: string;
      label: string;
      number: number;
      model: StoredModel;
      version: NewVersion;
      caller: RegistryCaller;
      now: Date;
    },
  ): Promise<void> {
    const { id, label, number, model, version, caller, now } = options;
    const { source, runId, runLink, modelId, description } = version;
    const at = now.toISOString();
    const normalized = normalizeVersion(
      {
        recordVersion: String(number),
        ...versionDigest(version.tags, [
          model.id,
          number,
          at,
          source,
          runId,
          modelId,
        ]),
        variant: version.tags.get(VARIANT_TAG) || undefined,
        description,
        artifactUri: version.artifactUri ?? source,
        runId,
        modelId,
        createdBy: caller.account,
        createdAt: at,
        metrics: [],
        params: [],
        tags: [...version.tags].map(([key, value]) => ({ key, value })),
        components: [],
        links: runLink ? [{ title: 'Run', url: runLink }] : [],
      },
      this.#dictionary,
    );
    await insertVersions(
      tx,
      [
        {
          id,
          label,
          recordVersion: String(number),
          claimedAuthor: claimedAuthor(version.tags, caller),
          version: normalized,
        },
      ],
      {
        subjectId: model.subjectId,
        recordId: model.id,
        sourceType: PORTAL_SERVER,
      },
      now,
    );
    await tx<PortalVersionRow>('portal_version').insert({
      version_id: id,
      source,
      given_run_id: runId ?? null,
      run_link: runLink ?? null,
      updated_at: at,
    });
  }

  async #findRepeated(
    tx: Knex.Transaction,
    model: StoredModel,
    { source, runId, tags }: NewVersion,
    now: Date,
  ): Promise<number | undefined> {
    const since = new Date(now.getTime() - REPEAT_SECONDS * 1000);
    const rows: { record_number: number; tags: string }[] = await tx('version')
      .join('portal_version', 'portal_version.version_id', '=', 'version.id')
      .where({
        'version.record_id': model.id,
        'portal_version.source': source,
        'portal_version.given_run_id': runId ?? null,
        'version.gone_since': null,
      })
      .where('version.created_at', '>', since.toISOString())
      .orderBy('version.record_number')
      .select('version.record_number', 'version.tags');
    const repeated = rows.find(
      // All prompts have the same source: their texts are in their tags.
      row => model.kind !== 'prompt' || hasTags(row.tags, tags),
    );
    return repeated?.record_number;
  }

  async #require(
    tx: Knex.Transaction,
    model: StoredModel,
    number: number,
  ): Promise<StoredVersion> {
    const found = await this.#reader.find(model, number, tx);
    if (!found) {
      throw new Error(`Version ${number} of '${model.name}' vanished`);
    }
    return found;
  }
}

function hasTags(stored: string, tags: ReadonlyMap<string, string>): boolean {
  const pairs: { key: string; value: string }[] = JSON.parse(stored);
  return (
    pairs.length === tags.size &&
    pairs.every(({ key, value }) => tags.get(key) === value)
  );
}
