import { Knex } from 'knex';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { VersionAliasRow } from '../../registry/sync/recordRows';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { lockRecord } from './ModelWriter';
import { PortalRecordRow, StoredModel, StoredVersion } from './portalRows';
import { registryEvent } from './registryEvent';
import { VersionReader } from './VersionReader';

/** Moves aliases of records of the portal for clients of the registry. */
export class PortalAliases {
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #now: () => Date;
  readonly #versions: VersionReader;

  constructor(options: {
    knex: Knex;
    ledger: DatabaseLedger;
    now: () => Date;
    versions: VersionReader;
  }) {
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#now = options.now;
    this.#versions = options.versions;
  }

  async set(
    model: StoredModel,
    alias: string,
    number: number,
    caller: RegistryCaller,
  ): Promise<void> {
    await this.#change(model, async (tx, at) => {
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
      return registryEvent({
        verb: 'alias.set',
        caller,
        model,
        version,
        before: { alias, version: before?.number },
        after: { alias, version: number },
      });
    });
  }

  async delete(
    model: StoredModel,
    alias: string,
    caller: RegistryCaller,
  ): Promise<void> {
    await this.#change(model, async tx => {
      const before: StoredVersion | undefined =
        await this.#versions.findByAlias(model, alias, tx);
      await tx('version_alias').where({ record_id: model.id, alias }).delete();
      return registryEvent({
        verb: 'alias.deleted',
        caller,
        model,
        version: before,
        before: { alias, version: before?.number },
      });
    });
  }

  async #change(
    model: StoredModel,
    change: (
      tx: Knex.Transaction,
      at: string,
    ) => Promise<ReturnType<typeof registryEvent>>,
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      await lockRecord(tx, model);
      const at = this.#now().toISOString();
      const event = await change(tx, at);
      await tx<PortalRecordRow>('portal_record')
        .where({ record_id: model.id })
        .update({ updated_at: at });
      await this.#ledger.append(tx, [event]);
    });
  }
}
