import { Knex } from 'knex';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { changeRecord, RecordStores } from './changeRecord';
import { PortalRecordTagRow, StoredModel } from './portalRows';

/** Sets and removes tags of records of the portal. */
export class ModelTagger {
  readonly #limit: number;
  readonly #onChange: () => Promise<void>;
  readonly #stores: RecordStores;

  constructor(
    options: RecordStores & {
      /** How many tags a record may have. */
      limit: number;
      /** Called after the commit of what the catalog may have to be told. */
      onChange: () => Promise<void>;
    },
  ) {
    this.#limit = options.limit;
    this.#onChange = options.onChange;
    this.#stores = options;
  }

  async set(
    model: StoredModel,
    tag: { key: string; value: string },
    caller: RegistryCaller,
  ): Promise<void> {
    await changeRecord(this.#stores, model, caller, async tx => {
      const before = await findTag(tx, model, tag.key);
      if (before === undefined) {
        await this.#requireRoom(tx, model);
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
    await this.#onChange();
  }

  async delete(
    model: StoredModel,
    key: string,
    caller: RegistryCaller,
  ): Promise<void> {
    await changeRecord(this.#stores, model, caller, async tx => {
      const before = await findTag(tx, model, key);
      await tx('portal_record_tag')
        .where({ record_id: model.id, key })
        .delete();
      return { verb: 'record.tagged', before: { tag: key, value: before } };
    });
    await this.#onChange();
  }

  async #requireRoom(tx: Knex.Transaction, model: StoredModel): Promise<void> {
    const [{ count }] = await tx('portal_record_tag')
      .where({ record_id: model.id })
      .count({ count: '*' });
    if (Number(count) >= this.#limit) {
      throw new MlflowError(
        'INVALID_PARAMETER_VALUE',
        `key: '${model.name}' has ${count} tags already, and no more than ${this.#limit} are kept`,
      );
    }
  }
}

async function findTag(
  tx: Knex.Transaction,
  model: StoredModel,
  key: string,
): Promise<string | undefined> {
  const row = await tx<PortalRecordTagRow>('portal_record_tag')
    .where({ record_id: model.id, key })
    .first('value');
  return row?.value;
}
