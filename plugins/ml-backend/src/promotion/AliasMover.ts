import { PromotionExecution } from '@understudy/plugin-ml-common';
import { AliasWriter, VersionSource } from '@understudy/plugin-ml-node';

const TIMEOUT_MS = 15_000;

type Alias = NonNullable<PromotionExecution['alias']>;

/** What aliases are moved in: a registry, or the portal itself. */
export type AliasTarget = Pick<VersionSource, 'title' | 'type'> & {
  /** The portal offers no command: nobody but a promotion moves its aliases. */
  aliases?: Pick<AliasWriter, 'readAlias'> &
    Partial<Pick<AliasWriter, 'manualCommand'>> & {
      /** With the promotion it is done for, which the portal keeps itself. */
      setAlias(
        options: Parameters<AliasWriter['setAlias']>[0] & {
          promotionId?: string;
        },
      ): Promise<void>;
    };
};

/** Moves aliases in registries and makes sure that they have moved. */
export class AliasMover {
  readonly #sources: ReadonlyMap<string, AliasTarget>;

  constructor(sources: ReadonlyMap<string, AliasTarget>) {
    this.#sources = sources;
  }

  /**
   * Makes an alias point at a version. When it does already, because an
   * earlier attempt or a person moved it, nothing is written.
   *
   * `beforeWrite` runs just before the registry is written to and may throw
   * to prevent it.
   */
  async move(
    alias: Alias,
    options: {
      promotionId?: string;
      signal: AbortSignal;
      beforeWrite: () => Promise<void>;
    },
  ): Promise<void> {
    const { writer, title } = this.#writer(alias);
    const signal = AbortSignal.any([
      options.signal,
      AbortSignal.timeout(TIMEOUT_MS),
    ]);
    const call = { record: recordOf(alias), alias: alias.alias, signal };
    if ((await writer.readAlias(call)) === alias.version) {
      return;
    }
    await options.beforeWrite();
    await writer.setAlias({
      ...call,
      version: alias.version,
      ...(options.promotionId ? { promotionId: options.promotionId } : {}),
    });
    const found = await writer.readAlias(call);
    if (found !== alias.version) {
      throw new Error(
        `${title} was told to point '${alias.alias}' at version '${alias.version}', but it points at ${found === undefined ? 'nothing' : `version '${found}'`}`,
      );
    }
  }

  /** What a person would type to do the same, where there is such a thing. */
  manualCommand(alias: Alias): string | undefined {
    return this.#sources.get(alias.server)?.aliases?.manualCommand?.({
      record: recordOf(alias),
      alias: alias.alias,
      version: alias.version,
    });
  }

  /** The registry's name for people. */
  title(alias: Alias): string {
    return this.#sources.get(alias.server)?.title ?? alias.server;
  }

  #writer(alias: Alias) {
    const source = this.#sources.get(alias.server);
    if (!source) {
      throw new Error(
        `The registry '${alias.server}' is not in the configuration any more`,
      );
    }
    if (!source.aliases) {
      throw new Error(
        `The registry '${alias.server}' of type '${source.type}' offers no way to move aliases`,
      );
    }
    return { writer: source.aliases, title: source.title };
  }
}

function recordOf(alias: Alias): { workspace?: string; name: string } {
  return {
    ...(alias.workspace ? { workspace: alias.workspace } : {}),
    name: alias.record,
  };
}
