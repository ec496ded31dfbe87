import { Entity } from '@backstage/catalog-model';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { driftsAt } from '../../../aliases/drift/driftsAt';
import { EffectivePolicy } from '../../../policy/mergePolicies';
import { AnyPolicyGate, PolicyStage } from '../../../policy/PromotionPolicy';
import { PromotionDeps } from '../../PromotionDeps';
import { PromotionRecord } from '../../PromotionRecord';
import { ContractFacts } from '../contractGate';
import { GateFacts, GateReferences } from '../GateFacts';
import { Measurement } from '../metric/Measurement';
import {
  FoundReference,
  referencesOf,
  toGateReference,
} from './ReferenceReader';

/** A promotion whose gates are to be run, with what was read of it already. */
export interface GateFactsRequest {
  record: Pick<PromotionRecord, 'subjectId' | 'target'>;
  model: Entity;
  policy: EffectivePolicy;
  stage: PolicyStage;
  version: ModelVersion;
}

/**
 * Reads what gates decide on, of many promotions at once: the number of
 * queries does not grow with the number of promotions.
 */
export class GateFactsReader {
  readonly #deps: PromotionDeps;

  constructor(deps: PromotionDeps) {
    this.#deps = deps;
  }

  async readOne(request: GateFactsRequest): Promise<GateFacts> {
    const [facts] = (await this.read([request])).values();
    return facts;
  }

  async read<T extends GateFactsRequest>(
    requests: readonly T[],
  ): Promise<Map<T, GateFacts>> {
    const references = await this.#deps.references.read(
      requests.map(({ record, policy, stage }) => ({
        subjectId: record.subjectId,
        target: record.target,
        stages: policy.stages,
        stage,
      })),
    );
    const measurementsOf = await this.#readMeasurements(requests, references);
    const drifts = await this.#deps.drifts.findLive(
      requests.map(({ record }) => record.subjectId),
    );
    const contracts = await this.#readContracts(requests);
    const artifacts = await this.#deps.artifacts.read(
      requests
        .filter(({ stage }) => gatesOf(stage, 'artifact').length > 0)
        .map(({ version }) => version),
      requests
        .filter(({ stage }) =>
          gatesOf(stage, 'artifact').some(
            gate => gate.with?.requireVerifiedSignature,
          ),
        )
        .map(({ version }) => version),
    );
    return new Map(
      requests.map((request, index) => {
        const { record, stage, version } = request;
        const asked: GateReferences = {};
        for (const name of referencesOf(stage)) {
          asked[name] = toGateReference(
            references[index].get(name),
            measurementsOf,
          );
        }
        const artifact = artifacts.get(version.id);
        return [
          request,
          {
            measurements: measurementsOf(version),
            references: asked,
            contracts: contracts.get(request),
            ...(artifact ? { artifact } : {}),
            drifts: driftsAt(record, drifts),
          },
        ];
      }),
    );
  }

  async #readMeasurements(
    requests: readonly GateFactsRequest[],
    references: readonly ReadonlyMap<string, FoundReference>[],
  ): Promise<(version: ModelVersion) => Measurement[]> {
    const compared = references.flatMap(ofRequest =>
      [...ofRequest.values()].flatMap(found =>
        'version' in found ? found.version.id : [],
      ),
    );
    const measurements = await this.#deps.readMeasurements(
      [...requests.map(({ version }) => version.id), ...compared],
      requests.flatMap(({ stage }) =>
        gatesOf(stage, 'metric').map(gate => gate.with),
      ),
    );
    // Of equal age, an evaluation says more than a metric of a run.
    return version => [
      ...version.metrics,
      ...(measurements.get(version.id) ?? []),
    ];
  }

  /** By the id of the gate: each may look at contracts in its own way. */
  async #readContracts<T extends GateFactsRequest>(
    requests: readonly T[],
  ): Promise<Map<T, Map<string, ContractFacts>>> {
    const questions = requests.flatMap(request =>
      gatesOf(request.stage, 'contract').map(gate => ({ request, gate })),
    );
    const facts =
      questions.length === 0
        ? []
        : await this.#deps.readContractFacts(
            questions.map(
              ({ request: { model, version, record, stage }, gate }) => ({
                model,
                versionId: version.id,
                environment: record.target.environment,
                serves: stage.kind === 'serve',
                settings: gate.with,
                overrides: gate.overrides,
              }),
            ),
          );
    const byRequest = new Map<T, Map<string, ContractFacts>>();
    for (const [index, { request, gate }] of questions.entries()) {
      const byGate = byRequest.get(request) ?? new Map();
      byRequest.set(request, byGate.set(gate.id, facts[index]));
    }
    return byRequest;
  }
}

function gatesOf<T extends AnyPolicyGate['type']>(
  stage: PolicyStage,
  type: T,
): Extract<AnyPolicyGate, { type: T }>[] {
  return (stage.gates ?? []).filter(
    (gate): gate is Extract<AnyPolicyGate, { type: T }> => gate.type === type,
  );
}
