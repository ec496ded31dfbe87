import { Knex } from 'knex';
import { RegistryRecordRow } from '../../registry/sync/recordRows';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { StoredVersion } from '../records/portalRows';
import { REPEAT_SECONDS } from '../records/VersionWriter';
import { changedVersion } from './changes/changedVersion';
import { hasRenamed } from './hasRenamed';
import { ServedChanges } from './ServedChanges';
import { ServedModel } from './ServedModels';

/**
 * Names, descriptions, tags and aliases of models whose home is a server:
 * changed there first, and written down here from what the server answers.
 */
export class ServedRecords {
  readonly #changes: ServedChanges;
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: {
    changes: ServedChanges;
    knex: Knex;
    now: () => Date;
  }) {
    this.#changes = options.changes;
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async describe(
    model: ServedModel,
    description: string | undefined,
    caller: RegistryCaller,
  ): Promise<void> {
    const before = model.record.description;
    await this.#changes.make(
      model,
      { kind: 'record.describe', description, before },
      caller,
    );
  }

  /** A value that is undefined removes the tag. */
  async tag(
    model: ServedModel,
    tag: { key: string; value: string | undefined },
    caller: RegistryCaller,
  ): Promise<void> {
    await this.#changes.make(model, { kind: 'record.tag', tag }, caller);
  }

  /** A version that is undefined takes the alias off. */
  async setAlias(
    model: ServedModel,
    alias: string,
    version: StoredVersion | undefined,
    caller: RegistryCaller,
  ): Promise<void> {
    await this.#changes.make(
      model,
      {
        kind: 'alias.set',
        alias,
        version: version && changedVersion(version),
      },
      caller,
    );
  }

  /** The Model keeps its ref, also for the next read of the server. */
  async rename(
    model: ServedModel,
    name: string,
    caller: RegistryCaller,
  ): Promise<void> {
    await this.#requireNoHistory(model, name);
    const former = model.record.name;
    await this.#changes.make(
      model,
      { kind: 'record.rename', name, former },
      caller,
    );
  }

  /**
   * Whether the caller has had a model renamed so within the minute: a client
   * that hears no answer asks again, for a name that is no more.
   */
  async hasRenamed(
    names: { former: string; name: string },
    caller: RegistryCaller,
  ): Promise<boolean> {
    const since = this.#now().getTime() - REPEAT_SECONDS * 1000;
    return await hasRenamed(this.#knex, {
      ...names,
      account: caller.account,
      since: new Date(since),
    });
  }

  /** The portal keeps what it knew of it and its versions. */
  async delete(model: ServedModel, caller: RegistryCaller): Promise<void> {
    await this.#changes.make(model, { kind: 'record.delete' }, caller);
  }

  /** What a name meant before stays readable under that name. */
  async #requireNoHistory(
    { record: { server, workspace = '' }, source }: ServedModel,
    name: string,
  ): Promise<void> {
    const former = await this.#knex<RegistryRecordRow>('registry_record')
      .where({ server, workspace, name })
      .first('id');
    if (former) {
      throw new MlflowError(
        'RESOURCE_ALREADY_EXISTS',
        `new_name '${name}' is or was a model of '${source.title}', whose history the portal keeps under that name; choose another`,
      );
    }
  }
}
