import { SourceVersion } from '@understudy/plugin-ml-node';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { MetricDictionary } from '../../registry/MetricDictionary';
import { retireDeleted } from '../../registry/retireDeleted';
import { RegistryRecordRow } from '../../registry/sync/recordRows';
import { normalizeVersion } from '../../registry/versionContent';
import { VersionRow } from '../../registry/versionRows';
import { insertVersions, updateVersions } from '../../registry/writeVersions';
import { MlflowError } from '../protocol/MlflowError';
import { freeLabel } from '../records/freeLabel';
import { StoredVersion } from '../records/portalRows';
import { VersionReader } from '../records/VersionReader';
import { HomedRecord } from './changes/ServerChange';

/** Writes down versions as servers tell of them, and reads them again. */
export class ToldVersions {
  readonly #dictionary: MetricDictionary;
  readonly #reader: VersionReader;

  constructor(options: {
    dictionary: MetricDictionary;
    reader: VersionReader;
  }) {
    this.#dictionary = options.dictionary;
    this.#reader = options.reader;
  }

  /** A read of the server may have written the version before. */
  async write(
    tx: Knex.Transaction,
    row: RegistryRecordRow,
    model: HomedRecord,
    told: SourceVersion,
    now: Date,
  ): Promise<{ id: string; label: string; registeredBy?: string }> {
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
      .first('id', 'label', 'registered_by');
    const retired = await retireDeleted(tx, row.id, stored ? [stored.id] : []);
    if (stored && !retired.has(stored.id)) {
      const { id, label, registered_by: registeredBy } = stored;
      await updateVersions(tx, [{ id, label, recordVersion, version }], origin);
      return { id, label, ...(registeredBy ? { registeredBy } : {}) };
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

  async find(
    model: HomedRecord,
    number: number,
  ): Promise<StoredVersion | undefined> {
    return await this.#reader.find(model.record, number);
  }

  /** Throws MlflowError when the portal knows of no such version. */
  async require(model: HomedRecord, number: number): Promise<StoredVersion> {
    const version = await this.find(model, number);
    if (!version) {
      throw new MlflowError(
        'RESOURCE_DOES_NOT_EXIST',
        `Model version (name=${model.record.name}, version=${number}) not found`,
      );
    }
    return version;
  }
}
