export interface Config {
  ml?: {
    /**
     * The metric dictionary: gives the metrics of different teams one name, so
     * that versions can be compared and policies can speak of them.
     */
    metrics?: Array<{
      /** The name that is shown and that policies use, such as `auc`. */
      name: string;
      /** Other spellings of it. Letter case does not matter. */
      aliases?: string[];
      /** What it is measured in, such as `ms`. */
      unit?: string;
      /** Which way is better. */
      direction?: 'higher' | 'lower';
    }>;
    /**
     * The risk tiers of uses of models, from lowest to highest. Default:
     * minimal, limited, high, critical.
     */
    riskTiers?: string[];
    /** What the backend itself wants to know of each registry. */
    registries?: {
      [id: string]: {
        /**
         * What is done by itself about an alias that somebody moved away from
         * what was decided: `report` tells of it, `adopt` asks for a promotion
         * of what was found, `revert` puts it back. Default: report.
         */
        drift?: 'report' | 'adopt' | 'revert';
        /**
         * What the registry signs its webhooks with; at least 16 characters.
         * Without it the backend takes none of it.
         * @visibility secret
         */
        webhookSecret?: string;
      };
    };
    /** Files with promotion policies. See the guide "Write a promotion policy". */
    policies?: Array<{
      /**
       * A URL that the portal's integrations can read, or a path, relative
       * ones being seen from the folder the backend runs in.
       */
      target: string;
    }>;
  };
}
