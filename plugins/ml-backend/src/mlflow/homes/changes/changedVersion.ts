import { StoredVersion } from '../../records/portalRows';
import { ChangedVersion } from './AskedChange';

/** What is kept of the version that a change is about. */
export function changedVersion({
  id,
  recordId,
  label,
  number,
}: StoredVersion): ChangedVersion {
  return { id, recordId, label, number };
}
