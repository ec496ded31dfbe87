import { ServedModel, ServedModels } from '../homes/ServedModels';
import { ServedRegistration } from '../homes/ServedRegistration';
import { ServedVersions } from '../homes/ServedVersions';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { MlflowRequest } from '../protocol/mlflowRequests';
import { mlflowLimits } from '../protocol/mlflowTexts';
import { StoredVersion } from '../records/portalRows';
import { VersionEditor } from '../records/VersionEditor';
import { VersionWriter } from '../records/VersionWriter';
import { OwnModels } from './OwnModels';
import { ProtectedMoves } from './ProtectedMoves';
import { versionNotFound } from './versionNotFound';
import { VersionReads } from './VersionReads';
import { VersionViewer } from './VersionViewer';

/** What clients change of versions. */
export class VersionOperations {
  readonly #editor: VersionEditor;
  readonly #moves: ProtectedMoves;
  readonly #own: OwnModels;
  readonly #reads: VersionReads;
  readonly #registration: ServedRegistration;
  readonly #served: ServedModels;
  readonly #servedVersions: ServedVersions;
  readonly #viewer: VersionViewer;
  readonly #writer: VersionWriter;

  constructor(options: {
    editor: VersionEditor;
    moves: ProtectedMoves;
    own: OwnModels;
    reads: VersionReads;
    registration: ServedRegistration;
    served: ServedModels;
    servedVersions: ServedVersions;
    viewer: VersionViewer;
    writer: VersionWriter;
  }) {
    this.#editor = options.editor;
    this.#moves = options.moves;
    this.#own = options.own;
    this.#reads = options.reads;
    this.#registration = options.registration;
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

  async #viewChanged(
    name: string,
    number: number,
    version: StoredVersion | undefined,
  ) {
    if (!version) {
      throw versionNotFound(name, number);
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
    const { model, version } = await this.#reads.find(
      { name: copied[1], version: Number(copied[2]) },
      caller,
    );
    return served && served.source.id === model.record?.server
      ? undefined
      : version.artifactUri;
  }
}
