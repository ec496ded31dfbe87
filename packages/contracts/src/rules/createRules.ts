import { VersionBump } from '../findings/Finding';
import { ContractRule, RuleJudgement } from './ContractRule';

const judgements: Record<string, RuleJudgement> = {
  '+': 'ok',
  '!': 'warning',
  x: 'error',
  '-': 'none',
  '?': 'depends',
};

/**
 * Makes a rule of a row of a table. `cells` are the judgements backward and
 * forward: `+` fine, `!` warning, `x` error, `-` none, `?` depends.
 */
export function createRules(
  area: ContractRule['area'],
  rows: readonly (readonly [
    id: string,
    cells: string,
    bump: VersionBump,
    message: string,
    remediation: string,
    condition?: string,
  ])[],
): ContractRule[] {
  return rows.map(([id, cells, bump, message, remediation, condition]) => ({
    id,
    area,
    message,
    backward: judgements[cells[0]],
    forward: judgements[cells[1]],
    bump,
    remediation,
    ...(condition && { condition }),
  }));
}
