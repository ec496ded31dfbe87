import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { lineageDeadLetterReplayPermission } from '@understudy/plugin-lineage-common';
import { lineageApiRef } from '../api/LineageApi';
import { Action, useAction } from '../loading/useAction';

/** Has dead letters tried again: those given, or all. Gives how many that is. */
export interface Replay extends Action<[ids?: readonly string[]], number> {
  /** Whether the reader may do it. */
  allowed: boolean;
}

/** Has dead letters tried again, and then `onDone`. */
export function useReplay(onDone: () => void): Replay {
  const lineageApi = useApi(lineageApiRef);
  const { allowed } = usePermission({
    permission: lineageDeadLetterReplayPermission,
  });
  const action = useAction(async (ids?: readonly string[]) => {
    const { replayed } = await lineageApi.replayDeadLetters(ids);
    onDone();
    return replayed;
  });
  return { ...action, allowed };
}
