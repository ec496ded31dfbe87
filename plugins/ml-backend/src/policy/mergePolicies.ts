import { canonicalJson } from '@understudy/contracts';
import { createHash } from 'node:crypto';
import { PolicyStage, PromotionPolicy } from './PromotionPolicy';

/** What several policies together demand of one model. */
export interface EffectivePolicy {
  /** The names of the policies, lowest priority first, joined by `+`. */
  ref: string;
  stages: PolicyStage[];
  /** SHA-256 over the canonical JSON of what the policies demand. */
  digest: string;
}

/**
 * Merges policies stage by stage in ascending order of priority and name.
 * Gates, approvals and steps are joined by id, the higher priority replacing
 * what has the same id, so that nothing a policy demands can be taken away by
 * a lower one; other fields are replaced.
 */
export function mergePolicies(policies: PromotionPolicy[]): EffectivePolicy {
  const ordered = [...policies].sort(
    (a, b) =>
      (a.spec.priority ?? 0) - (b.spec.priority ?? 0) ||
      compare(a.metadata.name, b.metadata.name),
  );
  const stages = new Map<string, PolicyStage>();
  for (const stage of ordered.flatMap(policy =>
    withOverrides(policy, ordered),
  )) {
    const lower = stages.get(stage.name);
    stages.set(stage.name, lower ? mergeStage(lower, stage) : stage);
  }
  const merged = [...stages.values()].sort(
    (a, b) => (a.order ?? 0) - (b.order ?? 0),
  );
  return {
    ref: ordered.map(policy => policy.metadata.name).join('+'),
    stages: merged,
    digest: createHash('sha256').update(canonicalJson(merged)).digest('hex'),
  };
}

/**
 * The stages of a policy, whose contract gates carry what that policy and those
 * above it override. So a lower policy makes no gate of a higher one milder.
 */
function withOverrides(
  policy: PromotionPolicy,
  ordered: readonly PromotionPolicy[],
): PolicyStage[] {
  const { priority = 0, stages } = policy.spec;
  const overrides = ordered
    .filter(({ spec }) => (spec.priority ?? 0) >= priority)
    .flatMap(({ spec }) => spec.contractOverrides ?? []);
  return overrides.length === 0
    ? stages
    : stages.map(stage => ({
        ...stage,
        ...(stage.gates && {
          gates: stage.gates.map(gate =>
            gate.type === 'contract' ? { ...gate, overrides } : gate,
          ),
        }),
      }));
}

function mergeStage(lower: PolicyStage, higher: PolicyStage): PolicyStage {
  const timeouts = { ...lower.timeouts, ...higher.timeouts };
  return {
    ...lower,
    ...higher,
    gates: byId(lower.gates, higher.gates),
    approvals: byId(lower.approvals, higher.approvals),
    steps: byId(lower.steps, higher.steps),
    ...(Object.keys(timeouts).length > 0 ? { timeouts } : {}),
  };
}

function byId<T extends { id: string }>(
  lower: T[] = [],
  higher: T[] = [],
): T[] {
  const kept = lower.map(
    item => higher.find(other => other.id === item.id) ?? item,
  );
  return [...kept, ...higher.filter(item => !kept.includes(item))];
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
