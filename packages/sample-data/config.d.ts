import { HumanDuration } from '@backstage/types';

export interface Config {
  /** The sample organisation of the demo portal. */
  sampleData?: {
    /**
     * The folder in which the sample registry keeps the aliases that were
     * moved, relative to the working directory of the backend.
     */
    directory: string;
    /**
     * How often the sample servers are read, such as `5m`; every 20 seconds
     * when left out, so that a new portal fills quickly.
     */
    interval?: HumanDuration | string;
    /**
     * Whether to fill a new portal with promotions, asked for and approved by
     * the development roles. Needs the roles to be enabled. Off by default.
     */
    history?: boolean;
    /**
     * Whether to add evaluations, artifacts, baselines, provenance and cards to
     * some versions, as the development roles. Needs the roles to be enabled.
     * Off by default.
     */
    evidence?: boolean;
    /**
     * Whether to send the OpenLineage events of the sample organisation's jobs
     * to the lineage backend at every start: those of the last three weeks, of
     * which a portal keeps what it does not have. Off by default.
     */
    lineage?: boolean;
  };
}
