import { contractRules } from '@understudy/contracts';
import { aliasPlaceholders } from './aliasForTarget';
import { metricGateContradictions } from './metricGateContradictions';
import { AnyPolicyGate, PolicyStage, PromotionPolicy } from './PromotionPolicy';

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
      gateContradictions(gate, `${path}.gates[${index}]`),
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

function gateContradictions(gate: AnyPolicyGate, path: string): string[] {
  if (gate.type === 'metric') {
    return metricGateContradictions(gate.with, `${path}.with`);
  }
  if (gate.maxEvidenceAge === undefined) {
    return [];
  }
  if (gate.type === 'contract') {
    return [
      `${path}.maxEvidenceAge: contracts are read anew each time, so that nothing of a gate of the type 'contract' has an age`,
    ];
  }
  return gate.with?.maxCriticalCves === undefined
    ? [
        `${path}.maxEvidenceAge: only goes with 'with.maxCriticalCves' in a gate of the type 'artifact'`,
      ]
    : [];
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
