import { fillPage } from '../../paging/fillPage';
import { ServedModels } from '../homes/ServedModels';
import { ServedRecords } from '../homes/ServedRecords';
import { ModelResolver } from '../access/ModelResolver';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowRequest } from '../protocol/mlflowRequests';
import { toMlflowModel } from '../protocol/toMlflowJson';
import { ModelReader } from '../records/ModelReader';
import { ModelTagger } from '../records/ModelTagger';
import { ModelWriter } from '../records/ModelWriter';
import { StoredModel } from '../records/portalRows';
import { decodePageToken, encodePageToken } from '../search/pageToken';
import { RegistrySearch } from '../search/RegistrySearch';
import { OwnModels } from './OwnModels';
import { ProtectedMoves } from './ProtectedMoves';
import { VersionViewer } from './VersionViewer';

type Place = (string | number)[];

/** The catalog does not say since when it holds a Model. */
const UNKNOWN_TIME = new Date(0).toISOString();

/** What clients do with registered models. */
export class ModelOperations {
  readonly #own: OwnModels;
  readonly #moves: ProtectedMoves;
  readonly #reader: ModelReader;
  readonly #resolver: ModelResolver;
  readonly #search: RegistrySearch;
  readonly #served: ServedModels;
  readonly #servedRecords: ServedRecords;
  readonly #tagger: ModelTagger;
  readonly #viewer: VersionViewer;
  readonly #writer: ModelWriter;

  constructor(options: {
    own: OwnModels;
    moves: ProtectedMoves;
    reader: ModelReader;
    resolver: ModelResolver;
    search: RegistrySearch;
    served: ServedModels;
    servedRecords: ServedRecords;
    tagger: ModelTagger;
    viewer: VersionViewer;
    writer: ModelWriter;
  }) {
    this.#own = options.own;
    this.#moves = options.moves;
    this.#reader = options.reader;
    this.#resolver = options.resolver;
    this.#search = options.search;
    this.#served = options.served;
    this.#servedRecords = options.servedRecords;
    this.#tagger = options.tagger;
    this.#viewer = options.viewer;
    this.#writer = options.writer;
  }

  async create(request: MlflowRequest<'createModel'>, caller: RegistryCaller) {
    return await this.#view(await this.#own.create(request, caller));
  }

  async get({ name }: MlflowRequest<'getModel'>, caller: RegistryCaller) {
    const model = await this.#resolver.get(name, caller);
    if (model.record) {
      return await this.#view(model.record);
    }
    // Nobody has registered a version of this Model of the catalog.
    return {
      registered_model: toMlflowModel(
        {
          name: model.name,
          description: model.entity.metadata.description,
          createdAt: UNKNOWN_TIME,
          updatedAt: UNKNOWN_TIME,
        },
        { tags: [], aliases: [] },
        [],
      ),
    };
  }

  async update(request: MlflowRequest<'updateModel'>, caller: RegistryCaller) {
    const { name, description } = request;
    const { model, served } = await this.#served.find(name, caller);
    if (served) {
      await this.#servedRecords.describe(served, description, caller);
      return await this.get({ name }, caller);
    }
    const { record } = await this.#own.open(model, caller);
    return await this.#view(
      await this.#writer.describe(record, description, caller),
    );
  }

  /** The record gets another name; its Model keeps its ref. */
  async rename(request: MlflowRequest<'renameModel'>, caller: RegistryCaller) {
    const { name: former, new_name: name } = request;
    if (
      !(await this.#resolver.find(former, caller)) &&
      (await this.#servedRecords.hasRenamed({ former, name }, caller))
    ) {
      return await this.get({ name }, caller);
    }
    const { model, served } = await this.#served.find(former, caller);
    const { record } = served ?? (await this.#own.open(model, caller));
    if (name === record.name) {
      return await this.#view(record);
    }
    await this.#own.requireFreeName(name);
    if (served) {
      await this.#servedRecords.rename(served, name, caller);
      return await this.get({ name }, caller);
    }
    return await this.#view(await this.#writer.rename(record, name, caller));
  }

  async delete({ name }: MlflowRequest<'getModel'>, caller: RegistryCaller) {
    const { model: found, served } = await this.#served.find(name, caller);
    if (served) {
      await this.#moves.requireNoneAssigned(served);
      await this.#servedRecords.delete(served, caller);
      return;
    }
    const model = await this.#own.open(found, caller);
    await this.#moves.requireNoneAssigned(model);
    await this.#writer.delete(model.record, caller);
  }

  async setTag(request: MlflowRequest<'setModelTag'>, caller: RegistryCaller) {
    const { name, key, value } = request;
    const { model, served } = await this.#served.find(name, caller);
    if (served) {
      await this.#servedRecords.tag(served, { key, value }, caller);
      return;
    }
    const { record } = await this.#own.open(model, caller);
    await this.#tagger.set(record, { key, value }, caller);
  }

  async deleteTag(
    { name, key }: MlflowRequest<'deleteModelTag'>,
    caller: RegistryCaller,
  ) {
    const { model, served } = await this.#served.find(name, caller);
    if (served) {
      const tag = { key, value: undefined };
      await this.#servedRecords.tag(served, tag, caller);
      return;
    }
    const { record } = await this.#own.open(model, caller);
    await this.#tagger.delete(record, key, caller);
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
        const seen = await this.#resolver.findShown(
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
    const latest = await this.#viewer.latestOf(found.map(({ item }) => item));
    return {
      registered_models: found.map(({ item }) =>
        toMlflowModel(item, details(item.id), latest(item)),
      ),
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
