/**
 * Every state of a promotion. The names are those of the promotion life
 * cycle in the documentation.
 *
 * @public
 */
export const promotionStates = [
  'draft',
  'evaluating',
  'blocked',
  'awaiting_approval',
  'approved',
  'scheduled',
  'executing',
  'verifying',
  'paused',
  'compensating',
  'succeeded',
  'failed',
  'rejected',
  'cancelled',
  'expired',
  'superseded',
  'rolled_back',
  'aborted',
] as const;

/**
 * One state of a promotion.
 *
 * @public
 */
export type PromotionState = (typeof promotionStates)[number];

/**
 * States in which a promotion holds its (model, target): at most one
 * promotion may be in one of them at a time.
 *
 * @public
 */
export const activePromotionStates: readonly PromotionState[] = [
  'executing',
  'verifying',
  'paused',
  'compensating',
];

/**
 * States before execution: a promotion in one of them can be withdrawn,
 * expire or be superseded.
 *
 * @public
 */
export const pendingPromotionStates: readonly PromotionState[] = [
  'draft',
  'evaluating',
  'blocked',
  'awaiting_approval',
  'approved',
  'scheduled',
];

/**
 * States that end a promotion. `succeeded` may still become `rolled_back`.
 *
 * @public
 */
export const finalPromotionStates: readonly PromotionState[] = [
  'succeeded',
  'failed',
  'rejected',
  'cancelled',
  'expired',
  'superseded',
  'rolled_back',
  'aborted',
];
