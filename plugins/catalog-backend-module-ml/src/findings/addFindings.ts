import { Entity } from '@backstage/catalog-model';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import {
  EntityFinding,
  FINDING_STATUS_TYPE,
  FindingStatusItem,
} from '@understudy/plugin-ml-common';

const MAX_FINDINGS = 50;

/**
 * The entity with the findings among the items of its status. An emitted
 * processing error would be louder, but it would take the entity away.
 */
export function addFindings(
  entity: Entity & Pick<AlphaEntity, 'status'>,
  findings: EntityFinding[],
): Entity {
  if (findings.length === 0) {
    return entity;
  }
  const items: FindingStatusItem[] = findings
    .slice(0, MAX_FINDINGS)
    .map(finding => ({ type: FINDING_STATUS_TYPE, ...finding }));
  const withFindings: AlphaEntity = {
    ...entity,
    status: {
      ...entity.status,
      items: [...(entity.status?.items ?? []), ...items],
    },
  };
  return withFindings;
}
