import { PromotionState, promotionStates } from '@understudy/plugin-ml-common';
import { PromotionQuery } from '../api/types';
import { currentCursor } from '../pieces/cursorTrail';
import { unfinishedStates } from './promotionGroups';

/** Groups of states that people look for. */
export const promotionStateGroups = {
  waiting: ['awaiting_approval'],
  unfinished: unfinishedStates,
  succeeded: ['succeeded', 'rolled_back'],
  stopped: [
    'failed',
    'rejected',
    'cancelled',
    'expired',
    'superseded',
    'aborted',
  ],
} as const satisfies Record<string, readonly PromotionState[]>;

/** One of {@link promotionStateGroups}. */
export type PromotionStateGroup = keyof typeof promotionStateGroups;

/** The group the address asks for. */
export function readStateGroup(
  params: URLSearchParams,
): PromotionStateGroup | undefined {
  const group = params.get('state');
  return group !== null && Object.hasOwn(promotionStateGroups, group)
    ? (group as PromotionStateGroup)
    : undefined;
}

/**
 * What the address asks for, without by whom. A single state works as well as
 * a group.
 */
export function readPromotionQuery(params: URLSearchParams): PromotionQuery {
  const group = readStateGroup(params);
  const single = promotionStates.find(state => state === params.get('state'));
  return {
    state: group ? [...promotionStateGroups[group]] : single && [single],
    cursor: currentCursor(params),
  };
}
