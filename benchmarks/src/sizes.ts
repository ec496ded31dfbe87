import { PopulationSize } from './population/Population';

/** How much is measured, and how often. */
export interface Sizes {
  processing: { rounds: number; entities: number };
  population: PopulationSize;
  reads: { rounds: number; warmUp: number };
  gates: { rounds: number; warmUp: number };
}

/** What the promises are about. */
export const fullSizes: Sizes = {
  processing: { rounds: 5, entities: 200 },
  population: { models: 10_000, versions: 100_000, ledgerEvents: 1_000_000 },
  reads: { rounds: 50, warmUp: 5 },
  gates: { rounds: 80, warmUp: 5 },
};

/** Enough to see that a benchmark works. */
export const quickSizes: Sizes = {
  processing: { rounds: 1, entities: 20 },
  population: { models: 200, versions: 1_000, ledgerEvents: 1_000 },
  reads: { rounds: 2, warmUp: 1 },
  gates: { rounds: 3, warmUp: 1 },
};
