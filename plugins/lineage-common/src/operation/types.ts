/**
 * An event that was accepted and could not be put into the graph.
 *
 * @public
 */
export interface LineageDeadLetter {
  id: string;
  kind: 'run' | 'job' | 'dataset';
  /** ISO 8601, UTC. */
  receivedAt: string;
  /** ISO 8601, UTC. */
  eventTime: string;
  runId?: string;
  attempts: number;
  error: string;
  bytes: number;
  /** As it is kept, secrets removed; missing when it is too large to be listed. */
  event?: unknown;
}

/**
 * A page of dead letters, oldest first.
 *
 * @public
 */
export interface LineageDeadLetterPage {
  items: LineageDeadLetter[];
  /** Gives the next page; missing on the last. */
  nextCursor?: string;
}

/**
 * How taking in events goes.
 *
 * @public
 */
export interface LineageStatus {
  /** Events that wait to be put into the graph, counted up to 100,000. */
  backlog: number;
  /** ISO 8601, UTC: when events were last put into the graph. */
  lastDrainedAt?: string;
  /** Counted up to 100,000; missing when the caller may not see dead letters. */
  deadLetters?: number;
}

/**
 * What came of telling the owners of what a change touches.
 *
 * @public
 */
export interface LineageImpactNotice {
  /** How many owners were told. */
  owners: number;
  /** Owners who could not be told. */
  failed: number;
  /** Things that nobody owns. */
  unowned: number;
  /** False when some of what is touched may not be seen by the caller, or there were more owners than are told at once. */
  complete: boolean;
}
