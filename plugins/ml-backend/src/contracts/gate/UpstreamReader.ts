import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { RELATION_CONSUMES_FEATURE } from '@understudy/plugin-ml-common';
import { ModelAccess } from '../../models/ModelAccess';
import { SubjectStore } from '../../subjects/SubjectStore';
import { OBSERVED } from '../observed/ObservationJudge';
import { ObservedOffer, observedOffer } from '../observed/observedOffer';
import { ContractBatchReader } from '../store/ContractBatchReader';
import { currentContract } from '../store/currentContract';
import { SightingStore } from '../store/SightingStore';
import { StoredContract } from '../store/StoredContract';
import { WaiverInForce, WaiversInForce } from '../waivers/WaiversInForce';

/** What a model reads. */
export interface Upstream {
  ref: string;
  /** Absent where it is not in the catalog. */
  entity?: Entity;
  /** All versions of its contract, newest first. */
  history: StoredContract[];
  /** What the model declares that it expects. */
  declared?: StoredContract;
  /** What it offers in fact; absent where that is not known to differ. */
  observed?: ObservedOffer;
  /** Those that hold about what it offers. */
  waivers: readonly WaiverInForce[];
}

/** Reads what models read, of many models at once. */
export class UpstreamReader {
  readonly #contracts: ContractBatchReader;
  readonly #models: ModelAccess;
  readonly #sightings: SightingStore;
  readonly #subjects: SubjectStore;
  readonly #waivers: WaiversInForce;

  constructor(options: {
    batches: ContractBatchReader;
    models: ModelAccess;
    sightings: SightingStore;
    subjects: SubjectStore;
    waivers: WaiversInForce;
  }) {
    this.#contracts = options.batches;
    this.#models = options.models;
    this.#sightings = options.sightings;
    this.#subjects = options.subjects;
    this.#waivers = options.waivers;
  }

  /** By the ref of the model; those that it declares first. */
  async read(models: readonly Entity[]): Promise<Map<string, Upstream[]>> {
    const byRef = new Map(
      models.map(model => [stringifyEntityRef(model), model]),
    );
    const expected = await this.#readExpected([...byRef.keys()]);
    const wanted = new Map(
      [...byRef].map(([ref, model]) => [
        ref,
        new Set([...(expected.get(ref)?.keys() ?? []), ...readBy(model)]),
      ]),
    );
    const refs = [...new Set([...wanted.values()].flatMap(each => [...each]))];
    const entities = await this.#models.getModelsForBackgroundWork(refs);
    const subjects = await this.#subjects.findByRefs(refs);
    const historyOf = await this.#contracts.readHistories(
      [...subjects.values()].map(({ id }) => ({
        subjectId: id,
        providerId: '',
      })),
    );
    const ids = [...subjects.values()].map(({ id }) => id);
    const waivers = await this.#waivers.readAll(ids);
    const wrong = await this.#sightings.readWrong(ids, OBSERVED);
    return new Map(
      [...wanted].map(([model, upstreams]) => [
        model,
        [...upstreams].map(ref => {
          const entity = entities.get(ref);
          const subjectId = subjects.get(ref)?.id;
          const declared = expected.get(model)?.get(ref);
          const history = subjectId
            ? historyOf({ subjectId, providerId: '' })
            : [];
          const seen = wrong.get(subjectId ?? '');
          const observed =
            entity && seen && observedOffer(entity, history, seen);
          return {
            ref,
            ...(entity ? { entity } : {}),
            history,
            ...(declared ? { declared } : {}),
            ...(observed ? { observed } : {}),
            waivers: waivers.get(subjectId ?? '') ?? [],
          };
        }),
      ]),
    );
  }

  /** By the ref of the model, and of what it expects something of. */
  async #readExpected(
    refs: readonly string[],
  ): Promise<Map<string, Map<string, StoredContract>>> {
    const subjects = await this.#subjects.findByRefs(refs);
    const lines = await this.#contracts.findProviders(
      [...subjects.values()].map(({ id }) => id),
    );
    const providers = await this.#subjects.findByIds(
      lines.map(({ providerId }) => providerId),
    );
    const historyOf = await this.#contracts.readHistories(lines);
    const refOf = new Map([...subjects].map(([ref, { id }]) => [id, ref]));
    const expected = new Map<string, Map<string, StoredContract>>();
    for (const line of lines) {
      const model = refOf.get(line.subjectId);
      const provider = providers.get(line.providerId);
      const current = currentContract(historyOf(line));
      if (model !== undefined && provider && current) {
        const ofModel =
          expected.get(model) ?? new Map<string, StoredContract>();
        expected.set(model, ofModel.set(provider.ref, current));
      }
    }
    return expected;
  }
}

function readBy(model: Entity): string[] {
  return (model.relations ?? [])
    .filter(({ type }) => type === RELATION_CONSUMES_FEATURE)
    .map(({ targetRef }) => targetRef);
}
