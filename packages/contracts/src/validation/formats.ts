import { valid, validRange } from 'semver';
import { durationSeconds } from '../versioning/dates';
import { checkThat } from './checks';

export const version = checkThat(
  'a semantic version such as 1.2.0',
  // The library also takes a leading v, which a contract does not have.
  value => typeof value === 'string' && valid(value) === value,
);

export const versionRange = checkThat(
  'a range of versions such as ^2.3',
  value => typeof value === 'string' && validRange(value) !== null,
);

export const duration = checkThat(
  'a duration such as PT15M or P30D',
  value => typeof value === 'string' && durationSeconds(value) !== undefined,
);

export const day = checkThat(
  'a day such as 2026-11-23',
  value => typeof value === 'string' && isDay(value),
);

export const entityRef = checkThat(
  'an entity ref such as model:default/churn',
  value =>
    typeof value === 'string' &&
    /^[A-Za-z0-9_.-]+:(?:[A-Za-z0-9_.-]+\/)?[A-Za-z0-9_.-]+$/.test(value),
);

export const deprecatedSince = checkThat(
  'a version or a day',
  value =>
    typeof value === 'string' && (valid(value) === value || isDay(value)),
);

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return false;
  }
  const time = Date.parse(`${value}T00:00:00Z`);
  // Days that no month has are moved to the next one by some parsers.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
