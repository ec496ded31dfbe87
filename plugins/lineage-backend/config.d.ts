import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  lineage?: {
    /**
     * An observed connection is part of the graph as long as it was seen within
     * this time before the latest event of its own job. ISO 8601. Default: P30D.
     */
    edgeWindow?: string;
    ingest?: {
      /**
       * Refuse what the OpenLineage specification does not allow, such as run ids
       * that are no UUIDs, instead of making sense of it. Default: false.
       */
      strict?: boolean;
      /**
       * With so many events waiting to be put into the graph, senders are asked
       * to come back later. Default: 1000000.
       */
      maxBacklog?: number;
    };
    retention?: {
      /**
       * How long events are kept as they were sent once they are in the graph.
       * ISO 8601. Default: P90D.
       */
      events?: string;
      /** How long runs are kept. ISO 8601. Default: P400D. */
      runs?: string;
    };
    mapping?: {
      /**
       * How often the names of entities are read from the catalog and other
       * sources. Default: every minute, first five seconds after the start.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
