import { PolicyGate } from '../../../policy/PromotionPolicy';
import { GateReference, Measurement } from './Measurement';

/** All a metric gate decides on: the same input gives the same verdict. */
export interface MetricGateInput {
  gate: PolicyGate;
  /** The version the measurements are of, such as `model:default/x@44`. */
  versionRef: string;
  /** What was measured of the metric. */
  measurements: Measurement[];
  /** What it is compared with, where the gate compares. */
  reference?: GateReference;
  /** ISO 8601. */
  evaluatedAt: string;
}
