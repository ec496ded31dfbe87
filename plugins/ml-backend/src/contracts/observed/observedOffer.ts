import { Entity } from '@backstage/catalog-model';
import { Contract, Finding } from '@understudy/contracts';
import { portName } from '../sources/importDocument';
import { StoredContract } from '../store/StoredContract';
import { alignObserved } from './alignObserved';
import { Observation } from './ObservationStore';
import { readObserved } from './readObserved';
import { standingContract } from './standingContract';

/** Data that is not as its contract says. */
export interface ObservedOffer {
  /** The observed name of the data. */
  table: string;
  /** The contract as it would be if it said what was observed. */
  contract: Contract;
  /** How much it weighs that the two differ: an error in production. */
  severity: Finding['severity'];
}

/**
 * What data offers in fact, where it was found to differ from its contract.
 * Nothing where nobody can tell, which the findings say for themselves. Pure.
 *
 * @param seen - What was observed, as JSON, and what was found to be wrong with it.
 */
export function observedOffer(
  entity: Entity,
  history: readonly StoredContract[],
  seen: { document: string; findings: readonly Finding[] },
): ObservedOffer | undefined {
  const { document, findings } = seen;
  const stale = findings.find(({ ruleId }) => ruleId === 'CONTRACT_STALE');
  const observation: Observation = JSON.parse(document);
  const basis = stale && standingContract(entity, history);
  const live = basis && readObserved(entity, observation, portName(history));
  const contract =
    live && 'contract' in live
      ? alignObserved(
          live.contract.spec.ports[0],
          basis.contract,
          observation.name,
        )
      : undefined;
  return stale && contract
    ? { table: observation.name, contract, severity: stale.severity }
    : undefined;
}
