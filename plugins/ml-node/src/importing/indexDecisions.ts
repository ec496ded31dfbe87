import {
  KeptIntakeDecision,
  registryRecordKey,
} from '@understudy/plugin-ml-common';

/** A record that somebody claimed for a group. */
export interface Claim {
  /** Entity ref of the group. */
  owner: string;
  /** ISO 8601. */
  decidedAt: string;
}

/** What was decided about records, by `registryRecordKey`. */
export interface DecisionIndex {
  claims: ReadonlyMap<string, Claim>;
  /** Entity refs of the Models that records were bound to. */
  bound: ReadonlyMap<string, string>;
  /** Why records are left alone. */
  ignored: ReadonlyMap<string, string>;
}

/** Sorts decisions by what they say. */
export function indexDecisions(
  decisions: readonly KeptIntakeDecision[],
): DecisionIndex {
  const claims = new Map<string, Claim>();
  const bound = new Map<string, string>();
  const ignored = new Map<string, string>();
  for (const { record, decision, decidedAt } of decisions) {
    const key = registryRecordKey(record);
    switch (decision.action) {
      case 'claim':
        claims.set(key, { owner: decision.owner, decidedAt });
        break;
      case 'bind':
        bound.set(key, decision.model);
        break;
      default:
        ignored.set(key, decision.reason);
    }
  }
  return { claims, bound, ignored };
}
