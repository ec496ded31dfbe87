import { parseEntityRef } from '@backstage/catalog-model';
import { EntityFinding } from '@understudy/plugin-ml-common';

/** Whether somebody owns it, and whether that is a team. */
export function findOwnerFindings(
  owner: string | undefined,
  path: string,
): EntityFinding[] {
  if (!owner) {
    return [
      {
        id: 'no-owner',
        level: 'warning',
        path,
        message: 'Nobody owns it. Name the group that answers for it.',
      },
    ];
  }
  const { kind } = parseEntityRef(owner, { defaultKind: 'Group' });
  return kind.toLowerCase() === 'user'
    ? [
        {
          id: 'owner-is-person',
          level: 'warning',
          path,
          message: `'${owner}' is a person. Name a group: people change teams, and approvals need more than one member.`,
        },
      ]
    : [];
}
