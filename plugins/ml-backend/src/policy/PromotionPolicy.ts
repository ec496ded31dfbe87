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
  };
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
  gates?: (PolicyGate | PolicyContractGate)[];
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
  with?: {
    /** Unless false. */
    allowWarnings?: boolean;
  };
}

export interface MetricGateSettings {
  metric: string;
  dataset?: string;
  split?: string;
  /** Only the rows with these values, as an evaluation has them. */
  slice?: Record<string, string>;
  direction?: 'higher-is-better' | 'lower-is-better';
  op: '>' | '>=' | '<' | '<=' | '==' | 'between';
  value: number;
  high?: number;
  /** Rows that the number has to be computed from at least. */
  minSamples?: number;
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
