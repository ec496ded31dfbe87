import { IntakeSuggestion, ModelEntity } from '@understudy/plugin-ml-common';
import { ownerOf } from '../../models/ModelAccess';
import { VisibleRecord } from '../records/VisibleRecords';

/** The owner that a draft names, and what speaks for it. */
export interface DraftOwner {
  /** Entity ref. */
  ref: string;
  because: string;
}

/**
 * The owner of a Model to be drafted: the group that a record of it was claimed
 * for last, else the owner that it has, else the first one that is suggested.
 */
export function draftOwner(
  records: readonly Pick<VisibleRecord, 'decision'>[],
  known: {
    entity: ModelEntity | undefined;
    suggestions: readonly IntakeSuggestion[];
  },
): DraftOwner | undefined {
  const [claim] = records
    .flatMap(({ decision }) => (decision?.action === 'claim' ? decision : []))
    .sort((a, b) => (a.decided_at < b.decided_at ? 1 : -1));
  if (claim?.owner) {
    return { ref: claim.owner, because: 'claimed in the intake' };
  }
  const owner = known.entity && ownerOf(known.entity);
  if (owner) {
    return { ref: owner, because: 'its owner now' };
  }
  for (const suggestion of known.suggestions) {
    if (suggestion.action === 'claim') {
      return {
        ref: suggestion.owner,
        because: `suggested only: ${suggestion.because}`,
      };
    }
  }
  return undefined;
}
