/**
 * Which versions have to be able to read which, as schema registries name it.
 *
 * @public
 */
export type CompatibilityMode =
  | 'NONE'
  | 'BACKWARD'
  | 'FORWARD'
  | 'FULL'
  | 'BACKWARD_TRANSITIVE'
  | 'FORWARD_TRANSITIVE'
  | 'FULL_TRANSITIVE';

/**
 * The rules of reading: what one party makes of what another wrote.
 *
 * @public
 */
export type CompatibilityProfile =
  | 'strict'
  | 'default'
  | 'avro'
  | 'mlflow'
  | 'oip'
  | 'jsonschema-strict'
  | 'jsonschema-lenient'
  | 'sql';

/**
 * Changes the severity of a rule, for good and for a reason.
 *
 * @public
 */
export interface RuleOverride {
  ruleId: string;
  severity: 'error' | 'warning' | 'info';
  /** Names of ports; all unless said. */
  ports?: string[];
  /** Entity refs; all unless said. */
  entities?: string[];
  environments?: string[];
  reason: string;
}

/**
 * What a contract asks of its next version.
 *
 * @public
 */
export interface CompatibilityPolicy {
  /** Of all ports; unless said, what the direction of each asks for. */
  mode?: CompatibilityMode;
  profile?: CompatibilityProfile;
  /** Versions that stay supported besides those in use. */
  supportedVersions?: { last?: number; since?: string };
  overrides?: RuleOverride[];
}
