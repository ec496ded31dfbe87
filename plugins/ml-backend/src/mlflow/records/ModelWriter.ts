import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { takeOffAliases } from '../../aliases/history/takeOffAliases';
import { writeRecordTombstones } from '../../evidence/tombstones/writeRecordTombstones';
import { recordListColumns } from '../../registry/sync/recordHints';
import { RegistryRecordRow } from '../../registry/sync/recordRows';
import { labelPrefix } from '../../registry/versionLabel';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { changeRecord, lockRecord, RecordStores } from './changeRecord';
import { ModelReader } from './ModelReader';
import {
  PORTAL_SERVER,
  PortalRecordRow,
  PortalRecordTagRow,
  StoredModel,
} from './portalRows';
import { registryEvent } from './registryEvent';

/** What a record of the portal starts with. */
export interface NewModel {
  name: string;
  kind: StoredModel['kind'];
  subjectId: string;
  description?: string;
  tags: ReadonlyMap<string, string>;
  /** Whether the catalog is to be told of a Model for it. */
  emitted: boolean;
  entityName: string;
  owner?: string;
}

/**
 * Writes records of the portal, each change with its entry in the ledger.
 * Whoever calls it has decided that the caller may.
 */
export class ModelWriter {
  readonly #onChange: () => Promise<void>;
  readonly #reader: ModelReader;
  readonly #stores: RecordStores;

  constructor(
    options: RecordStores & {
      /** Called after the commit of what the catalog may have to be told. */
      onChange: () => Promise<void>;
      reader: ModelReader;
    },
  ) {
    this.#onChange = options.onChange;
    this.#reader = options.reader;
    this.#stores = options;
  }

  /**
   * A new record, or a deleted one of the same name and Model again: its
   * numbers go on where they stopped. Throws MlflowError when the name is
   * taken.
   */
  async create(model: NewModel, caller: RegistryCaller): Promise<StoredModel> {
    const { name, tags } = model;
    try {
      const created = await this.#stores.knex.transaction(async tx => {
        const deleted = await this.#lockByName(tx, name);
        if (
          deleted &&
          (!deleted.goneSince || deleted.subjectId !== model.subjectId)
        ) {
          throw alreadyExists(name);
        }
        const id = deleted?.id ?? ulid();
        await this.#writeRow(tx, id, model, caller, deleted);
        await tx('portal_record_tag').where({ record_id: id }).delete();
        for (const [key, value] of tags) {
          await tx<PortalRecordTagRow>('portal_record_tag').insert({
            record_id: id,
            key,
            value,
          });
        }
        const stored = await this.#require(tx, name);
        await this.#stores.ledger.append(tx, [
          registryEvent({
            verb: 'record.created',
            caller,
            model: stored,
            after: {
              description: model.description,
              tags: Object.fromEntries(tags),
              owner: model.owner,
            },
          }),
        ]);
        return stored;
      });
      await this.#onChange();
      return created;
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw alreadyExists(name);
      }
      throw error;
    }
  }

  async describe(
    model: StoredModel,
    description: string | undefined,
    caller: RegistryCaller,
  ): Promise<StoredModel> {
    return await this.#change(model, caller, async tx => {
      await tx<PortalRecordRow>('portal_record')
        .where({ record_id: model.id })
        .update({ description: description ?? null });
      await tx<RegistryRecordRow>('registry_record')
        .where({ id: model.id })
        .update(listColumns(model.name, description));
      return {
        verb: 'record.updated',
        before: { description: model.description },
        after: { description },
      };
    });
  }

  /** The Model keeps its ref. Throws MlflowError when the name is taken. */
  async rename(
    model: StoredModel,
    name: string,
    caller: RegistryCaller,
  ): Promise<StoredModel> {
    try {
      return await this.#change(
        model,
        caller,
        async tx => {
          await tx<RegistryRecordRow>('registry_record')
            .where({ id: model.id })
            .update({ name, ...listColumns(name, model.description) });
          return {
            verb: 'record.renamed',
            before: { name: model.name },
            after: { name },
          };
        },
        name,
      );
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw alreadyExists(name);
      }
      throw error;
    }
  }

  /** Marks it and its versions as gone; nothing is lost. */
  async delete(model: StoredModel, caller: RegistryCaller): Promise<void> {
    await this.#change(model, caller, async (tx, at) => {
      await takeOffAliases(
        tx,
        { recordIds: [model.id] },
        { at, via: 'client', by: caller.account },
      );
      await writeRecordTombstones(tx, {
        recordId: model.id,
        by: caller.account,
        reason: 'Its registered model was deleted by a client of MLflow',
        at,
      });
      await tx<RegistryRecordRow>('registry_record')
        .where({ id: model.id })
        .update({ gone_since: at });
      return { verb: 'record.deleted' };
    });
  }

  /** The record as it is afterwards. */
  async #change(
    model: StoredModel,
    caller: RegistryCaller,
    change: Parameters<typeof changeRecord>[3],
    name = model.name,
  ): Promise<StoredModel> {
    await changeRecord(this.#stores, model, caller, change);
    await this.#onChange();
    const stored = await this.#reader.findOwn(name);
    if (!stored) {
      throw new ConflictError(`'${name}' was renamed by somebody else`);
    }
    return stored;
  }

  async #writeRow(
    tx: Knex.Transaction,
    id: string,
    model: NewModel,
    caller: RegistryCaller,
    deleted: StoredModel | undefined,
  ): Promise<void> {
    const at = this.#stores.now().toISOString();
    const { name, kind, subjectId, description } = model;
    const own = {
      description: description ?? null,
      created_by: caller.account,
      created_at: at,
      updated_at: at,
      emitted: model.emitted,
      entity_name: model.entityName,
      owner: model.owner ?? null,
    };
    if (deleted) {
      await tx<RegistryRecordRow>('registry_record')
        .where({ id })
        .update({ kind, gone_since: null, ...listColumns(name, description) });
      await tx<PortalRecordRow>('portal_record')
        .where({ record_id: id })
        .update(own);
      return;
    }
    const others: { label_prefix: string }[] = await tx('registry_record')
      .where({ subject_id: subjectId })
      .select('label_prefix');
    await tx<RegistryRecordRow>('registry_record').insert({
      id,
      server: PORTAL_SERVER,
      workspace: '',
      name,
      kind,
      subject_id: subjectId,
      label_prefix: labelPrefix({
        record: { server: PORTAL_SERVER, name },
        home: PORTAL_SERVER,
        taken: new Set(others.map(other => other.label_prefix)),
      }),
      first_seen_at: at,
      bound_by: 'declared',
      hint_tags: '[]',
      ...listColumns(name, description),
    });
    await tx<PortalRecordRow>('portal_record').insert({
      record_id: id,
      last_version: 0,
      ...own,
    });
  }

  async #lockByName(
    tx: Knex.Transaction,
    name: string,
  ): Promise<StoredModel | undefined> {
    const found = await this.#reader.findOwn(name, tx);
    if (!found) {
      return undefined;
    }
    await lockRecord(tx, found);
    return await this.#reader.findOwn(name, tx);
  }

  async #require(tx: Knex.Transaction, name: string): Promise<StoredModel> {
    const stored = await this.#reader.findOwn(name, tx);
    if (!stored) {
      throw new Error(`The record '${name}' vanished while it was written`);
    }
    return stored;
  }
}

function alreadyExists(name: string): MlflowError {
  return new MlflowError(
    'RESOURCE_ALREADY_EXISTS',
    `Registered model '${name}' already exists`,
  );
}

function listColumns(name: string, description: string | undefined) {
  const hint = description?.trim().slice(0, 2000) || null;
  return {
    description: hint,
    ...recordListColumns({ name, description: hint }),
  };
}
