import { Entity } from '@backstage/catalog-model';
import { ContractVersionSummary } from '@understudy/plugin-ml-common';
import { isObject } from '../pieces/isObject';

/** The version of the contract that a version of an entity keeps to. */
export interface ContractOf {
  /** Of the contract. */
  version: string;
  /** Whether it is that version's own, or the one that holds for all without. */
  basis: 'own' | 'current';
}

/**
 * The contract of a version: the one it is stored or declared with, else the
 * one that holds now; undefined where there is none.
 */
export function contractOf(
  label: string,
  known: {
    entity?: Entity;
    contracts: Pick<ContractVersionSummary, 'version' | 'subjectVersions'>[];
    /** Version of the contract that holds now. */
    current?: string;
  },
): ContractOf | undefined {
  const stored = known.contracts.find(({ subjectVersions }) =>
    subjectVersions.includes(label),
  )?.version;
  const own = stored ?? declaredContract(label, known.entity);
  if (own !== undefined) {
    return { version: own, basis: 'own' };
  }
  return known.current === undefined
    ? undefined
    : { version: known.current, basis: 'current' };
}

/** What `spec.versions[].contract` of a feature view says; in full or in short. */
function declaredContract(label: string, entity?: Entity): string | undefined {
  const versions = entity?.spec?.versions;
  const found = Array.isArray(versions)
    ? versions.find(each => isObject(each) && each.label === label)
    : undefined;
  const contract = isObject(found) ? found.contract : undefined;
  if (!isObject(contract)) {
    return undefined;
  }
  const version = isObject(contract.metadata)
    ? contract.metadata.version
    : contract.version;
  return typeof version === 'string' ? version : undefined;
}
