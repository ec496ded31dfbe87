import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { PromotionApprovalRequirement } from '@understudy/plugin-ml-common';
import { PolicyApproval } from '../policy/PromotionPolicy';
import { refWords } from '../policy/refWords';
import { GroupMembers } from './GroupMembers';
import { authorDoubt, VersionAuthor } from './versionAuthor';

/** What eligibility depends on. */
export interface ResolveOptions {
  owner: string | undefined;
  requester: string;
  /** Who wrote the version. */
  author: VersionAuthor;
  members: GroupMembers;
}

/** A requirement with everybody who may decide on it now. */
export interface ResolvedRequirement {
  approval: PolicyApproval;
  quorum: number;
  groups: string[];
  eligible: PromotionApprovalRequirement['eligible'];
  notice?: string;
  /** Who wrote the version, and what is not certain about that. */
  author: VersionAuthor;
  separationNotice?: string;
  /** Eligible users and the group through which each is. */
  approvers: Map<string, string>;
}

/**
 * Finds out who may decide on each requirement now. When fewer than needed
 * are eligible, the fallback groups join in; when that is not enough either,
 * the notice says so, so that nobody waits for what cannot come.
 *
 * Neither who asked nor who is said to have written the version decides. Where
 * the policy wants somebody else than the author and the author is not known,
 * whether that holds is unknown, which is never a pass.
 */
export async function resolveRequirements(
  approvals: readonly PolicyApproval[],
  options: ResolveOptions,
): Promise<ResolvedRequirement[]> {
  return await Promise.all(
    approvals.map(approval => resolveOne(approval, options)),
  );
}

async function resolveOne(
  approval: PolicyApproval,
  options: ResolveOptions,
): Promise<ResolvedRequirement> {
  const separationNotice = authorDoubt(options.author);
  const resolved = {
    ...(await resolveGroups(approval, options)),
    author: options.author,
  };
  if (!separationNotice) {
    return resolved;
  }
  return approval.separation?.includes('not-trainer')
    ? {
        ...resolved,
        separationNotice,
        eligible: 'nobody',
        notice: `${separationNotice}. The policy wants an approval by somebody other than the author, so nobody can give it. Register the version as a signed-in person or with a personal token, or change the policy`,
        approvers: new Map(),
      }
    : { ...resolved, separationNotice };
}

async function resolveGroups(
  approval: PolicyApproval,
  options: ResolveOptions,
): Promise<Omit<ResolvedRequirement, 'author'>> {
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
  { author, members, requester }: ResolveOptions,
): Promise<Map<string, string>> {
  const approvers = new Map<string, string>();
  for (const group of groups) {
    for (const user of await members.membersOf(group)) {
      if (user !== requester && user !== author.user && !approvers.has(user)) {
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
    ? `Nobody in ${where} can approve: only the requester or the author is in it, or nobody is`
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
