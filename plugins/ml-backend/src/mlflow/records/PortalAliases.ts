import { VersionAliasRow } from '../../registry/sync/recordRows';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { changeRecord, RecordStores } from './changeRecord';
import { StoredModel } from './portalRows';
import { VersionReader } from './VersionReader';

/** Moves aliases of records of the portal for clients of the registry. */
export class PortalAliases {
  readonly #stores: RecordStores;
  readonly #versions: VersionReader;

  constructor(options: RecordStores & { versions: VersionReader }) {
    this.#stores = options;
    this.#versions = options.versions;
  }

  async set(
    model: StoredModel,
    alias: string,
    number: number,
    caller: RegistryCaller,
  ): Promise<void> {
    await changeRecord(this.#stores, model, caller, async (tx, at) => {
      const version = await this.#versions.find(model, number, tx);
      if (!version) {
        throw new MlflowError(
          'RESOURCE_DOES_NOT_EXIST',
          `Model version (name=${model.name}, version=${number}) not found`,
        );
      }
      const before = await this.#versions.findByAlias(model, alias, tx);
      await tx<VersionAliasRow>('version_alias')
        .insert({
          record_id: model.id,
          alias,
          version_id: version.id,
          seen_at: at,
        })
        .onConflict(['record_id', 'alias'])
        .merge();
      return {
        verb: 'alias.set',
        version,
        before: { alias, version: before?.number },
        after: { alias, version: number },
      };
    });
  }

  async delete(
    model: StoredModel,
    alias: string,
    caller: RegistryCaller,
  ): Promise<void> {
    await changeRecord(this.#stores, model, caller, async tx => {
      const before = await this.#versions.findByAlias(model, alias, tx);
      await tx('version_alias').where({ record_id: model.id, alias }).delete();
      return {
        verb: 'alias.deleted',
        version: before,
        before: { alias, version: before?.number },
      };
    });
  }
}
