import { createPermission } from '@backstage/plugin-permission-common';

/**
 * What {@link lineageNodeReadPermission} is about, for policies that go by
 * types of resources.
 *
 * @public
 */
export const RESOURCE_TYPE_LINEAGE_NODE = 'lineage-node';

/**
 * To send OpenLineage events. Give it to the token of each sender with
 * `accessRestrictions`, and to nobody else.
 *
 * @public
 */
export const lineageEventWritePermission = createPermission({
  name: 'lineage.event.write',
  attributes: { action: 'create' },
});

/**
 * To see datasets and jobs that were observed and belong to no entity of the
 * catalog. Those that do are readable exactly when their entity is.
 *
 * A permission of a resource, as `catalog.entity.read` is, so that the
 * permission backend is asked for both in one request. There are no rules for
 * it: a policy answers with allow or deny for all such datasets and jobs, and
 * reading lineage fails when it answers with conditions. In the browser
 * `usePermission` denies it without a `resourceRef`, of which any will do.
 *
 * @public
 */
export const lineageNodeReadPermission = createPermission({
  name: 'lineage.node.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_LINEAGE_NODE,
});

/**
 * To see events that could not be read, as they were sent.
 *
 * @public
 */
export const lineageDeadLetterReadPermission = createPermission({
  name: 'lineage.dead-letter.read',
  attributes: { action: 'read' },
});

/**
 * To have events that could not be read tried again.
 *
 * @public
 */
export const lineageDeadLetterReplayPermission = createPermission({
  name: 'lineage.dead-letter.replay',
  attributes: { action: 'update' },
});

/**
 * To tell the owners of everything that a change touches.
 *
 * @public
 */
export const lineageImpactNotifyPermission = createPermission({
  name: 'lineage.impact.notify',
  attributes: { action: 'create' },
});

/**
 * All permissions of the plugin, for policies and for registering them.
 *
 * @public
 */
export const lineagePermissions = [
  lineageEventWritePermission,
  lineageNodeReadPermission,
  lineageDeadLetterReadPermission,
  lineageDeadLetterReplayPermission,
  lineageImpactNotifyPermission,
];
