import { Finding } from '@understudy/contracts';
import { WaivedFinding } from '@understudy/plugin-ml-common';

/** A removal that all who use the field have to agree to. */
export const EARLY_REMOVAL = 'FIELD_REMOVED_BEFORE_DATE';

// A number stands for one content for good.
const NEVER = ['VERSION_NOT_BUMPED', 'VERSION_REUSED_DIGEST'];

/** Whether one may ask an owner to accept a finding. */
export function isWaivable({ ruleId, severity, waiver }: Finding): boolean {
  return severity === 'error' && !waiver && !NEVER.includes(ruleId);
}

/** What is asked for of a finding. */
export function toWaived(finding: Finding): WaivedFinding {
  const { ruleId, port, path, pointer, consumer } = finding;
  return { ruleId, port, path, pointer, ...(consumer && { consumer }) };
}

/** What is waived, as people write it: the field, the port, or nothing. */
export function placeOf({ port, path }: WaivedFinding): string {
  return path || port;
}
