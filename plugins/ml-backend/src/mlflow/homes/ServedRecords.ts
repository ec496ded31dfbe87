import { SourceRecord } from '@understudy/plugin-ml-node';
import { setStoredAlias } from '../../aliases/history/setStoredAlias';
import {
  recordHints,
  recordListColumns,
} from '../../registry/sync/recordHints';
import { RegistryRecordRow } from '../../registry/sync/recordRows';
import { RegistryCaller } from '../access/RegistryCaller';
import { RecordChange, RecordStores } from '../records/changeRecord';
import { StoredVersion } from '../records/portalRows';
import { changeServed } from './changeServed';
import { ServedModel } from './ServedModels';
import { serverCall } from './serverCall';

/**
 * Descriptions, tags and aliases of models whose home is a server: changed
 * there first, and written down here from what the server answers.
 */
export class ServedRecords {
  readonly #stores: RecordStores;

  constructor(stores: RecordStores) {
    this.#stores = stores;
  }

  async describe(
    model: ServedModel,
    description: string | undefined,
    caller: RegistryCaller,
  ): Promise<void> {
    const told = await model.writer.describeRecord({
      ...serverCall(model),
      description: description ?? '',
    });
    await this.#update(model, told, caller, {
      verb: 'record.updated',
      before: { description: model.record.description },
      after: { description },
    });
  }

  /** A value that is undefined removes the tag. */
  async tag(
    model: ServedModel,
    tag: { key: string; value: string | undefined },
    caller: RegistryCaller,
  ): Promise<void> {
    const told = await model.writer.tagRecord({ ...serverCall(model), tag });
    await this.#update(model, told, caller, {
      verb: 'record.tagged',
      after: { tag: tag.key, value: tag.value },
    });
  }

  /** A version that is undefined takes the alias off. */
  async setAlias(
    model: ServedModel,
    alias: string,
    version: StoredVersion | undefined,
    caller: RegistryCaller,
  ): Promise<void> {
    await model.writer.setAlias({
      ...serverCall(model),
      alias,
      version: version && String(version.number),
    });
    await changeServed(this.#stores, model, caller, async (tx, row, now) => {
      await setStoredAlias(tx, {
        record: { id: row.id, subjectId: row.subject_id },
        alias,
        versionId: version?.id,
        at: now.toISOString(),
        via: 'client',
        by: caller.account,
      });
      return {
        verb: version ? 'alias.set' : 'alias.deleted',
        version,
        after: { alias, version: version?.number },
      };
    });
  }

  async #update(
    model: ServedModel,
    told: SourceRecord,
    caller: RegistryCaller,
    event: RecordChange,
  ): Promise<void> {
    await changeServed(this.#stores, model, caller, async (tx, row) => {
      const hints = recordHints(told);
      await tx<RegistryRecordRow>('registry_record')
        .where({ id: row.id })
        .update({
          ...hints,
          ...recordListColumns({ ...model.record, ...hints }),
        });
      return event;
    });
  }
}
