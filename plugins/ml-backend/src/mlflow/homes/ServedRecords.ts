import { SourceRecord } from '@understudy/plugin-ml-node';
import { setStoredAlias } from '../../aliases/history/setStoredAlias';
import { takeOffAliases } from '../../aliases/history/takeOffAliases';
import { writeRecordTombstones } from '../../evidence/tombstones/writeRecordTombstones';
import { IntakeDecisionStore } from '../../intake/decisions/IntakeDecisionStore';
import { noteNameChanges } from '../../registry/sync/nameChanges';
import {
  recordHints,
  recordListColumns,
} from '../../registry/sync/recordHints';
import { RegistryRecordRow } from '../../registry/sync/recordRows';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { RecordChange, RecordStores } from '../records/changeRecord';
import { StoredVersion } from '../records/portalRows';
import { changeServed } from './changeServed';
import { ServedModel } from './ServedModels';
import { serverCall } from './serverCall';

/**
 * Names, descriptions, tags and aliases of models whose home is a server:
 * changed there first, and written down here from what the server answers.
 */
export class ServedRecords {
  readonly #decisions: IntakeDecisionStore;
  readonly #stores: RecordStores;

  constructor(stores: RecordStores) {
    this.#decisions = IntakeDecisionStore.create(stores);
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

  /** The Model keeps its ref, also for the next read of the server. */
  async rename(
    model: ServedModel,
    name: string,
    caller: RegistryCaller,
  ): Promise<void> {
    const { server, workspace, name: former } = model.record;
    await this.#requireNoHistory(model, name);
    const told = await model.writer.renameRecord({
      ...serverCall(model),
      newName: name,
    });
    await changeServed(this.#stores, model, caller, async (tx, row, now) => {
      const at = now.toISOString();
      const hints = recordHints(told);
      await tx<RegistryRecordRow>('registry_record')
        .where({ id: row.id })
        .update({
          name,
          first_name: row.first_name ?? former,
          ...hints,
          ...recordListColumns({ name, ...hints }),
        });
      await noteNameChanges(
        tx,
        [former, name].map(one => ({ server, workspace, name: one })),
        at,
      );
      await this.#decisions.keep(tx, [
        {
          record: { server, workspace, name },
          action: 'bind',
          subjectId: row.subject_id,
          reason: `Renamed by the portal; it was '${former}'`,
          decidedBy: caller.account,
          decidedAt: at,
        },
      ]);
      return {
        verb: 'record.renamed',
        before: { name: former },
        after: { name },
      };
    });
  }

  /** The portal keeps what it knew of it and its versions. */
  async delete(model: ServedModel, caller: RegistryCaller): Promise<void> {
    const { server, workspace, name } = model.record;
    await model.writer.deleteRecord(serverCall(model));
    await changeServed(this.#stores, model, caller, async (tx, row, now) => {
      const at = now.toISOString();
      await takeOffAliases(
        tx,
        { recordIds: [row.id] },
        { at, via: 'client', by: caller.account },
      );
      await writeRecordTombstones(tx, {
        recordId: row.id,
        by: caller.account,
        reason: `Its registered model was deleted at '${model.source.title}' by a client of MLflow`,
        at,
      });
      await tx<RegistryRecordRow>('registry_record')
        .where({ id: row.id })
        .update({ gone_since: at });
      await noteNameChanges(tx, [{ server, workspace, name }], at);
      return { verb: 'record.deleted' };
    });
  }

  /** What a name meant before stays readable under that name. */
  async #requireNoHistory(
    { record: { server, workspace = '' }, source }: ServedModel,
    name: string,
  ): Promise<void> {
    const former = await this.#stores
      .knex<RegistryRecordRow>('registry_record')
      .where({ server, workspace, name })
      .first('id');
    if (former) {
      throw new MlflowError(
        'RESOURCE_ALREADY_EXISTS',
        `new_name '${name}' is or was a model of '${source.title}', whose history the portal keeps under that name; choose another`,
      );
    }
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
