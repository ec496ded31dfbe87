import { ServedModels } from '../homes/ServedModels';
import { ServedRecords } from '../homes/ServedRecords';
import { ModelResolver } from '../access/ModelResolver';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { MlflowRequest } from '../protocol/mlflowRequests';
import { PortalAliases } from '../records/PortalAliases';
import { VersionReader } from '../records/VersionReader';
import { OwnModels } from './OwnModels';
import { ProtectedMoves } from './ProtectedMoves';
import { VersionViewer } from './VersionViewer';

/** What clients do with aliases. */
export class AliasOperations {
  readonly #aliases: PortalAliases;
  readonly #moves: ProtectedMoves;
  readonly #own: OwnModels;
  readonly #reader: VersionReader;
  readonly #resolver: ModelResolver;
  readonly #served: ServedModels;
  readonly #servedRecords: ServedRecords;
  readonly #viewer: VersionViewer;

  constructor(options: {
    aliases: PortalAliases;
    moves: ProtectedMoves;
    own: OwnModels;
    reader: VersionReader;
    resolver: ModelResolver;
    served: ServedModels;
    servedRecords: ServedRecords;
    viewer: VersionViewer;
  }) {
    this.#aliases = options.aliases;
    this.#moves = options.moves;
    this.#own = options.own;
    this.#reader = options.reader;
    this.#resolver = options.resolver;
    this.#served = options.served;
    this.#servedRecords = options.servedRecords;
    this.#viewer = options.viewer;
  }

  async get(request: MlflowRequest<'ofAlias'>, caller: RegistryCaller) {
    const { name, alias } = request;
    const { record } = await this.#resolver.get(name, caller);
    const version =
      record &&
      (alias.toLowerCase() === 'latest'
        ? await this.#reader.findLatest(record)
        : await this.#reader.findByAlias(record, alias));
    if (!record || !version) {
      throw new MlflowError(
        'INVALID_PARAMETER_VALUE',
        `Registered model alias '${alias}' of '${name}' not found`,
      );
    }
    return { model_version: await this.#viewer.view(record.name, version) };
  }

  /**
   * An alias that a policy protects is moved by a promotion. Moving it back to
   * the version that held it before is a rollback, for whoever may do that.
   */
  async set(request: MlflowRequest<'setAlias'>, caller: RegistryCaller) {
    const { name, alias, version: number } = request;
    const model = await this.#resolver.get(name, caller);
    const version =
      model.record && (await this.#reader.find(model.record, number));
    if (model.record && version) {
      const holder = await this.#reader.findByAlias(model.record, alias);
      if (holder?.id === version.id) {
        return;
      }
      if (await this.#moves.moveBack(model, { alias, version, caller })) {
        return;
      }
    }
    const served = await this.#served.open(model, caller);
    if (served) {
      await this.#moves.requireFreeAlias(served, alias, version);
      if (!version) {
        throw new MlflowError(
          'RESOURCE_DOES_NOT_EXIST',
          `Model version (name=${name}, version=${number}) not found`,
        );
      }
      await this.#servedRecords.setAlias(served, alias, version, caller);
      return;
    }
    const own = await this.#own.open(model, caller);
    await this.#moves.requireFreeAlias(own, alias, version);
    await this.#aliases.set(own.record, alias, number, caller);
  }

  async delete(request: MlflowRequest<'ofAlias'>, caller: RegistryCaller) {
    const { name, alias } = request;
    const { model: found, served } = await this.#served.find(name, caller);
    if (served) {
      await this.#moves.requireFreeAlias(served, alias, undefined);
      await this.#servedRecords.setAlias(served, alias, undefined, caller);
      return;
    }
    const model = await this.#own.open(found, caller);
    await this.#moves.requireFreeAlias(model, alias, undefined);
    await this.#aliases.delete(model.record, alias, caller);
  }
}
