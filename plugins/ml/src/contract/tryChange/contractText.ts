import { toError } from '@backstage/errors';
import {
  Contract,
  ContractProblem,
  validateContract,
} from '@understudy/contracts';
import { parse, stringify } from 'yaml';

/** How a contract is written down. */
export type TextFormat = 'yaml' | 'json';

// Enough for anchors that people write, too few to blow up a small text.
const MOST_ALIASES = 100;

export function writeContract(contract: Contract, format: TextFormat): string {
  return format === 'json'
    ? `${JSON.stringify(contract, null, 2)}\n`
    : stringify(contract, { aliasDuplicateObjects: false });
}

/** The contract that a text holds, or what is wrong with the text. */
export function readContract(
  text: string,
  format: TextFormat,
): { contract?: Contract; problems: ContractProblem[] } {
  let value: unknown;
  try {
    value =
      format === 'json'
        ? JSON.parse(text)
        : parse(text, { maxAliasCount: MOST_ALIASES });
  } catch (error) {
    return { problems: [{ pointer: '', message: toError(error).message }] };
  }
  return validateContract(value);
}
