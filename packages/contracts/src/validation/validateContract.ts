import { findUnheld } from '../canonical/findUnheld';
import { Contract } from '../contract/Contract';
import { checkContract } from './checkContract';
import { checkPorts } from './checkPorts';
import { ContractProblem, Problems } from './Problems';

/**
 * Checks that a parsed document is a contract that makes sense, so that whoever
 * read it can tell its author which place is wrong: that JSON can hold it, then its
 * form, and if that is right, whether names, references, defaults and bounds fit together.
 *
 * @returns The contract, typed, when there are no problems; else up to 100 of them.
 *
 * @public
 */
export function validateContract(value: unknown): {
  contract?: Contract;
  problems: ContractProblem[];
} {
  const problems = new Problems();
  const unheld = findUnheld(value);
  if (unheld) {
    problems.add(unheld.pointer, `JSON cannot hold ${unheld.what}`);
    return { problems: problems.list };
  }
  checkContract(value, '', problems);
  if (problems.list.length) {
    return { problems: problems.list };
  }
  const contract = value as Contract;
  checkPorts(contract, problems);
  return problems.list.length
    ? { problems: problems.list }
    : { contract, problems: [] };
}
