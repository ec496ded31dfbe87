import { CompatibilityMode, CompatibilityProfile } from '@understudy/contracts';

/**
 * A promotion policy as far as it can be run: what is left of the schema
 * after `unsupportedFeatures` has refused the rest. Optional fields have the
 * defaults of the schema.
 */
export interface PromotionPolicy {
  apiVersion: 'understudy.dev/v1alpha1';
  kind: 'PromotionPolicy';
  metadata: {
    name: string;
    title?: string;
    description?: string;
    owner?: string;
    labels?: Record<string, string>;
  };
  spec: {
    appliesTo?: PolicySelector;
    priority?: number;
    mode?: 'enforce';
    stages: PolicyStage[];
    contractOverrides?: ContractOverride[];
  };
}

/** Changes how much a rule of contracts weighs at the gates of a policy. */
export interface ContractOverride {
  /** Such as `FIELD_REMOVED`. */
  ruleId: string;
  /** `off` and `info` are not counted. */
  severity: 'error' | 'warning' | 'info' | 'off';
  /** Names of ports; all unless said. */
  ports?: string[];
  /** Entity refs of providers or consumers; all unless said. */
  entities?: string[];
  environments?: string[];
  reason: string;
}

/** Which models a policy speaks of. Every field that is given must match. */
export interface PolicySelector {
  entities?: string[];
  kinds?: string[];
  owners?: string[];
  riskTiers?: string[];
  labels?: Record<string, string>;
}

export interface PolicyStage {
  name: string;
  environment?: string;
  order?: number;
  kind: 'test' | 'serve';
  slot?: 'champion' | 'none';
  gates?: AnyPolicyGate[];
  approvals?: PolicyApproval[];
  steps?: PolicyStep[];
  timeouts?: { evaluate?: string; approve?: string };
}

export interface PolicyGate {
  id: string;
  type: 'metric';
  enforcement?: 'block' | 'warn' | 'info';
  description?: string;
  maxEvidenceAge?: string;
  onUnknown?: 'fail' | 'warn' | 'pass';
  with: MetricGateSettings;
}

/** Asks whether the contract of a version breaks anybody. */
export interface PolicyContractGate extends Omit<PolicyGate, 'type' | 'with'> {
  type: 'contract';
  with?: ContractGateSettings;
  /**
   * Overrides of the policy that demands the gate and of those above it, which
   * merging adds; a lower policy cannot make a gate milder.
   */
  overrides?: ContractOverride[];
}

export interface ContractGateSettings {
  /**
   * How versions before have to fit, whatever the number says; `BY_PORT`,
   * the default, leaves breaking changes to the number and the consumers.
   */
  mode?: CompatibilityMode | 'BY_PORT';
  profile?: CompatibilityProfile;
  /** Whose needs count; `declared+implied` unless said. */
  consumers?: 'declared' | 'declared+implied' | 'none';
  /** Unless false. */
  allowWarnings?: boolean;
}

/** Asks whether what is promoted is what was asked for, and can be had. */
export interface PolicyArtifactGate extends Omit<PolicyGate, 'type' | 'with'> {
  type: 'artifact';
  with?: ArtifactGateSettings;
}

export interface ArtifactGateSettings {
  /** A signature is among the files of the version, whatever it is worth. */
  requireSignature?: boolean;
  /** Signatures by keys of `ml.signatures.keys` are about all of it. */
  requireVerifiedSignature?: boolean;
  /** A bill of materials is among them. */
  requireSbom?: boolean;
  /** As the label `critical-cves` of the version says. */
  maxCriticalCves?: number;
}

/** A gate of any type that can be run. */
export type AnyPolicyGate =
  PolicyGate | PolicyContractGate | PolicyArtifactGate;

export interface MetricGateSettings {
  metric: string;
  dataset?: string;
  split?: string;
  /** Only the rows with these values, as an evaluation has them. */
  slice?: Record<string, string>;
  direction?: 'higher-is-better' | 'lower-is-better';
  op: '>' | '>=' | '<' | '<=' | '==' | 'between';
  /** The bound; needed unless the number is compared with that of a version. */
  value?: number;
  high?: number;
  /** Rows that the number has to be computed from at least. */
  minSamples?: number;
  /** Key of slices, each value of which has to pass. */
  everySliceOf?: string;
  /** The version whose number this one is compared with. */
  relativeTo?: 'champion' | 'previous' | 'baseline';
  /** How much worse it may be: the larger of the two, in the metric's unit. */
  tolerance?: { absolute?: number; percent?: number };
  significance?: SignificanceSettings;
  /** Unless false, both have to be measured on data with the same digest. */
  sameDatasetDigest?: boolean;
  /** What counts where there is no version to compare with. */
  whenNoChampion?: 'pass' | 'fail' | 'absolute-only';
}

/** How sure it has to be that a version is not worse than it may be. */
export interface SignificanceSettings {
  test: 'ci-bound' | 'two-proportion-z';
  /** Of the second test only, one-sided; 0.05 unless said. */
  alpha?: number;
}

export interface PolicyApproval {
  id: string;
  title?: string;
  from: { relation?: 'owner'; groups?: string[] };
  fallback?: { groups: string[] };
  quorum?: number;
  separation?: ('not-requester' | 'not-trainer')[];
  veto?: boolean;
}

export interface PolicyStep {
  id: string;
  uses: 'registry:set-alias';
  with: { aliases: AliasRule[] };
}

/** Names the alias that moves at targets with exactly these segment keys. */
export interface AliasRule {
  environment?: string;
  keys: string[];
  template: string;
}
