import { ContractRule } from './ContractRule';
import { fieldRules } from './fieldRules';
import { formRules, versionRules } from './governanceRules';
import { meaningRules } from './meaningRules';
import { serviceRules } from './serviceRules';
import { termsRules } from './termsRules';
import { typeRules } from './typeRules';

/**
 * All rules, as data: use it to explain a finding, or to list what can be overridden.
 *
 * How a judgement is reached:
 * - Rules of the area `schema` are judged by reading, in each direction for
 *   itself, and the table says what reading finds under the profile `default`.
 *   Five are judged by the table instead, because reading cannot see what they
 *   are about: `FIELD_RENAMED`, `FIELD_RENAMED_WITH_ALIAS` and `FIELD_MOVED`
 *   (outside of profiles that stand for a public system), `TYPE_FROM_ANY` and
 *   `CONTENT_MODEL_CLOSED`.
 * - All others are judged by the table, and by their condition where it depends.
 * - The severity of a finding is the worst of the directions that the mode
 *   selects; a change that only hurts in a direction that nobody asked for is `info`.
 * - Levels of service and terms are judged against consumers where consumers
 *   are checked, and by the table where two versions are compared.
 *
 * @public
 */
export const contractRules: readonly ContractRule[] = [
  ...fieldRules,
  ...typeRules,
  ...meaningRules,
  ...serviceRules,
  ...termsRules,
  ...versionRules,
  ...formRules,
];

const byId = new Map(contractRules.map(rule => [rule.id, rule]));

/** Throws for an id that is no rule. */
export function ruleOf(id: string): ContractRule {
  const rule = byId.get(id);
  if (!rule) {
    throw new Error(`There is no contract rule ${id}`);
  }
  return rule;
}
