import { fillPage } from '../../paging/fillPage';
import { ModelResolver, RegisteredModel } from '../access/ModelResolver';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowRequest } from '../protocol/mlflowRequests';
import { StoredVersion } from '../records/portalRows';
import { VersionReader } from '../records/VersionReader';
import { decodePageToken, encodePageToken } from '../search/pageToken';
import { FoundVersion, RegistrySearch } from '../search/RegistrySearch';
import { versionNotFound } from './versionNotFound';
import { VersionViewer } from './VersionViewer';

type Place = (string | number)[];

/** What clients read of versions. */
export class VersionReads {
  readonly #reader: VersionReader;
  readonly #resolver: ModelResolver;
  readonly #search: RegistrySearch;
  readonly #viewer: VersionViewer;

  constructor(options: {
    reader: VersionReader;
    resolver: ModelResolver;
    search: RegistrySearch;
    viewer: VersionViewer;
  }) {
    this.#reader = options.reader;
    this.#resolver = options.resolver;
    this.#search = options.search;
    this.#viewer = options.viewer;
  }

  async get(request: MlflowRequest<'ofVersion'>, caller: RegistryCaller) {
    const { model, version } = await this.find(request, caller);
    return { model_version: await this.#viewer.view(model.name, version) };
  }

  /** Where the artifact is: it stays where the tracking server has it. */
  async downloadUri(
    request: MlflowRequest<'ofVersion'>,
    caller: RegistryCaller,
  ) {
    const { version } = await this.find(request, caller);
    return { artifact_uri: version.artifactUri };
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
        const seen = await this.#resolver.findShown(
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

  /** Throws MlflowError when there is none, or none that the caller may see. */
  async find(
    { name, version: number }: { name: string; version: number },
    caller: RegistryCaller,
  ): Promise<{ model: RegisteredModel; version: StoredVersion }> {
    const model = await this.#resolver.get(name, caller);
    const version =
      model.record && (await this.#reader.find(model.record, number));
    if (!version) {
      throw versionNotFound(name, number);
    }
    return { model: { ...model, name: model.record?.name ?? name }, version };
  }
}
