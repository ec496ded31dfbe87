import { SourceVersion } from '@understudy/plugin-ml-node';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { takeOffAliases } from '../../aliases/history/takeOffAliases';
import { MetricDictionary } from '../../registry/MetricDictionary';
import { RegistryRecordRow } from '../../registry/sync/recordRows';
import { normalizeVersion } from '../../registry/versionContent';
import { VersionRow } from '../../registry/versionRows';
import { insertVersions, updateVersions } from '../../registry/writeVersions';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { RecordStores } from '../records/changeRecord';
import { claimedAuthor } from '../../registry/claimedAuthor';
import { freeLabel } from '../records/freeLabel';
import { StoredVersion } from '../records/portalRows';
import { VersionReader } from '../records/VersionReader';
import { NewVersion, REPEAT_SECONDS } from '../records/VersionWriter';
import { changeServed } from './changeServed';
import { ServedModel } from './ServedModels';
import { serverCall } from './serverCall';

/**
 * Versions of models whose home is a server: changed there first, and written
 * down here from what the server answers.
 */
export class ServedVersions {
  readonly #dictionary: MetricDictionary;
  readonly #reader: VersionReader;
  readonly #running = new Map<string, Promise<StoredVersion>>();
  readonly #stores: RecordStores;

  constructor(
    options: RecordStores & {
      dictionary: MetricDictionary;
      reader: VersionReader;
    },
  ) {
    this.#dictionary = options.dictionary;
    this.#reader = options.reader;
    this.#stores = options;
  }

  /**
   * The new version, or the one that the same source and run gave less than a
   * minute ago. Whoever asks again before the first answer gets that.
   */
  async create(
    model: ServedModel,
    version: NewVersion,
    caller: RegistryCaller,
  ): Promise<StoredVersion> {
    const key = JSON.stringify([
      model.record.id,
      caller.account,
      version.source,
      version.runId,
      [...version.tags],
    ]);
    const running =
      this.#running.get(key) ??
      this.#create(model, version, caller).finally(() =>
        this.#running.delete(key),
      );
    this.#running.set(key, running);
    return await running;
  }

  async describe(
    model: ServedModel,
    number: number,
    description: string | undefined,
    caller: RegistryCaller,
  ): Promise<StoredVersion> {
    const before = await this.#require(model, number);
    const told = await model.writer.describeVersion({
      ...serverCall(model),
      version: String(number),
      description: description ?? '',
    });
    return await this.#update(model, before, told, caller, {
      verb: 'version.updated',
      before: { description: before.description },
      after: { description },
    });
  }

  /** A value that is undefined removes the tag. */
  async tag(
    model: ServedModel,
    number: number,
    tag: { key: string; value: string | undefined },
    caller: RegistryCaller,
  ): Promise<void> {
    const before = await this.#require(model, number);
    const told = await model.writer.tagVersion({
      ...serverCall(model),
      version: String(number),
      tag,
    });
    await this.#update(model, before, told, caller, {
      verb: 'version.tagged',
      before: {
        tag: tag.key,
        value: before.tags.find(({ key }) => key === tag.key)?.value,
      },
      after: { tag: tag.key, value: tag.value },
    });
  }

  async delete(
    model: ServedModel,
    number: number,
    caller: RegistryCaller,
  ): Promise<void> {
    const version = await this.#require(model, number);
    await model.writer.deleteVersion({
      ...serverCall(model),
      version: String(number),
    });
    await changeServed(this.#stores, model, caller, async (tx, _row, now) => {
      const at = now.toISOString();
      await takeOffAliases(
        tx,
        { versionIds: [version.id] },
        { at, via: 'client', by: caller.account },
      );
      await tx<VersionRow>('version')
        .where({ id: version.id })
        .update({ gone_since: at });
      return { verb: 'version.deleted', version };
    });
  }

  async #create(
    model: ServedModel,
    version: NewVersion,
    caller: RegistryCaller,
  ): Promise<StoredVersion> {
    const { artifactUri, source, tags, ...others } = version;
    const wanted = {
      ...others,
      source: artifactUri ?? source,
      tags: [...tags].map(([key, value]) => ({ key, value })),
    };
    const since = new Date(
      this.#stores.now().getTime() - REPEAT_SECONDS * 1000,
    ).toISOString();
    const known = await model.writer.findCreatedSince({
      ...serverCall(model),
      version: wanted,
      since,
    });
    const told =
      known ??
      (await model.writer.createVersion({
        ...serverCall(model),
        version: wanted,
      }));
    await changeServed(this.#stores, model, caller, async (tx, row, now) => {
      const id = await this.#write(tx, row, model, told, now);
      if (known) {
        return undefined;
      }
      const claimed = claimedAuthor(tags, caller);
      await tx<VersionRow>('version')
        .where({ id: id.id })
        .update({
          registered_by: caller.account,
          claimed_author: claimed ?? null,
        });
      return {
        verb: 'version.registered',
        version: id,
        after: {
          version: told.recordVersion,
          source: wanted.source,
          runId: version.runId,
          claimedAuthor: claimed,
        },
      };
    });
    return await this.#require(model, Number(told.recordVersion));
  }

  async #update(
    model: ServedModel,
    version: StoredVersion,
    told: SourceVersion,
    caller: RegistryCaller,
    event: {
      verb: string;
      before: Record<string, unknown>;
      after: Record<string, unknown>;
    },
  ): Promise<StoredVersion> {
    await changeServed(this.#stores, model, caller, async (tx, row, now) => {
      await this.#write(tx, row, model, told, now);
      return { ...event, version };
    });
    return await this.#require(model, version.number);
  }

  /** A read of the server may have written the version before. */
  async #write(
    tx: Knex.Transaction,
    row: RegistryRecordRow,
    model: ServedModel,
    told: SourceVersion,
    now: Date,
  ): Promise<{ id: string; label: string }> {
    const { recordVersion } = told;
    const version = normalizeVersion(
      { ...told, variant: told.variant ?? row.variant ?? undefined },
      this.#dictionary,
    );
    const origin = {
      subjectId: row.subject_id,
      recordId: row.id,
      sourceType: model.source.type,
    };
    const stored = await tx<VersionRow>('version')
      .where({ record_id: row.id, record_version: recordVersion })
      .first('id', 'label');
    if (stored) {
      await updateVersions(tx, [{ ...stored, recordVersion, version }], origin);
      return stored;
    }
    const id = ulid(now.getTime());
    const label = await freeLabel(tx, model.record, recordVersion, id);
    await insertVersions(
      tx,
      [{ id, label, recordVersion, version }],
      origin,
      now,
    );
    return { id, label };
  }

  async #require(model: ServedModel, number: number): Promise<StoredVersion> {
    const version = await this.#reader.find(model.record, number);
    if (!version) {
      throw new MlflowError(
        'RESOURCE_DOES_NOT_EXIST',
        `Model version (name=${model.name}, version=${number}) not found`,
      );
    }
    return version;
  }
}
