import { setStoredAlias } from '../../aliases/history/setStoredAlias';
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
      await setStoredAlias(tx, {
        record: model,
        alias,
        versionId: version.id,
        at,
        via: 'client',
        by: caller.account,
      });
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
    await changeRecord(this.#stores, model, caller, async (tx, at) => {
      const before = await this.#versions.findByAlias(model, alias, tx);
      await setStoredAlias(tx, {
        record: model,
        alias,
        versionId: undefined,
        at,
        via: 'client',
        by: caller.account,
      });
      return {
        verb: 'alias.deleted',
        version: before,
        before: { alias, version: before?.number },
      };
    });
  }
}
