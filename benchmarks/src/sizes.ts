import { CheckSize } from './contracts/measureCheck';
import { ContractsSize } from './contracts/measureContracts';
import { ClosureSize } from './lineage/closure/measureClosure';
import { CsvSize } from './lineage/csv/measureCsv';
import { FieldsSize } from './lineage/fields/measureFields';
import { FloodSize } from './lineage/flood/measureFlood';
import { HistorySize } from './lineage/history/measureHistory';
import { LineageIngestSize } from './lineage/ingest/measureIngest';
import { LayoutSize } from './lineage/layout/measureLayout';
import { LineageReadsSize } from './lineage/reads/measureReads';
import { TransferSize } from './lineage/transfer/measureTransfer';
import { PopulationSize } from './population/Population';

/** How much is measured, and how often. */
export interface Sizes {
  processing: { rounds: number; entities: number };
  population: PopulationSize;
  reads: { rounds: number; warmUp: number };
  searches: { rounds: number; warmUp: number };
  gates: { rounds: number; warmUp: number };
  lineageReads: LineageReadsSize;
  lineageHistory: HistorySize;
  lineageTransfer: TransferSize;
  lineageClosure: ClosureSize;
  lineageFields: FieldsSize;
  lineageCsv: CsvSize;
  lineageIngest: LineageIngestSize;
  lineageFlood: FloodSize;
  lineageLayout: LayoutSize;
  contracts: ContractsSize;
  contractCheck: CheckSize;
}

/** What the promises are about. */
export const fullSizes: Sizes = {
  processing: { rounds: 5, entities: 200 },
  population: { models: 10_000, versions: 100_000, ledgerEvents: 1_000_000 },
  reads: { rounds: 50, warmUp: 5 },
  // For minutes: what the portal does each minute is part of what people wait for, and
  // what it does after its start is not.
  searches: { rounds: 200, warmUp: 20 },
  gates: { rounds: 80, warmUp: 5 },
  lineageReads: {
    jobs: [1_250, 10_000, 125_000],
    compared: 10_000,
    isAtRest: true,
    // What is known of people is kept for five seconds.
    neighbourhoods: {
      readers: 25,
      rounds: 500,
      warmUp: 50,
      leastRoundMs: 220,
    },
    peer: { rounds: 40, warmUp: 5 },
    wholeComponent: { rounds: 20, warmUp: 3, giveUpMs: 60_000 },
  },
  lineageHistory: {
    jobs: 10_000,
    days: 31,
    isAtRest: true,
    rounds: 100,
    warmUp: 10,
  },
  lineageTransfer: {
    levels: [1, 9, 60, 280, 650],
    latencyMs: 20,
    rounds: 20,
    warmUp: 3,
  },
  lineageClosure: { edges: 10_000_000, rounds: 10, warmUp: 2 },
  lineageFields: {
    proven: 10,
    rungs: [20, 200, 1_000],
    giveUpMs: 60_000,
    rounds: 10,
    warmUp: 2,
  },
  lineageCsv: { jobs: 65_000, isAtRest: true, rounds: 20, warmUp: 3 },
  lineageIngest: {
    throughput: { rounds: 5, singles: 2_000, batched: 5_000, batch: 100 },
    ordered: 5_000,
  },
  // What a company with 2,000 runs a minute sends in an hour, of which each has two events
  // or more.
  lineageFlood: { events: 250_000, parts: 5, batch: 100 },
  lineageLayout: {
    arranged: [
      { nodes: 1_000, edges: 1_417, reach: 100, isPromised: true },
      { nodes: 50, edges: 600, reach: 50, isPromised: true },
      // What most people see: so little takes no time to speak of either way.
      { nodes: 300, edges: 425, reach: 60, isPromised: false },
      { nodes: 50, edges: 70, reach: 20, isPromised: false },
    ],
    transformed: { nodes: 5_000, edges: 7_000, reach: 100 },
    rounds: 5,
    warmUp: 1,
  },
  contracts: {
    fields: 2_000,
    consumers: 1_000,
    usedFields: 100,
    rounds: 20,
    warmUp: 3,
  },
  contractCheck: {
    fields: 400,
    consumers: 1_000,
    usedFields: 200,
    rounds: 20,
    warmUp: 3,
  },
};

/** Enough to see that a benchmark works. */
export const quickSizes: Sizes = {
  processing: { rounds: 1, entities: 20 },
  population: { models: 200, versions: 1_000, ledgerEvents: 1_000 },
  reads: { rounds: 2, warmUp: 1 },
  searches: { rounds: 2, warmUp: 1 },
  gates: { rounds: 3, warmUp: 1 },
  lineageReads: {
    jobs: [1_250],
    compared: 1_250,
    isAtRest: false,
    neighbourhoods: { readers: 2, rounds: 3, warmUp: 1, leastRoundMs: 0 },
    peer: { rounds: 2, warmUp: 1 },
    wholeComponent: { rounds: 2, warmUp: 1, giveUpMs: 5_000 },
  },
  lineageHistory: {
    jobs: 1_250,
    days: 4,
    isAtRest: false,
    rounds: 2,
    warmUp: 1,
  },
  lineageTransfer: {
    levels: [1, 3, 8, 20, 28],
    latencyMs: 20,
    rounds: 2,
    warmUp: 1,
  },
  lineageClosure: { edges: 200_000, rounds: 3, warmUp: 1 },
  lineageFields: {
    proven: 6,
    rungs: [20, 50],
    giveUpMs: 1_000,
    rounds: 2,
    warmUp: 1,
  },
  lineageCsv: { jobs: 1_250, isAtRest: false, rounds: 2, warmUp: 1 },
  lineageIngest: {
    throughput: { rounds: 1, singles: 300, batched: 1_000, batch: 100 },
    ordered: 300,
  },
  lineageFlood: { events: 2_000, parts: 2, batch: 100 },
  lineageLayout: {
    arranged: [
      { nodes: 200, edges: 280, reach: 50, isPromised: true },
      { nodes: 30, edges: 150, reach: 30, isPromised: true },
    ],
    transformed: { nodes: 500, edges: 700, reach: 100 },
    rounds: 1,
    warmUp: 1,
  },
  contracts: {
    fields: 200,
    consumers: 20,
    usedFields: 20,
    rounds: 2,
    warmUp: 1,
  },
  contractCheck: {
    fields: 40,
    consumers: 20,
    usedFields: 20,
    rounds: 2,
    warmUp: 1,
  },
};
