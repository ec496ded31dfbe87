import { VersionSources } from '../../registry/sync/VersionSources';
import { ModelResolver, RegisteredModel } from '../access/ModelResolver';
import { RegistryCaller } from '../access/RegistryCaller';
import { OwnModel } from '../operations/OwnModels';
import { HomedRecord } from './changes/ServerChange';

/**
 * A registered model whose home is a registry server that the portal can
 * change, and that the caller may.
 */
export type ServedModel = OwnModel & HomedRecord;

/** Finds the models that are changed at their servers. */
export class ServedModels {
  readonly #resolver: ModelResolver;
  readonly #sources: VersionSources;

  constructor(options: { resolver: ModelResolver; sources: VersionSources }) {
    this.#resolver = options.resolver;
    this.#sources = options.sources;
  }

  /**
   * The model with a name, and what it is as one of these. Throws MlflowError
   * when there is none, and as `open` does.
   */
  async find(
    name: string,
    caller: RegistryCaller,
  ): Promise<{ model: RegisteredModel; served?: ServedModel }> {
    const model = await this.#resolver.get(name, caller);
    return { model, served: await this.open(model, caller) };
  }

  /**
   * Undefined for any other model: the portal keeps it, or only reads it.
   * Throws NotAllowedError when the caller may not change it.
   */
  async open(
    model: RegisteredModel,
    caller: RegistryCaller,
  ): Promise<ServedModel | undefined> {
    const { home, record } = model;
    const source = home === undefined ? undefined : this.#sources.find(home);
    const writer = source?.registryWriter;
    if (!source || !writer || record?.server !== source.id) {
      return undefined;
    }
    await caller.requireChange(model.entity);
    return { ...model, record, source, writer };
  }
}
