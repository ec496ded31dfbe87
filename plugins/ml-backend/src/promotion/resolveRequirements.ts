import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { PromotionApprovalRequirement } from '@understudy/plugin-ml-common';
import { PolicyApproval } from '../policy/PromotionPolicy';
import { refWords } from '../policy/refWords';
import { GroupMembers } from './GroupMembers';

/** A requirement with everybody who may decide on it now. */
export interface ResolvedRequirement {
  approval: PolicyApproval;
  quorum: number;
  groups: string[];
  eligible: PromotionApprovalRequirement['eligible'];
  notice?: string;
  /** Eligible users and the group through which each is. */
  approvers: Map<string, string>;
}

/**
 * Finds out who may decide on each requirement now. When fewer than needed
 * are eligible, the fallback groups join in; when that is not enough either,
 * the notice says so, so that nobody waits for what cannot come.
 */
export async function resolveRequirements(
  approvals: readonly PolicyApproval[],
  options: {
    owner: string | undefined;
    requester: string;
    members: GroupMembers;
  },
): Promise<ResolvedRequirement[]> {
  return await Promise.all(
    approvals.map(approval => resolveOne(approval, options)),
  );
}

async function resolveOne(
  approval: PolicyApproval,
  options: {
    owner: string | undefined;
    requester: string;
    members: GroupMembers;
  },
): Promise<ResolvedRequirement> {
  const quorum = approval.quorum ?? 1;
  const fromOwner = approval.from.relation === 'owner';
  const first = unique([
    ...(fromOwner && options.owner ? [options.owner] : []),
    ...(approval.from.groups ?? []).map(groupRef),
  ]);
  const firstApprovers = await approversOf(first, options);
  if (firstApprovers.size >= quorum) {
    return {
      approval,
      quorum,
      groups: first,
      eligible: 'first-choice',
      approvers: firstApprovers,
    };
  }
  const fallback = (approval.fallback?.groups ?? []).map(groupRef);
  const groups = unique([...first, ...fallback]);
  const approvers = await approversOf(groups, options);
  const why = shortage(first, firstApprovers.size, quorum, fromOwner);
  if (approvers.size >= quorum) {
    return {
      approval,
      quorum,
      groups,
      eligible: 'fallback',
      notice: `${why}; ${named(fallback)} may decide instead`,
      approvers,
    };
  }
  return {
    approval,
    quorum,
    groups,
    eligible: 'nobody',
    notice: `${why}, and ${fallback.length > 0 ? `${named(fallback)} cannot fill the gap` : 'the policy names no fallback group'}. Nobody can complete this approval: add people to the groups, or change the policy`,
    approvers,
  };
}

async function approversOf(
  groups: string[],
  options: { requester: string; members: GroupMembers },
): Promise<Map<string, string>> {
  const approvers = new Map<string, string>();
  for (const group of groups) {
    for (const user of await options.members.membersOf(group)) {
      if (user !== options.requester && !approvers.has(user)) {
        approvers.set(user, group);
      }
    }
  }
  return approvers;
}

function shortage(
  groups: string[],
  found: number,
  quorum: number,
  fromOwner: boolean,
): string {
  if (groups.length === 0) {
    return fromOwner ? 'The model has no owner' : 'No group is named';
  }
  const where = named(groups);
  return found === 0
    ? `Nobody in ${where} can approve: only the requester is in it, or nobody is`
    : `Only ${found} of the ${quorum} people needed from ${where} can approve`;
}

function groupRef(ref: string): string {
  return stringifyEntityRef(
    parseEntityRef(ref, { defaultKind: 'group', defaultNamespace: 'default' }),
  );
}

function named(groups: string[]): string {
  return groups.map(refWords).join(' and ');
}

function unique(refs: string[]): string[] {
  return [...new Set(refs)];
}
