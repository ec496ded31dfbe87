export interface Config {
  /** The sample organisation of the demo portal. */
  sampleData?: {
    /**
     * The folder in which the sample registry keeps the aliases that were
     * moved, relative to the working directory of the backend.
     */
    directory: string;
    /**
     * Whether to fill a new portal with promotions, asked for and approved by
     * the development roles. Needs the roles to be enabled. Off by default.
     */
    history?: boolean;
  };
}
