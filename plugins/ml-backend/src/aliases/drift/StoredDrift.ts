import {
  AliasDrift,
  AliasDriftChoice,
  NamedVersion,
} from '@understudy/plugin-ml-common';
import { AssignmentPlace } from '../../assignments/DatabaseAssignmentStore';

/** A drift as the backend keeps it. */
export interface StoredDrift {
  id: string;
  /** Entity ref of the model. */
  model: string;
  server: string;
  /** Id and name of the registry record. */
  recordId: string;
  record: string;
  alias: string;
  place: AssignmentPlace;
  decided?: NamedVersion;
  found?: NamedVersion;
  since: string;
  state: AliasDrift['state'];
  /** What was chosen and is not done yet. */
  wanted?: Exclude<AliasDriftChoice, 'report'>;
  choice?: { by: string; at: string; reason: string };
  /** The promotion that was asked for to adopt what was found. */
  promotionId?: string;
}

/** States of drifts that are not over. */
export const liveDriftStates: readonly AliasDrift['state'][] = [
  'open',
  'reported',
];

const CHOICES: readonly AliasDriftChoice[] = ['report', 'adopt', 'revert'];

/** A drift as callers see it, with what they may choose, and why not else. */
export function toAliasDrift(
  drift: StoredDrift,
  refusals: Record<AliasDriftChoice, string | undefined>,
): AliasDrift {
  const { id, model, alias, server, record, place, decided, found } = drift;
  return {
    id,
    model,
    alias,
    server,
    record,
    stage: place.stage,
    target: place.target,
    ...(decided ? { decided } : {}),
    ...(found ? { found } : {}),
    since: drift.since,
    state: drift.state,
    ...(drift.wanted ? { wanted: drift.wanted } : {}),
    ...(drift.promotionId ? { promotionId: drift.promotionId } : {}),
    ...(drift.choice ? { choice: drift.choice } : {}),
    may: CHOICES.filter(choice => refusals[choice] === undefined),
    notAllowed: CHOICES.flatMap(choice => {
      const reason = refusals[choice];
      return reason === undefined ? [] : [{ choice, reason }];
    }),
  };
}
