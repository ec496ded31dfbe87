import { Contract } from '../contract/Contract';

/**
 * Something in a document that keeps it from being a contract.
 *
 * @public
 */
export interface ContractProblem {
  /** JSON Pointer (RFC 6901) into the document; empty for the whole of it. */
  pointer: string;
  message: string;
}

/**
 * Checks that a parsed document is a contract that makes sense, so that whoever
 * read it can tell its author which place is wrong.
 *
 * @returns The contract, typed, when there are no problems.
 *
 * @public
 */
export function validateContract(value: unknown): {
  contract?: Contract;
  problems: ContractProblem[];
} {
  if (typeof value !== 'object' || value === null || !('spec' in value)) {
    return { problems: [{ pointer: '', message: 'The contract has no spec' }] };
  }
  return { contract: value as Contract, problems: [] };
}
