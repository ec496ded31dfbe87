import { toMlflowVersion } from '../protocol/toMlflowJson';
import { StoredModel, StoredVersion } from '../records/portalRows';
import { VersionReader } from '../records/VersionReader';

/** Versions as clients read them, with their aliases and stages. */
export class VersionViewer {
  readonly #reader: VersionReader;

  constructor(reader: VersionReader) {
    this.#reader = reader;
  }

  async view(name: string, version: StoredVersion) {
    const details = await this.#reader.readDetails([version]);
    return toMlflowVersion(name, version, details(version));
  }

  async viewAll(found: readonly { name: string; version: StoredVersion }[]) {
    const details = await this.#reader.readDetails(
      found.map(({ version }) => version),
    );
    return found.map(({ name, version }) =>
      toMlflowVersion(name, version, details(version)),
    );
  }

  /** The newest version of each stage. */
  async latest(model: Pick<StoredModel, 'id' | 'name' | 'subjectId'>) {
    return (await this.latestOf([model]))(model);
  }

  /** As `latest`, for many at once. */
  async latestOf(
    models: readonly Pick<StoredModel, 'id' | 'name' | 'subjectId'>[],
  ) {
    const latest = await this.#reader.findLatestByStage(models);
    const details = await this.#reader.readDetails([...latest.values()].flat());
    return ({ id, name }: Pick<StoredModel, 'id' | 'name'>) =>
      (latest.get(id) ?? []).map(version =>
        toMlflowVersion(name, version, details(version)),
      );
  }
}
