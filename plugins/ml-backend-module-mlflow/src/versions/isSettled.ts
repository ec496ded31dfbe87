import { MlflowModelVersion } from '@understudy/mlflow-client';

const SETTLED_AFTER_MS = 48 * 60 * 60_000;

/**
 * Whether a version was registered long enough ago that its metrics have most
 * likely all been logged. MLflow leaves no mark when a metric is added.
 */
export function isSettled(
  { creationTimestamp, lastUpdatedTimestamp }: MlflowModelVersion,
  now: number,
): boolean {
  return (
    Math.max(creationTimestamp, lastUpdatedTimestamp) < now - SETTLED_AFTER_MS
  );
}
