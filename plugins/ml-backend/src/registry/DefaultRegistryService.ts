import { InputError, ServiceUnavailableError } from '@backstage/errors';
import {
  ModelVersion,
  ModelVersionPage,
  RegistrySourceStatus,
  VersionComparison,
  VersionEvidence,
  VersionRegistration,
} from '@understudy/plugin-ml-common';
import { decodeCursor, encodeCursor } from '../paging/cursor';
import { Actor } from '../promotion/Actor';
import { SubjectStore } from '../subjects/SubjectStore';
import { compareVersions } from './compareVersions';
import { MetricDictionary } from './MetricDictionary';
import {
  KnownModel,
  RegistryService,
  VersionListRequest,
} from './RegistryService';
import { resolveVersion } from './resolveVersion';
import { RegistrySourceStore } from './sync/RegistrySourceStore';
import { VersionSources } from './sync/VersionSources';
import { VersionRegistrar } from './VersionRegistrar';
import { VersionStore } from './VersionStore';

const MIN_COMPARED = 2;
const MAX_COMPARED = 4;

/** Answers from the database. */
export class DefaultRegistryService implements RegistryService {
  readonly #dictionary: MetricDictionary;
  readonly #readEvidence: (versionId: string) => Promise<VersionEvidence>;
  readonly #registrar: VersionRegistrar;
  readonly #sources: VersionSources;
  readonly #statuses: RegistrySourceStore;
  readonly #subjects: SubjectStore;
  readonly #triggerSync: (server: string) => Promise<void>;
  readonly #versions: VersionStore;

  constructor(options: {
    dictionary: MetricDictionary;
    /** Reads the evidence of a version. */
    readEvidence: (versionId: string) => Promise<VersionEvidence>;
    registrar: VersionRegistrar;
    sources: VersionSources;
    statuses: RegistrySourceStore;
    subjects: SubjectStore;
    /** Starts the read of a registry and does not wait for its end. */
    triggerSync: (server: string) => Promise<void>;
    versions: VersionStore;
  }) {
    this.#dictionary = options.dictionary;
    this.#readEvidence = options.readEvidence;
    this.#registrar = options.registrar;
    this.#sources = options.sources;
    this.#statuses = options.statuses;
    this.#subjects = options.subjects;
    this.#triggerSync = options.triggerSync;
    this.#versions = options.versions;
  }

  async listVersions(
    model: KnownModel,
    request: VersionListRequest,
  ): Promise<ModelVersionPage> {
    const { view, filter, limit, cursor } = request;
    const list = { model: model.ref, view, filter };
    const place = cursor ? decodeCursor(cursor, list) : undefined;
    const subject = await this.#subjects.findByRef(model.ref);
    const sources = await this.#findModelSources(model, subject?.id);
    if (!subject) {
      return { items: [], counts: { total: 0, matching: 0 }, sources };
    }
    const page = await this.#versions.list({
      subject,
      view,
      filter,
      limit,
      after: place && { createdAt: place[0], id: place[1] },
    });
    return {
      items: page.items,
      ...(page.next
        ? {
            nextCursor: encodeCursor([page.next.createdAt, page.next.id], list),
          }
        : {}),
      counts: await this.#versions.count({ subject, view, filter }),
      sources,
    };
  }

  async getVersion(model: KnownModel, version: string): Promise<ModelVersion> {
    const [found] = await this.#getVersions(model, [version]);
    return found;
  }

  async compareVersions(
    model: KnownModel,
    versions: readonly string[],
  ): Promise<VersionComparison> {
    if (versions.length < MIN_COMPARED || versions.length > MAX_COMPARED) {
      throw new InputError(
        `version: ${versions.length} versions were given; ${MIN_COMPARED} to ${MAX_COMPARED} can be compared`,
      );
    }
    const compared = await this.#getVersions(model, versions);
    const evidence: VersionEvidence[] = [];
    for (const { id } of compared) {
      evidence.push(await this.#readEvidence(id));
    }
    return compareVersions(compared, evidence, this.#dictionary.definitions);
  }

  async registerVersion(
    model: KnownModel,
    registration: VersionRegistration,
    options: { actor: Actor; idempotencyKey?: string },
  ): Promise<ModelVersion> {
    const id = await this.#registrar.register(model, registration, options);
    const version = (await this.#versions.findByIds([id])).get(id);
    if (!version) {
      throw new ServiceUnavailableError(
        `Version '${registration.label}' was registered but cannot be read now`,
      );
    }
    return version;
  }

  async listSources(): Promise<RegistrySourceStatus[]> {
    return await this.#statuses.findStatuses(this.#sources.list());
  }

  async requestSync(server: string): Promise<RegistrySourceStatus> {
    const source = this.#sources.get(server);
    await this.#statuses.request(source);
    await this.#triggerSync(server);
    const [status] = await this.#statuses.findStatuses([source]);
    return status;
  }

  async #getVersions(
    model: KnownModel,
    texts: readonly string[],
  ): Promise<ModelVersion[]> {
    const subject = await this.#subjects.findByRef(model.ref);
    const ids: string[] = [];
    for (const text of texts) {
      ids.push(
        await resolveVersion(this.#versions, {
          subjectId: subject?.id,
          model: model.ref,
          text,
        }),
      );
    }
    const found = await this.#versions.findByIds(ids);
    return ids.flatMap(id => found.get(id) ?? []);
  }

  /**
   * The state of every registry that feeds the model or is declared to. One
   * that was never read is among them: an empty list must not look final.
   */
  async #findModelSources(
    model: KnownModel,
    subjectId: string | undefined,
  ): Promise<RegistrySourceStatus[]> {
    const problems = new Map<string, string | undefined>(
      model.entity?.spec.registries?.map(({ server }) => [server, undefined]),
    );
    for (const feed of subjectId
      ? await this.#versions.findFeeds(subjectId)
      : []) {
      problems.set(feed.server, feed.problem);
    }
    const statuses = await this.#statuses.findStatuses(
      [...problems.keys()].sort().flatMap(id => this.#sources.find(id) ?? []),
    );
    const unknown = [...problems.keys()]
      .filter(id => !this.#sources.find(id))
      .map((server): RegistrySourceStatus => ({
        server,
        type: 'unknown',
        title: server,
        lastError: `No registry '${server}' is configured`,
        staleAfterSeconds: 0,
        stale: true,
      }));
    return [
      ...statuses.map(status => {
        const problem = problems.get(status.server);
        return problem ? { ...status, lastError: problem } : status;
      }),
      ...unknown,
    ];
  }
}
