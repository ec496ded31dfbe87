import { fillPage } from '../../paging/fillPage';
import { ModelResolver, RegisteredModel } from '../access/ModelResolver';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { MlflowRequest } from '../protocol/mlflowRequests';
import { mlflowLimits } from '../protocol/mlflowTexts';
import { toMlflowModel } from '../protocol/toMlflowJson';
import { ModelReader } from '../records/ModelReader';
import { ModelWriter } from '../records/ModelWriter';
import { StoredModel } from '../records/portalRows';
import { decodePageToken, encodePageToken } from '../search/pageToken';
import { RegistrySearch } from '../search/RegistrySearch';
import { OwnModels } from './OwnModels';
import { ProtectedMoves } from './ProtectedMoves';
import { VersionViewer } from './VersionViewer';

type Place = (string | number)[];

/** What clients do with registered models. */
export class ModelOperations {
  readonly #own: OwnModels;
  readonly #moves: ProtectedMoves;
  readonly #reader: ModelReader;
  readonly #resolver: ModelResolver;
  readonly #search: RegistrySearch;
  readonly #viewer: VersionViewer;
  readonly #writer: ModelWriter;

  constructor(options: {
    own: OwnModels;
    moves: ProtectedMoves;
    reader: ModelReader;
    resolver: ModelResolver;
    search: RegistrySearch;
    viewer: VersionViewer;
    writer: ModelWriter;
  }) {
    this.#own = options.own;
    this.#moves = options.moves;
    this.#reader = options.reader;
    this.#resolver = options.resolver;
    this.#search = options.search;
    this.#viewer = options.viewer;
    this.#writer = options.writer;
  }

  async create(request: MlflowRequest<'createModel'>, caller: RegistryCaller) {
    return await this.#view(await this.#own.create(request, caller));
  }

  async get({ name }: MlflowRequest<'getModel'>, caller: RegistryCaller) {
    const model = await this.#resolver.get(name, caller);
    return await this.#view(model.record ?? withoutRecord(model));
  }

  async update(request: MlflowRequest<'updateModel'>, caller: RegistryCaller) {
    const { record } = await this.#own.require(request.name, caller);
    return await this.#view(
      await this.#writer.describe(record, request.description, caller),
    );
  }

  /** The record gets another name; its Model keeps its ref. */
  async rename(request: MlflowRequest<'renameModel'>, caller: RegistryCaller) {
    const { record } = await this.#own.require(request.name, caller);
    const name = request.new_name;
    if (name === record.name) {
      return await this.#view(record);
    }
    if (await this.#resolver.find(name, caller)) {
      throw new MlflowError(
        'RESOURCE_ALREADY_EXISTS',
        `Registered model '${name}' already exists`,
      );
    }
    return await this.#view(await this.#writer.rename(record, name, caller));
  }

  async delete({ name }: MlflowRequest<'getModel'>, caller: RegistryCaller) {
    const model = await this.#own.require(name, caller);
    await this.#moves.requireNoneAssigned(model);
    await this.#writer.delete(model.record, caller);
  }

  async setTag(request: MlflowRequest<'setModelTag'>, caller: RegistryCaller) {
    const { name, key, value } = request;
    const { record } = await this.#own.require(name, caller);
    await this.#writer.setTag(
      record,
      { key, value },
      caller,
      mlflowLimits.tags,
    );
  }

  async deleteTag(
    { name, key }: MlflowRequest<'deleteModelTag'>,
    caller: RegistryCaller,
  ) {
    const { record } = await this.#own.require(name, caller);
    await this.#writer.deleteTag(record, key, caller);
  }

  async search(request: MlflowRequest<'searchModels'>, caller: RegistryCaller) {
    const { filter = '', order_by: orderBy, max_results: limit } = request;
    const list = { search: 'models', filter, orderBy };
    const search = this.#search.models({ filter, orderBy });
    const { found, next } = await fillPage<
      { item: StoredModel; place: Place },
      { item: StoredModel; place: Place },
      Place
    >({
      limit,
      after: decodePageToken(request.page_token, list),
      select: (size, after) => search.select(size, after),
      see: async rows => {
        const seen = await this.#resolver.openAll(
          rows.map(({ item }) => item),
          caller,
        );
        return rows.filter(({ item }) => seen.has(item.id));
      },
      placeOfRow: ({ place }) => place,
      placeOfFound: ({ place }) => place,
    });
    const details = await this.#reader.readDetails(
      found.map(({ item }) => item.id),
    );
    const models = [];
    for (const { item } of found) {
      models.push(
        toMlflowModel(item, details(item.id), await this.#viewer.latest(item)),
      );
    }
    return {
      registered_models: models,
      ...(next ? { next_page_token: encodePageToken(next, list) } : {}),
    };
  }

  async #view(record: StoredModel) {
    const details = await this.#reader.readDetails([record.id]);
    return {
      registered_model: toMlflowModel(
        record,
        details(record.id),
        await this.#viewer.latest(record),
      ),
    };
  }
}

/** A Model of the catalog of which nobody has registered a version. */
function withoutRecord({ name, entity, ref }: RegisteredModel): StoredModel {
  const epoch = new Date(0).toISOString();
  return {
    id: '',
    server: '',
    subjectId: '',
    labelPrefix: '',
    kind: 'model',
    name,
    ref,
    description: entity.metadata.description,
    createdAt: epoch,
    updatedAt: epoch,
  };
}
