/** An event of a batch that was not taken. */
export interface BatchFailure {
  /** Its place in the batch, from 0. */
  index: number;
  reason: string;
  /** The same event may be taken when sent again later. */
  retriable: boolean;
}

/** The answer to a batch, as the OpenLineage specification has it. */
export interface BatchAnswer {
  status: 'success' | 'partial_success';
  summary: {
    received: number;
    successful: number;
    failed: number;
    retriable: number;
    non_retriable: number;
  };
  failed_events: BatchFailure[];
}

export function toBatchAnswer(
  received: number,
  failures: BatchFailure[],
): BatchAnswer {
  const retriable = failures.filter(failure => failure.retriable).length;
  return {
    status: failures.length === 0 ? 'success' : 'partial_success',
    summary: {
      received,
      successful: received - failures.length,
      failed: failures.length,
      retriable,
      non_retriable: failures.length - retriable,
    },
    failed_events: failures,
  };
}
