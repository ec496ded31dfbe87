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
    /** Who signs files of versions. See the guide "Sign the files of a version". */
    signatures?: {
      /** At most 20. */
      keys?: Array<{
        /** What policies and pages call the key, such as `ci-2026`. */
        id: string;
        /** Whose key it is, as people know it. */
        title?: string;
        /** Ed25519, ECDSA (P-256, P-384, P-521) or RSA from 2048 bits, in PEM form. */
        publicKey: string;
      }>;
    };
    /** Contracts of models, feature views and datasets. */
    contracts?: {
      /** What the portal asks of the form of contracts; shown, never refused. */
      conventions?: {
        /** Patterns in the syntax of RE2, matched against the whole name. */
        naming?: {
          /** Of fields at any depth. */
          fields?: string;
          ports?: string;
          contracts?: string;
          /** How the names of top-level fields start, by entity ref of the owner. */
          fieldPrefixes?: Array<{ owner: string; prefix: string }>;
        };
        /** Metadata that has to be there. */
        required?: Array<'owner' | 'title' | 'description' | 'source'>;
        /** What each field has to say about itself. */
        requiredOfFields?: Array<
          'description' | 'unit' | 'classification' | 'semanticType'
        >;
        versioning?: {
          /** `0.y.z` may be used; unless `false`. */
          allowInitial?: boolean;
          /** Pre-releases may be used; unless `false`. */
          allowPrerelease?: boolean;
        };
        /** What a contract may declare; any unless said. */
        packaging?: {
          protocols?: string[];
          flavors?: string[];
          serializations?: string[];
        };
      };
    };
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
