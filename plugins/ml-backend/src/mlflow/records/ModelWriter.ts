import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { recordListColumns } from '../../registry/sync/recordHints';
import { RegistryRecordRow } from '../../registry/sync/recordRows';
import { labelPrefix } from '../../registry/versionLabel';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
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
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #now: () => Date;
  readonly #reader: ModelReader;

  constructor(options: {
    knex: Knex;
    ledger: DatabaseLedger;
    now: () => Date;
    reader: ModelReader;
  }) {
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#now = options.now;
    this.#reader = options.reader;
  }

  /**
   * A new record, or a deleted one of the same name and Model again: its
   * numbers go on where they stopped. Throws MlflowError when the name is
   * taken.
   */
  async create(model: NewModel, caller: RegistryCaller): Promise<StoredModel> {
    const { name, tags } = model;
    try {
      return await this.#knex.transaction(async tx => {
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
        await this.#ledger.append(tx, [
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
      await tx('version_alias').where({ record_id: model.id }).delete();
      await tx('version')
        .where({ record_id: model.id })
        .whereNull('gone_since')
        .update({ gone_since: at });
      await tx<RegistryRecordRow>('registry_record')
        .where({ id: model.id })
        .update({ gone_since: at });
      return { verb: 'record.deleted' };
    });
  }

  async setTag(
    model: StoredModel,
    tag: { key: string; value: string },
    caller: RegistryCaller,
    limit: number,
  ): Promise<void> {
    await this.#change(model, caller, async tx => {
      const before = await this.#findTag(tx, model, tag.key);
      if (before === undefined) {
        await requireRoom(tx, model, limit);
      }
      await tx<PortalRecordTagRow>('portal_record_tag')
        .insert({ record_id: model.id, ...tag })
        .onConflict(['record_id', 'key'])
        .merge();
      return {
        verb: 'record.tagged',
        before: { tag: tag.key, value: before },
        after: { tag: tag.key, value: tag.value },
      };
    });
  }

  async deleteTag(
    model: StoredModel,
    key: string,
    caller: RegistryCaller,
  ): Promise<void> {
    await this.#change(model, caller, async tx => {
      const before = await this.#findTag(tx, model, key);
      await tx('portal_record_tag')
        .where({ record_id: model.id, key })
        .delete();
      return { verb: 'record.tagged', before: { tag: key, value: before } };
    });
  }

  /** Runs a change under the lock of the record, and writes it down. */
  async #change(
    model: StoredModel,
    caller: RegistryCaller,
    change: (
      tx: Knex.Transaction,
      at: string,
    ) => Promise<{
      verb: string;
      before?: Record<string, unknown>;
      after?: Record<string, unknown>;
    }>,
    name = model.name,
  ): Promise<StoredModel> {
    return await this.#knex.transaction(async tx => {
      await lockRecord(tx, model);
      const at = this.#now().toISOString();
      const event = await change(tx, at);
      await tx<PortalRecordRow>('portal_record')
        .where({ record_id: model.id })
        .update({ updated_at: at });
      await this.#ledger.append(tx, [
        registryEvent({ ...event, caller, model }),
      ]);
      return await this.#require(tx, name);
    });
  }

  async #writeRow(
    tx: Knex.Transaction,
    id: string,
    model: NewModel,
    caller: RegistryCaller,
    deleted: StoredModel | undefined,
  ): Promise<void> {
    const at = this.#now().toISOString();
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

  async #findTag(
    tx: Knex.Transaction,
    model: StoredModel,
    key: string,
  ): Promise<string | undefined> {
    const row = await tx<PortalRecordTagRow>('portal_record_tag')
      .where({ record_id: model.id, key })
      .first('value');
    return row?.value;
  }

  async #require(tx: Knex.Transaction, name: string): Promise<StoredModel> {
    const stored = await this.#reader.findOwn(name, tx);
    if (!stored) {
      throw new Error(`The record '${name}' vanished while it was written`);
    }
    return stored;
  }
}

/** Everything that changes a record or its versions waits for this. */
export async function lockRecord(
  tx: Knex.Transaction,
  model: Pick<StoredModel, 'id'>,
): Promise<PortalRecordRow> {
  const row = await tx<PortalRecordRow>('portal_record')
    .where({ record_id: model.id })
    .forUpdate()
    .first();
  if (!row) {
    throw new Error(`The portal keeps no record '${model.id}'`);
  }
  return row;
}

function alreadyExists(name: string): MlflowError {
  return new MlflowError(
    'RESOURCE_ALREADY_EXISTS',
    `Registered model '${name}' already exists`,
  );
}

async function requireRoom(
  tx: Knex.Transaction,
  model: StoredModel,
  limit: number,
): Promise<void> {
  const [{ count }] = await tx('portal_record_tag')
    .where({ record_id: model.id })
    .count({ count: '*' });
  if (Number(count) >= limit) {
    throw new MlflowError(
      'INVALID_PARAMETER_VALUE',
      `key: '${model.name}' has ${count} tags already, and no more than ${limit} are kept`,
    );
  }
}

function listColumns(name: string, description: string | undefined) {
  const hint = description?.trim().slice(0, 2000) || null;
  return {
    description: hint,
    ...recordListColumns({ name, description: hint }),
  };
}
