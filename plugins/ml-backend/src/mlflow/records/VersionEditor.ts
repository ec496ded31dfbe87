import { Knex } from 'knex';
import { writeTombstone } from '../../evidence/tombstones/writeTombstone';
import { VersionRow } from '../../registry/versionRows';
import { replaceVersionTags } from '../../registry/writeVersions';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { MlflowStage } from '../protocol/mlflowRequests';
import { changeRecord, RecordChange, RecordStores } from './changeRecord';
import { othersOfStage } from './othersOfStage';
import { PortalVersionRow, StoredModel, StoredVersion } from './portalRows';
import { VersionReader } from './VersionReader';

/** MLflow's clients give no reason. */
const DELETED_BY_CLIENT = 'Deleted by a client of MLflow';

/**
 * Changes what may change of a version of the portal, under the lock of its
 * record and with an entry in the ledger that keeps what was there before.
 */
export class VersionEditor {
  readonly #reader: VersionReader;
  readonly #stores: RecordStores;

  constructor(options: RecordStores & { reader: VersionReader }) {
    this.#reader = options.reader;
    this.#stores = options;
  }

  async describe(
    model: StoredModel,
    number: number,
    description: string | undefined,
    caller: RegistryCaller,
  ): Promise<StoredVersion | undefined> {
    await this.#change(model, number, caller, async (tx, version) => {
      await tx<VersionRow>('version')
        .where({ id: version.id })
        .update({ description: description ?? null });
      return {
        verb: 'version.updated',
        before: { description: version.description },
        after: { description },
      };
    });
    return await this.#reader.find(model, number);
  }

  /** A value that is undefined removes the tag. */
  async tag(
    model: StoredModel,
    number: number,
    tag: { key: string; value: string | undefined },
    caller: RegistryCaller,
    limit: number,
  ): Promise<void> {
    await this.#change(model, number, caller, async (tx, version) => {
      const tags = new Map(version.tags.map(({ key, value }) => [key, value]));
      const before = tags.get(tag.key);
      if (tag.value === undefined) {
        tags.delete(tag.key);
      } else {
        tags.set(tag.key, tag.value);
      }
      if (tags.size > limit) {
        throw new MlflowError(
          'INVALID_PARAMETER_VALUE',
          `key: version ${number} of '${model.name}' has ${limit} tags already, and no more are kept`,
        );
      }
      await replaceVersionTags(tx, version, [...tags]);
      return {
        verb: 'version.tagged',
        before: { tag: tag.key, value: before },
        after: { tag: tag.key, value: tag.value },
      };
    });
  }

  /** Sets the stage, and moves those that are in it to the archive if asked. */
  async setStage(
    model: StoredModel,
    number: number,
    stage: MlflowStage,
    options: { caller: RegistryCaller; archiveOthers: boolean },
  ): Promise<StoredVersion | undefined> {
    const stored = stage === 'None' ? null : stage;
    await this.#change(
      model,
      number,
      options.caller,
      async (tx, version, at) => {
        if (options.archiveOthers) {
          await tx<PortalVersionRow>('portal_version')
            .whereIn(
              'version_id',
              othersOfStage(tx, version, stage).select('id'),
            )
            .update({ updated_at: at });
          await othersOfStage(tx, version, stage).update({
            registry_stage: 'Archived',
          });
        }
        await tx<VersionRow>('version')
          .where({ id: version.id })
          .update({ registry_stage: stored });
        return {
          verb: 'version.staged',
          before: { stage: version.stage ?? 'None' },
          after: { stage, archivedOthers: options.archiveOthers },
        };
      },
    );
    return await this.#reader.find(model, number);
  }

  /** Puts a tombstone on it; its number is not given again. */
  async delete(
    model: StoredModel,
    number: number,
    caller: RegistryCaller,
  ): Promise<void> {
    await this.#change(model, number, caller, async (tx, version, at) => {
      const before = await writeTombstone(tx, {
        versionId: version.id,
        ref: `${model.ref}@${version.label}`,
        by: caller.account,
        reason: DELETED_BY_CLIENT,
        at,
      });
      return { verb: 'version.deleted', before };
    });
  }

  async #change(
    model: StoredModel,
    number: number,
    caller: RegistryCaller,
    change: (
      tx: Knex.Transaction,
      version: StoredVersion,
      at: string,
    ) => Promise<RecordChange>,
  ): Promise<void> {
    await changeRecord(this.#stores, model, caller, async (tx, at) => {
      const version = await this.#reader.find(model, number, tx);
      if (!version) {
        throw new MlflowError(
          'RESOURCE_DOES_NOT_EXIST',
          `Model version (name=${model.name}, version=${number}) not found`,
        );
      }
      const event = await change(tx, version, at);
      await tx<PortalVersionRow>('portal_version')
        .where({ version_id: version.id })
        .update({ updated_at: at });
      return { ...event, version };
    });
  }
}
