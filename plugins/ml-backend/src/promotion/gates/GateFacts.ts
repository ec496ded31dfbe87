import { MetricGateSettings } from '../../policy/PromotionPolicy';
import { ArtifactFacts } from './ArtifactFacts';
import { ContractFacts } from './contractGate';
import { GateDrift } from './driftGate';
import { GateReference, Measurement } from './metric/Measurement';

/** The versions that another one may be compared with. */
export type GateReferences = Partial<
  Record<NonNullable<MetricGateSettings['relativeTo']>, GateReference>
>;

/** What is known of a version and the place it is to take. */
export interface GateFacts {
  /** What runs and evaluations of the version say. */
  measurements: readonly Measurement[];
  /** Those that gates of the stage compare with. */
  references?: GateReferences;
  /** By the id of the gate that asks. */
  contracts?: ReadonlyMap<string, ContractFacts>;
  /** Where a gate of the stage asks for it. */
  artifact?: Omit<ArtifactFacts, 'promised'>;
  /** Drifts of aliases of the target that are not over. */
  drifts?: readonly GateDrift[];
}
