import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  lineage?: {
    /**
     * An observed connection is part of the graph as long as it was seen within
     * this time before the latest event of its own job. ISO 8601, with months of
     * 30 days. Default: P30D.
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
    events?: {
      /**
       * Topics of the platform's events service that OpenLineage events are taken
       * from. Whoever can publish to them can send events. Default: none.
       */
      topics?: string[];
    };
    retention?: {
      /**
       * How long events are kept as they were sent once they are in the graph.
       * ISO 8601. Default: P90D.
       */
      events?: string;
      /** How long runs and declarations of jobs are kept. ISO 8601. Default: P400D. */
      runs?: string;
    };
    /**
     * What is to be known about names. Other rules take effect at the next start:
     * the graph is made anew from all names that were ever seen. Patterns are
     * regular expressions (RE2) for whole texts.
     */
    names?: {
      /**
       * Raise it with every change where several backends run: those that still
       * have an older version leave new events to those with the newer one.
       * Default: 0.
       */
      version?: number;
      /**
       * Whether to know what is usual as well: `postgresql://` is `postgres://`,
       * parts named by key=value folders or dates, runs named by UUIDs. The rules
       * written here go first. Default: true.
       */
      usual?: boolean;
      /** Names that are spelled differently elsewhere; the first rule that fits. */
      aliases?: Array<{
        /** Default: both. */
        kind?: 'dataset' | 'job';
        /** Pattern for the namespace. */
        namespace?: string;
        /** Pattern for the name. */
        name?: string;
        /** The usual spelling; `{group}` stands for a named group of the patterns. */
        to: {
          namespace?: string;
          name?: string;
        };
      }>;
      /** Names that are parts of one thing; the first rule that fits, again and again. */
      partitions?: Array<{
        /** Default: both. */
        kind?: 'dataset' | 'job';
        /** Pattern for the namespace. */
        namespace?: string;
        /**
         * Pattern for the name: its group `name` is what stays, its group
         * `partition` says which part it is, such as
         * `(?<name>.+)_(?<partition>v[0-9]+)`.
         */
        name: string;
      }>;
      /** Environments that names belong to; the first rule that fits. */
      environments?: Array<{
        /** Default: both. */
        kind?: 'dataset' | 'job';
        /** Pattern for the namespace. */
        namespace?: string;
        /** Pattern for the name, after folding. */
        name?: string;
        environment: string;
      }>;
      /**
       * Where names belong of which no rule and no entity says anything, and what
       * is shown where no environment is asked for. Default: production.
       */
      defaultEnvironment?: string;
    };
    memory?: {
      /**
       * The graph is held in memory as long as it takes no more than this, some 24
       * bytes for each connection: questions about everything that depends on
       * something are then answered many times faster. 0 switches it off.
       * Default: 256.
       */
      maxMegabytes?: number;
    };
    drafts?: {
      /** What a dataset without an entity is drafted as. Default: Dataset. */
      datasetKind?: 'Dataset' | 'Resource';
    };
    mapping?: {
      /**
       * How often the names and relations of entities are read from the catalog,
       * and names from other sources. Default: every minute, first five seconds after the start.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
