import { Contract } from '../contract/Contract';
import { createFinding } from '../findings/createFinding';
import { Finding } from '../findings/Finding';
import { ruleOf } from '../rules/contractRules';
import { ruleTitle } from '../rules/ruleTitle';
import { compareContracts } from './compareContracts';
import { createContext } from './createContext';
import { specChange } from './specChange';

/** What contracts say and signatures do not: that it is absent there is no difference. */
const untold =
  /^(RANGE|MULTIPLE_OF|LENGTH|PATTERN|FORMAT|UNIQUE)_|^FIELD_ALIAS_REMOVED$/;

/** Of one rule, named one by one. */
const FEW_FIELDS = 3;

/**
 * Compares a contract with what runs, read from the live service or registry.
 * Only fields and their types count: signatures know nothing of units,
 * bounds, levels and terms.
 *
 * @returns Nothing while they agree, else one `CONTRACT_STALE` for each port
 * that differs: an error in production, otherwise a warning.
 *
 * @public
 */
export function checkStaleness(options: {
  contract: Contract;
  live: Contract;
  production: boolean;
}): Finding[] {
  const { contract, live, production } = options;
  const differing = compareContracts(
    contract,
    live,
    createContext(contract, {}),
  ).filter(
    ({ port, ruleId, backward, forward }) =>
      port !== '' &&
      ruleOf(ruleId).area === 'schema' &&
      !untold.test(ruleId) &&
      (backward !== 'ok' || forward !== 'ok'),
  );
  const ports = [...new Set(differing.map(({ port }) => port))].sort();
  return ports.map(port => {
    const index = contract.spec.ports.findIndex(({ name }) => name === port);
    const found = live.spec.ports.findIndex(({ name }) => name === port);
    return {
      ...createFinding(
        specChange({
          ruleId: 'CONTRACT_STALE',
          ...(index >= 0 && { oldPointer: `/spec/ports/${index}` }),
          ...(found >= 0 && { newPointer: `/spec/ports/${found}` }),
          old: index >= 0 ? port : 'no such port',
          new: describe(differing.filter(change => change.port === port)),
          subject: port,
          effect: production ? 'error' : 'warning',
        }),
        { backward: true, forward: true },
      ),
      port,
    };
  });
}

/** What a live port does differently, each with the first fields. */
function describe(
  changes: readonly { ruleId: string; path: string }[],
): string {
  const paths = new Map<string, string[]>();
  for (const { ruleId, path } of changes) {
    paths.set(ruleId, [...(paths.get(ruleId) ?? []), ...(path ? [path] : [])]);
  }
  return Array.from(paths, ([ruleId, fields]) => {
    const more = fields.length - FEW_FIELDS;
    const named = fields.slice(0, FEW_FIELDS).join(', ');
    const all = more > 0 ? `${named} and ${more} more` : named;
    const title = ruleTitle(ruleId);
    return all ? `${title} (${all})` : title;
  }).join(', ');
}
