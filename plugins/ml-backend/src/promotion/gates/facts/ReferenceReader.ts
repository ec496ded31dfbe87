import { ModelVersion, PromotionTarget } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { Holders, readHolders } from '../../../assignments/readHolders';
import { inBatches } from '../../../database/inBatches';
import {
  MetricGateSettings,
  PolicyStage,
} from '../../../policy/PromotionPolicy';
import { VersionStore } from '../../../registry/VersionStore';
import { GateReference } from '../metric/Measurement';
import { championPlace } from './championPlace';

/** The alias of the version that others are measured by. */
const BASELINE_ALIAS = 'baseline';

type ReferenceName = NonNullable<MetricGateSettings['relativeTo']>;

/** What a version is compared with at its gates, and for where. */
export interface ReferenceRequest {
  subjectId: string;
  stages: readonly PolicyStage[];
  stage: PolicyStage;
  target: PromotionTarget;
}

/** A version to compare with, or why nobody can tell which one it is. */
export type FoundReference = { version: ModelVersion } | { doubt: string };

/** Finds the versions that gates compare with, of many promotions at once. */
export class ReferenceReader {
  readonly #knex: Knex;
  readonly #versions: Pick<VersionStore, 'findByIds'>;

  constructor(options: {
    knex: Knex;
    versions: Pick<VersionStore, 'findByIds'>;
  }) {
    this.#knex = options.knex;
    this.#versions = options.versions;
  }

  /** For each request, in their order, those that its stage asks for and that there are. */
  async read(
    requests: readonly ReferenceRequest[],
  ): Promise<Map<ReferenceName, FoundReference>[]> {
    const idsOf = await this.#findIds(requests);
    const ids = requests.map(idsOf);
    const versions = await this.#versions.findByIds(
      ids.flatMap(ofRequest => [...ofRequest.values()].flat()),
    );
    return ids.map(ofRequest => {
      const references = new Map<ReferenceName, FoundReference>();
      for (const [name, candidates] of ofRequest) {
        const known = candidates.flatMap(id => versions.get(id) ?? []);
        if (known.length === 1) {
          references.set(name, { version: known[0] });
        } else if (known.length > 1) {
          const labels = known
            .map(({ label }) => `'${label}'`)
            .sort()
            .join(', ');
          references.set(name, {
            doubt: `Several versions have the alias '${BASELINE_ALIAS}': ${labels}`,
          });
        }
      }
      return references;
    });
  }

  /** Ids of the versions that each request asks for, by what they are to it. */
  async #findIds(
    requests: readonly ReferenceRequest[],
  ): Promise<
    (request: ReferenceRequest) => Map<ReferenceName, readonly string[]>
  > {
    const asking = (...names: ReferenceName[]) =>
      requests.filter(({ stage }) => {
        const asked = referencesOf(stage);
        return names.some(name => asked.has(name));
      });
    const holdersOf = await this.#readHolders(asking('champion', 'previous'));
    const baselines = await this.#readBaselines(
      asking('baseline').map(({ subjectId }) => subjectId),
    );
    return request => {
      const { current, previous } = holdersOf(request);
      const ids: Record<ReferenceName, readonly string[]> = {
        champion: current === undefined ? [] : [current],
        previous: previous === undefined ? [] : [previous],
        baseline: baselines.get(request.subjectId) ?? [],
      };
      return new Map(
        [...referencesOf(request.stage)].map(name => [name, ids[name]]),
      );
    };
  }

  async #readHolders(
    requests: readonly ReferenceRequest[],
  ): Promise<(request: ReferenceRequest) => Holders> {
    const holdersAt = await readHolders(
      this.#knex,
      requests.flatMap(request => championPlace(request) ?? []),
    );
    return request => {
      const place = championPlace(request);
      return place ? holdersAt(place) : {};
    };
  }

  /** Ids of the versions with the alias, by the id of the subject. */
  async #readBaselines(
    subjectIds: readonly string[],
  ): Promise<Map<string, string[]>> {
    const baselines = new Map<string, string[]>();
    for (const batch of inBatches([...new Set(subjectIds)])) {
      const rows: { id: string; subject_id: string }[] = await this.#knex(
        'registry_record',
      )
        .join('version_alias', 'version_alias.record_id', 'registry_record.id')
        .whereIn('registry_record.subject_id', batch)
        .where('version_alias.alias', BASELINE_ALIAS)
        .distinct({
          id: 'version_alias.version_id',
          subject_id: 'registry_record.subject_id',
        })
        .orderBy('id');
      for (const { id, subject_id: subjectId } of rows) {
        baselines.set(subjectId, [...(baselines.get(subjectId) ?? []), id]);
      }
    }
    return baselines;
  }
}

/** As gates take it: with what was measured of the version. */
export function toGateReference(
  found: FoundReference | undefined,
  measurementsOf: (version: ModelVersion) => GateReference['measurements'],
): GateReference {
  if (!found) {
    return { measurements: [] };
  }
  return 'doubt' in found
    ? { measurements: [], doubt: found.doubt }
    : {
        versionRef: `${found.version.model}@${found.version.label}`,
        measurements: measurementsOf(found.version),
      };
}

/** The versions that gates of a stage compare with. */
export function referencesOf(stage: PolicyStage): Set<ReferenceName> {
  return new Set(
    (stage.gates ?? []).flatMap(gate =>
      gate.type === 'metric' ? (gate.with.relativeTo ?? []) : [],
    ),
  );
}
