/**
 * How much is done for a drawing. The limits make sure that every graph is
 * arranged in time that grows with its size and no faster: without them, long
 * connections in a dense graph would cost more than everything else.
 */
export interface Effort {
  /** So many places at most, at which connections pass layers, are kept free. */
  passages: number;
  /** So many steps at most are spent on a better layer for each node. */
  layerSteps: number;
  /** So many items at most are put in order, over all sweeps. */
  orderSteps: number;
}

/** For a worker, which holds nobody up. */
export const FULL_EFFORT: Effort = {
  passages: 20_000,
  layerSteps: 4_000_000,
  orderSteps: 100_000,
};

/** For the main thread of a page, when no worker can do it. */
export const LITTLE_EFFORT: Effort = {
  passages: 2_000,
  layerSteps: 20_000,
  orderSteps: 20_000,
};
