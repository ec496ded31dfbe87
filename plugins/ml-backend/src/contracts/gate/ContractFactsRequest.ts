import { Entity } from '@backstage/catalog-model';
import {
  ContractGateSettings,
  ContractOverride,
} from '../../policy/PromotionPolicy';

/** The version that a gate asks about, and how the gate looks at it. */
export interface ContractFactsRequest {
  model: Entity;
  versionId: string;
  environment: string;
  /** Whether the stage serves; what has no stable contract must not. */
  serves: boolean;
  settings?: ContractGateSettings;
  overrides?: readonly ContractOverride[];
}
