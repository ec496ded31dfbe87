import { durationToMilliseconds } from '../../policy/duration';
import { PolicyArtifactGate } from '../../policy/PromotionPolicy';
import { ArtifactFacts } from './ArtifactFacts';

/** The label that says how many critical vulnerabilities a scan has found. */
export const CRITICAL_CVES_LABEL = 'critical-cves';

/** Compares what a scan has found with what the policy allows. */
export function checkCriticalCves(
  { maxEvidenceAge, with: { maxCriticalCves } = {} }: PolicyArtifactGate,
  versionRef: string,
  { criticalCves }: ArtifactFacts,
  evaluatedAt: string,
): {
  problem?: {
    status: 'fail' | 'unknown' | 'error';
    summary: string;
    remedy: string;
  };
  validUntil?: string;
} {
  if (maxCriticalCves === undefined) {
    return {};
  }
  const remedy = `Scan the version and add what was found as its label '${CRITICAL_CVES_LABEL}'`;
  if (!criticalCves) {
    return {
      problem: {
        status: 'unknown',
        summary: `${versionRef} has no label '${CRITICAL_CVES_LABEL}'`,
        remedy,
      },
    };
  }
  const { value, addedAt } = criticalCves;
  if (!/^\d{1,9}$/.test(value)) {
    return {
      problem: {
        status: 'error',
        summary: `The label '${CRITICAL_CVES_LABEL}' of ${versionRef} is '${value}', not a number`,
        remedy,
      },
    };
  }
  const validUntil =
    maxEvidenceAge === undefined
      ? undefined
      : new Date(
          Date.parse(addedAt) + durationToMilliseconds(maxEvidenceAge),
        ).toISOString();
  if (validUntil !== undefined && validUntil < evaluatedAt) {
    return {
      problem: {
        status: 'unknown',
        summary: `The label '${CRITICAL_CVES_LABEL}' of ${versionRef} is of ${addedAt}; at most ${maxEvidenceAge} ago is allowed`,
        remedy,
      },
    };
  }
  return {
    ...(Number(value) > maxCriticalCves
      ? {
          problem: {
            status: 'fail' as const,
            summary: `${versionRef} has ${value} critical vulnerabilities; at most ${maxCriticalCves} are allowed`,
            remedy: 'Mend them in a new version, and promote that',
          },
        }
      : {}),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
}
