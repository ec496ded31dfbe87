import { SourceVersion } from '@understudy/plugin-ml-node';
import {
  layTombstone,
  requireUnused,
} from '../../evidence/tombstones/writeTombstone';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { MlflowStage } from '../protocol/mlflowRequests';
import { RecordChange, RecordStores } from '../records/changeRecord';
import { othersOfStage } from '../records/othersOfStage';
import { StoredVersion } from '../records/portalRows';
import { changeServed } from './changeServed';
import { ServedModel } from './ServedModels';
import { serverCall } from './serverCall';
import { ToldVersions } from './ToldVersions';

/**
 * Versions of models whose home is a server: changed there first, and written
 * down here from what the server answers.
 */
export class ServedVersions {
  readonly #stores: RecordStores;
  readonly #told: ToldVersions;

  constructor(options: RecordStores & { told: ToldVersions }) {
    this.#stores = options;
    this.#told = options.told;
  }

  async describe(
    model: ServedModel,
    number: number,
    description: string | undefined,
    caller: RegistryCaller,
  ): Promise<StoredVersion> {
    const before = await this.#told.require(model, number);
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
    const before = await this.#told.require(model, number);
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

  /**
   * Sets the stage, and moves those that are in it to the archive if asked.
   * Throws MlflowError where the server has no stages.
   */
  async setStage(
    model: ServedModel,
    number: number,
    stage: MlflowStage,
    options: { caller: RegistryCaller; archiveOthers: boolean },
  ): Promise<StoredVersion> {
    const { caller, archiveOthers } = options;
    const { writer, source } = model;
    if (!writer.setStage) {
      throw new MlflowError(
        'INVALID_PARAMETER_VALUE',
        `stage is '${stage}', but '${source.title}', the home of '${model.name}', has no stages; use an alias`,
      );
    }
    const before = await this.#told.require(model, number);
    const told = await writer.setStage({
      ...serverCall(model),
      version: String(number),
      stage,
      archiveExisting: archiveOthers,
    });
    await changeServed(this.#stores, model, caller, async (tx, row, now) => {
      await this.#told.write(tx, row, model, told, now);
      if (archiveOthers) {
        await othersOfStage(tx, before, stage).update({
          registry_stage: 'Archived',
        });
      }
      return {
        verb: 'version.staged',
        version: before,
        before: { stage: before.stage ?? 'None' },
        after: { stage, archivedOthers: archiveOthers },
      };
    });
    return await this.#told.require(model, number);
  }

  /** The portal keeps what it knew, under a tombstone. */
  async delete(
    model: ServedModel,
    number: number,
    caller: RegistryCaller,
  ): Promise<void> {
    const version = await this.#told.require(model, number);
    // What is refused here must not have been done there.
    await requireUnused(
      this.#stores.knex,
      version.id,
      `${model.ref}@${version.label}`,
    );
    await model.writer.deleteVersion({
      ...serverCall(model),
      version: String(number),
    });
    await changeServed(this.#stores, model, caller, async (tx, _row, now) => {
      const before = await layTombstone(tx, {
        versionId: version.id,
        by: caller.account,
        reason: `Deleted at '${model.source.title}' by a client of MLflow`,
        at: now.toISOString(),
      });
      return { verb: 'version.deleted', version, before };
    });
  }

  async #update(
    model: ServedModel,
    version: StoredVersion,
    told: SourceVersion,
    caller: RegistryCaller,
    event: RecordChange,
  ): Promise<StoredVersion> {
    await changeServed(this.#stores, model, caller, async (tx, row, now) => {
      await this.#told.write(tx, row, model, told, now);
      return { ...event, version };
    });
    return await this.#told.require(model, version.number);
  }
}
