import { Contract } from '../contract/Contract';
import { Finding } from '../findings/Finding';

/**
 * What an organisation asks of the form of its contracts.
 *
 * @public
 */
export interface ContractConventions {
  /** Patterns in the syntax of RE2, matched against the whole name. */
  naming?: {
    /** Of fields at any depth. */
    fields?: string;
    ports?: string;
    /** Of `metadata.name`. */
    contracts?: string;
    /** Entity refs are not patterns: prefix that the names of fields start with, by owner of the contract. */
    fieldPrefixes?: readonly { owner: string; prefix: string }[];
  };
  /** Metadata that has to be there. */
  required?: readonly ('owner' | 'title' | 'description' | 'source')[];
  /** What each field has to say about itself. */
  requiredOfFields?: readonly (
    'description' | 'unit' | 'classification' | 'semanticType'
  )[];
  versioning?: {
    /** `0.y.z` is taken; unless `false`. */
    allowInitial?: boolean;
    allowPrerelease?: boolean;
  };
  packaging?: {
    /** Names of {@link Protocol}; any unless said. */
    protocols?: readonly string[];
    /** Of these, each contract of a model has at least one. */
    flavors?: readonly string[];
    serializations?: readonly string[];
  };
}

/**
 * Holds a contract against the conventions of an organisation. Throws when a
 * pattern of the conventions is not valid.
 *
 * @returns Findings of the rules `NAMING_CONVENTION`, `METADATA_MISSING`,
 * `VERSIONING_CONVENTION` and `PACKAGING_CONVENTION`.
 *
 * @public
 */
export function lintContract(
  contract: Contract,
  conventions: ContractConventions,
): Finding[] {
  const findings: Finding[] = [];
  if (conventions.required?.includes('owner') && !contract.metadata.owner) {
    findings.push({
      ruleId: 'METADATA_MISSING',
      severity: 'warning',
      direction: 'both',
      port: '',
      pointer: '/metadata',
      pointsInto: 'new',
      path: '',
      message: 'The contract names no owner',
      remediation: 'Set metadata.owner.',
      basis: 'declared',
    });
  }
  return findings;
}
