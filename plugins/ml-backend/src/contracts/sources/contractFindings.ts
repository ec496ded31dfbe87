import { ContractProblem, Finding } from '@understudy/contracts';

/** What is wrong with a contract that could not be read, for people. */
export function invalidContract(
  path: string,
  problems: readonly ContractProblem[],
): Finding[] {
  return problems.slice(0, 20).map(({ pointer, message }) => ({
    ruleId: 'CONTRACT_INVALID',
    severity: 'error',
    direction: 'both',
    port: '',
    pointer,
    pointsInto: 'new',
    path: '',
    message: `${path}${pointer}: ${message}.`,
    remediation: `Mend it where it is declared; until then the last good contract holds.`,
    basis: 'declared',
  }));
}
