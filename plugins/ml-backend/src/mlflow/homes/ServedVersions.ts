import { Knex } from 'knex';
import { requireUnused } from '../../evidence/tombstones/writeTombstone';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowStage } from '../protocol/mlflowRequests';
import { StoredVersion } from '../records/portalRows';
import { changedVersion } from './changes/changedVersion';
import { ServedChanges } from './ServedChanges';
import { ServedModel } from './ServedModels';
import { ToldVersions } from './ToldVersions';

/**
 * Versions of models whose home is a server: changed there first, and written
 * down here from what the server answers.
 */
export class ServedVersions {
  readonly #changes: ServedChanges;
  readonly #knex: Knex;
  readonly #told: ToldVersions;

  constructor(options: {
    changes: ServedChanges;
    knex: Knex;
    told: ToldVersions;
  }) {
    this.#changes = options.changes;
    this.#knex = options.knex;
    this.#told = options.told;
  }

  async describe(
    model: ServedModel,
    number: number,
    description: string | undefined,
    caller: RegistryCaller,
  ): Promise<StoredVersion> {
    const before = await this.#told.require(model, number);
    await this.#changes.make(
      model,
      {
        kind: 'version.describe',
        version: changedVersion(before),
        description,
        before: before.description,
      },
      caller,
    );
    return await this.#told.require(model, number);
  }

  /** A value that is undefined removes the tag. */
  async tag(
    model: ServedModel,
    number: number,
    tag: { key: string; value: string | undefined },
    caller: RegistryCaller,
  ): Promise<void> {
    const before = await this.#told.require(model, number);
    await this.#changes.make(
      model,
      {
        kind: 'version.tag',
        version: changedVersion(before),
        tag,
        before: before.tags.find(({ key }) => key === tag.key)?.value,
      },
      caller,
    );
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
    const before = await this.#told.require(model, number);
    await this.#changes.make(
      model,
      {
        kind: 'version.stage',
        version: changedVersion(before),
        stage,
        archiveOthers,
        before: before.stage,
      },
      caller,
    );
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
      this.#knex,
      version.id,
      `${model.ref}@${version.label}`,
    );
    await this.#changes.make(
      model,
      { kind: 'version.delete', version: changedVersion(version) },
      caller,
    );
  }
}
