import {
  IntakeAction,
  IntakeRecord,
  IntakeSuggestion,
} from '@understudy/plugin-ml-common';
import { ownerOf } from '../../models/ModelAccess';
import { toKeptDecision } from '../decisions/decisionRows';
import { RecordVersions } from './readRecordVersions';
import { statusOf } from './statusOf';
import { VisibleRecord } from './VisibleRecords';

/** A record as the intake shows it. */
export function toIntakeRecord(
  visible: VisibleRecord,
  known: {
    versions: RecordVersions | undefined;
    suggestions: IntakeSuggestion[];
    allowed: IntakeAction[];
  },
): IntakeRecord {
  const { row, entity, decision } = visible;
  const { versions, suggestions, allowed } = known;
  const status = statusOf(row, visible);
  const owner = entity && ownerOf(entity);
  return {
    record: {
      server: row.server,
      ...(row.workspace ? { workspace: row.workspace } : {}),
      name: row.name,
    },
    kind: row.kind,
    status,
    ...(row.bound_by && status !== 'ignored' ? { boundBy: row.bound_by } : {}),
    model: row.model,
    ...(owner ? { owner } : {}),
    ...present({
      environment: row.environment,
      variant: row.variant,
      description: row.description,
      url: row.url,
      goneSince: row.gone_since,
    }),
    versions: versions?.count ?? 0,
    ...(versions?.latest ? { latestVersion: versions.latest } : {}),
    firstSeenAt: row.first_seen_at,
    ...(decision ? { decision: toKeptDecision(decision) } : {}),
    suggestions,
    allowed,
  };
}

function present(
  values: Record<
    'environment' | 'variant' | 'description' | 'url' | 'goneSince',
    string | null
  >,
): Partial<Record<keyof typeof values, string>> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null),
  );
}
