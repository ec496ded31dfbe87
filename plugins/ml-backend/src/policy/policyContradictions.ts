import { contractRules } from '@understudy/contracts';
import { aliasPlaceholders } from './aliasForTarget';
import { metricGateContradictions } from './metricGateContradictions';
import { PolicyStage, PromotionPolicy } from './PromotionPolicy';

/** Faults of a policy that a schema cannot express, each with its path. */
export function policyContradictions(policy: PromotionPolicy): string[] {
  return [
    ...repeated(policy.spec.stages, s => s.name, 'spec.stages', 'name'),
    ...policy.spec.stages.flatMap((stage, index) =>
      stageContradictions(stage, `spec.stages[${index}]`),
    ),
    ...(policy.spec.contractOverrides ?? []).flatMap(({ ruleId }, index) =>
      contractRules.some(({ id }) => id === ruleId)
        ? []
        : [
            `spec.contractOverrides[${index}].ruleId: there is no rule '${ruleId}' of contracts`,
          ],
    ),
  ];
}

function stageContradictions(stage: PolicyStage, path: string): string[] {
  const { gates = [], approvals = [], steps = [] } = stage;
  return [
    ...repeated(gates, g => g.id, `${path}.gates`, 'id'),
    ...repeated(approvals, a => a.id, `${path}.approvals`, 'id'),
    ...repeated(steps, s => s.id, `${path}.steps`, 'id'),
    ...gates.flatMap((gate, index) =>
      gate.type === 'metric'
        ? metricGateContradictions(gate.with, `${path}.gates[${index}].with`)
        : [],
    ),
    ...(stage.kind === 'test' && stage.slot === 'champion'
      ? [`${path}.slot: a stage of kind 'test' has no champion`]
      : []),
    ...steps.flatMap((step, stepIndex) =>
      step.with.aliases.flatMap((rule, ruleIndex) =>
        aliasPlaceholders(rule.template)
          .filter(key => !rule.keys.includes(key))
          .map(
            key =>
              `${path}.steps[${stepIndex}].with.aliases[${ruleIndex}].template: '{${key}}' is not one of the keys ${JSON.stringify(rule.keys)}`,
          ),
      ),
    ),
  ];
}

function repeated<T>(
  items: readonly T[],
  key: (item: T) => string,
  path: string,
  field: string,
): string[] {
  const keys = items.map(key);
  return keys.flatMap((value, index) =>
    keys.indexOf(value) < index
      ? [`${path}[${index}].${field}: '${value}' is there twice`]
      : [],
  );
}
