import { NewSourceVersion } from '@understudy/plugin-ml-node';
import { RegistryCaller } from '../access/RegistryCaller';
import { StoredVersion } from '../records/portalRows';
import { NewVersion } from '../records/VersionWriter';
import { Asked } from './changes/AskedChange';
import { ServedChanges } from './ServedChanges';
import { ServedModel } from './ServedModels';
import { ToldVersions } from './ToldVersions';

/**
 * Registers versions at the servers that are the home of their models, each
 * once: clients that hear no answer ask again, perhaps another replica, and a
 * server would give every request a number.
 */
export class ServedRegistration {
  readonly #changes: ServedChanges;
  readonly #told: ToldVersions;

  constructor(options: { changes: ServedChanges; told: ToldVersions }) {
    this.#changes = options.changes;
    this.#told = options.told;
  }

  /**
   * The new version, or the one that the same source and run gave less than a
   * minute ago. Whoever asks again before the first answer waits for that.
   */
  async create(
    model: ServedModel,
    version: NewVersion,
    caller: RegistryCaller,
  ): Promise<StoredVersion> {
    const change: Asked<'version.create'> = {
      kind: 'version.create',
      wanted: toSourceVersion(version),
    };
    for (;;) {
      const { recordVersion, isRepeat } = await this.#changes.make(
        model,
        change,
        caller,
      );
      const number = Number(recordVersion);
      if (!isRepeat || recordVersion === undefined) {
        return await this.#told.require(model, number);
      }
      const found = await this.#told.find(model, number);
      if (found) {
        return found;
      }
      // It was deleted within the minute.
      await this.#changes.forget(model, change, recordVersion);
    }
  }
}

function toSourceVersion(version: NewVersion): NewSourceVersion {
  const { artifactUri, source, tags, ...others } = version;
  return {
    ...others,
    source: artifactUri ?? source,
    tags: [...tags].map(([key, value]) => ({ key, value })),
  };
}
