import { fillPage } from '../../paging/fillPage';
import { ServedModel, ServedModels } from '../homes/ServedModels';
import { ServedRegistration } from '../homes/ServedRegistration';
import { ServedVersions } from '../homes/ServedVersions';
import { ModelResolver, RegisteredModel } from '../access/ModelResolver';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { MlflowRequest } from '../protocol/mlflowRequests';
import { mlflowLimits } from '../protocol/mlflowTexts';
import { StoredVersion } from '../records/portalRows';
import { VersionEditor } from '../records/VersionEditor';
import { VersionReader } from '../records/VersionReader';
import { VersionWriter } from '../records/VersionWriter';
import { decodePageToken, encodePageToken } from '../search/pageToken';
import { FoundVersion, RegistrySearch } from '../search/RegistrySearch';
import { OwnModels } from './OwnModels';
import { ProtectedMoves } from './ProtectedMoves';
import { VersionViewer } from './VersionViewer';

type Place = (string | number)[];

/** What clients do with versions. */
export class VersionOperations {
  readonly #editor: VersionEditor;
  readonly #moves: ProtectedMoves;
  readonly #own: OwnModels;
  readonly #reader: VersionReader;
  readonly #resolver: ModelResolver;
  readonly #registration: ServedRegistration;
  readonly #search: RegistrySearch;
  readonly #served: ServedModels;
  readonly #servedVersions: ServedVersions;
  readonly #viewer: VersionViewer;
  readonly #writer: VersionWriter;

  constructor(options: {
    editor: VersionEditor;
    moves: ProtectedMoves;
    own: OwnModels;
    reader: VersionReader;
    resolver: ModelResolver;
    registration: ServedRegistration;
    search: RegistrySearch;
    served: ServedModels;
    servedVersions: ServedVersions;
    viewer: VersionViewer;
    writer: VersionWriter;
  }) {
    this.#editor = options.editor;
    this.#moves = options.moves;
    this.#own = options.own;
    this.#reader = options.reader;
    this.#resolver = options.resolver;
    this.#registration = options.registration;
    this.#search = options.search;
    this.#served = options.served;
    this.#servedVersions = options.servedVersions;
    this.#viewer = options.viewer;
    this.#writer = options.writer;
  }

  async create(
    request: MlflowRequest<'createVersion'>,
    caller: RegistryCaller,
  ) {
    const { source, description, tags } = request;
    const { model, served } = await this.#served.find(request.name, caller);
    const { record } = served ?? (await this.#own.open(model, caller));
    const wanted = {
      source,
      artifactUri: await this.#artifactOf(source, served, caller),
      runId: request.run_id,
      runLink: request.run_link,
      modelId: request.model_id,
      description,
      tags,
    };
    const version = served
      ? await this.#registration.create(served, wanted, caller)
      : await this.#writer.create(record, wanted, caller);
    return { model_version: await this.#viewer.view(record.name, version) };
  }

  async get(request: MlflowRequest<'ofVersion'>, caller: RegistryCaller) {
    const { model, version } = await this.#find(request, caller);
    return { model_version: await this.#viewer.view(model.name, version) };
  }

  /** Where the artifact is: it stays where the tracking server has it. */
  async downloadUri(
    request: MlflowRequest<'ofVersion'>,
    caller: RegistryCaller,
  ) {
    const { version } = await this.#find(request, caller);
    return { artifact_uri: version.artifactUri };
  }

  async update(
    request: MlflowRequest<'updateVersion'>,
    caller: RegistryCaller,
  ) {
    const { name, version, description } = request;
    const { model, served } = await this.#served.find(name, caller);
    if (served) {
      return await this.#viewChanged(
        served.record.name,
        version,
        await this.#servedVersions.describe(
          served,
          version,
          description,
          caller,
        ),
      );
    }
    const { record } = await this.#own.open(model, caller);
    return await this.#viewChanged(
      record.name,
      version,
      await this.#editor.describe(record, version, description, caller),
    );
  }

  async setTag(
    request: MlflowRequest<'setVersionTag'>,
    caller: RegistryCaller,
  ) {
    const { name, version, key, value } = request;
    const { model, served } = await this.#served.find(name, caller);
    if (served) {
      const tag = { key, value };
      await this.#servedVersions.tag(served, version, tag, caller);
      return;
    }
    const { record } = await this.#own.open(model, caller);
    await this.#editor.tag(
      record,
      version,
      { key, value },
      caller,
      mlflowLimits.tags,
    );
  }

  async deleteTag(
    request: MlflowRequest<'deleteVersionTag'>,
    caller: RegistryCaller,
  ) {
    const { name, version, key } = request;
    const { model, served } = await this.#served.find(name, caller);
    if (served) {
      const tag = { key, value: undefined };
      await this.#servedVersions.tag(served, version, tag, caller);
      return;
    }
    const { record } = await this.#own.open(model, caller);
    await this.#editor.tag(
      record,
      version,
      { key, value: undefined },
      caller,
      mlflowLimits.tags,
    );
  }

  async delete(request: MlflowRequest<'ofVersion'>, caller: RegistryCaller) {
    const { model: found, served } = await this.#served.find(
      request.name,
      caller,
    );
    if (served) {
      await this.#moves.requireNotAssigned(served, request.version);
      await this.#servedVersions.delete(served, request.version, caller);
      return;
    }
    const model = await this.#own.open(found, caller);
    await this.#moves.requireNotAssigned(model, request.version);
    await this.#editor.delete(model.record, request.version, caller);
  }

  async transitionStage(
    request: MlflowRequest<'transitionStage'>,
    caller: RegistryCaller,
  ) {
    const {
      version,
      stage,
      archive_existing_versions: archiveOthers,
    } = request;
    if (archiveOthers && !['Staging', 'Production'].includes(stage)) {
      throw new MlflowError(
        'INVALID_PARAMETER_VALUE',
        `archive_existing_versions is true, which goes with the stages Staging and Production only; stage is '${stage}'`,
      );
    }
    const { model: found, served } = await this.#served.find(
      request.name,
      caller,
    );
    if (served) {
      await this.#moves.requireFreeStage(served, version, stage);
      return await this.#viewChanged(
        served.record.name,
        version,
        await this.#servedVersions.setStage(served, version, stage, {
          caller,
          archiveOthers,
        }),
      );
    }
    const model = await this.#own.open(found, caller);
    await this.#moves.requireFreeStage(model, version, stage);
    return await this.#viewChanged(
      model.record.name,
      version,
      await this.#editor.setStage(model.record, version, stage, {
        caller,
        archiveOthers,
      }),
    );
  }

  async latest(
    request: MlflowRequest<'latestVersions'>,
    caller: RegistryCaller,
  ) {
    const { record } = await this.#resolver.get(request.name, caller);
    const versions = record ? await this.#viewer.latest(record) : [];
    return {
      model_versions: versions.filter(
        ({ current_stage: stage }) =>
          request.stages.length === 0 || request.stages.includes(stage),
      ),
    };
  }

  async search(
    request: MlflowRequest<'searchVersions'>,
    caller: RegistryCaller,
  ) {
    const { filter = '', order_by: orderBy, max_results: limit } = request;
    const list = { search: 'versions', filter, orderBy };
    const search = this.#search.versions({ filter, orderBy });
    const { found, next } = await fillPage<
      { item: FoundVersion; place: Place },
      { item: FoundVersion; place: Place },
      Place
    >({
      limit,
      after: decodePageToken(request.page_token, list),
      select: (size, after) => search.select(size, after),
      see: async rows => {
        const seen = await this.#resolver.openAll(
          [
            ...new Map(
              rows.map(({ item }) => [item.model.id, item.model]),
            ).values(),
          ],
          caller,
        );
        return rows.filter(({ item }) => seen.has(item.model.id));
      },
      placeOfRow: ({ place }) => place,
      placeOfFound: ({ place }) => place,
    });
    return {
      model_versions: await this.#viewer.viewAll(
        found.map(({ item }) => ({
          name: item.model.name,
          version: item.version,
        })),
      ),
      ...(next ? { next_page_token: encodePageToken(next, list) } : {}),
    };
  }

  async #find(
    { name, version: number }: { name: string; version: number },
    caller: RegistryCaller,
  ): Promise<{ model: RegisteredModel; version: StoredVersion }> {
    const model = await this.#resolver.get(name, caller);
    const version =
      model.record && (await this.#reader.find(model.record, number));
    if (!version) {
      throw notFound(name, number);
    }
    return { model: { ...model, name: model.record?.name ?? name }, version };
  }

  async #viewChanged(
    name: string,
    number: number,
    version: StoredVersion | undefined,
  ) {
    if (!version) {
      throw notFound(name, number);
    }
    return { model_version: await this.#viewer.view(name, version) };
  }

  /**
   * A copy of a version of the registry has the artifact of the original. A
   * server finds those of its own versions itself.
   */
  async #artifactOf(
    source: string,
    served: ServedModel | undefined,
    caller: RegistryCaller,
  ): Promise<string | undefined> {
    const copied = /^models:\/([^/]+)\/([1-9]\d{0,8})$/.exec(source);
    if (!copied) {
      return undefined;
    }
    const { model, version } = await this.#find(
      { name: copied[1], version: Number(copied[2]) },
      caller,
    );
    return served && served.source.id === model.record?.server
      ? undefined
      : version.artifactUri;
  }
}

function notFound(name: string, number: number): MlflowError {
  return new MlflowError(
    'RESOURCE_DOES_NOT_EXIST',
    `Model version (name=${name}, version=${number}) not found`,
  );
}
