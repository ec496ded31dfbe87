import { Contract } from '@understudy/contracts';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { Draft } from './draftReducer';
import { judgeLocally, LocalJudgement } from './judgeLocally';
import { pauseFor } from './pauseFor';
import { useDebounced } from './useDebounced';

/** What the browser says of the draft, a moment after it last changed. */
export function useLocalJudgement(
  draft: Draft,
  history: readonly Contract[],
): LocalJudgement & {
  /** Whether it is about what was typed before. */
  isOld: boolean;
} {
  const settled = useDebounced(draft.contract, pauseFor(draft.contract));
  const { base } = draft;
  const judgement = useMemo(
    () =>
      judgeLocally(settled, {
        base,
        history,
        today: DateTime.now().toFormat('yyyy-MM-dd'),
      }),
    [settled, base, history],
  );
  return { ...judgement, isOld: settled !== draft.contract };
}
