import { PromotionApprovalRequirement } from '@understudy/plugin-ml-common';
import { approvalWords } from '../policy/policyWords';
import { refWords } from '../policy/refWords';
import { ApprovalRecord } from './PromotionRecord';
import { ResolvedRequirement } from './resolveRequirements';

/** Counts the approvals that still stand against what is required. */
export function countApprovals(
  resolved: readonly ResolvedRequirement[],
  approvals: readonly ApprovalRecord[],
): PromotionApprovalRequirement[] {
  return resolved.map(
    ({
      approval,
      quorum,
      groups,
      eligible,
      notice,
      separationNotice,
      approvers,
    }) => {
      const approved = new Set(
        approvals
          .filter(
            given =>
              given.requirementId === approval.id &&
              given.decision === 'approve' &&
              given.staleSince === undefined &&
              approvers.has(given.approver),
          )
          .map(given => given.approver),
      ).size;
      return {
        id: approval.id,
        title: approval.title ?? approvalWords(approval),
        groups,
        quorum,
        separation: [
          'not-requester',
          ...(approval.separation ?? []).filter(
            rule => rule !== 'not-requester',
          ),
        ],
        approved,
        satisfied: approved >= quorum,
        ...(notice ? { notice } : {}),
        ...(separationNotice ? { separationNotice } : {}),
        eligible,
      };
    },
  );
}

/** Which approvals are missing, in one sentence. */
export function approvalsMissing(
  requirements: readonly PromotionApprovalRequirement[],
): string {
  return requirements
    .filter(requirement => !requirement.satisfied)
    .map(({ quorum, approved, groups, notice, eligible }) => {
      const missing = quorum - approved;
      const wanted = `${missing === 1 ? 'One approval' : `${missing} approvals`} from ${groups.map(refWords).join(' or ') || 'nobody'}`;
      if (eligible === 'nobody') {
        return notice ?? wanted;
      }
      return notice ? `${wanted} (${notice})` : wanted;
    })
    .join('. ');
}
