import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /**
       * Imports of MLflow servers, by the id of the server in `ml.registries`.
       */
      mlflow?: {
        [id: string]: {
          /**
           * When to import. Every 10 minutes when left out.
           */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
          /** Namespace of imported Models. Default `default`. */
          namespace?: string;
          /** Environment of the records of this server, such as `production`. */
          environment?: string;
          /** Tag of a registered model that names its owner. Default `owner`. */
          ownerTag?: string;
          /**
           * Namespace of groups that an owner tag names without one. Default
           * `default`.
           */
          ownerNamespace?: string;
          /**
           * How long a Model stays in the catalog, marked, after its record has
           * gone from the server, as `P30D` or `{ days: 30 }`. Default 30 days.
           */
          keepGoneFor?: string | { [unit: string]: number };
          /**
           * An import that would lose more than this percentage of the known
           * records waits for somebody to release it. Default 20.
           */
          holdAbovePercent?: number;
          /**
           * Rules that bind records to Models, in order; the first that fits
           * holds. Models that name a record in `spec.registries` go before
           * all rules.
           */
          bindings?: Array<{
            /**
             * Matched against the whole name of the record, in the syntax of
             * RE2. The named groups `model`, `namespace`, `environment` and
             * `variant` give the fields below.
             */
            pattern: string;
            /** Namespace of the Model; may use any group as `{group}`. */
            namespace?: string;
            /** Name of the Model; may use any group as `{group}`. */
            name?: string;
            /** Environment of the record; may use any group as `{group}`. */
            environment?: string;
            /** Variant, such as `store={variant}`; may use any group. */
            variant?: string;
          }>;
          /** Patterns of names of records to leave alone, in the syntax of RE2. */
          ignore?: string[];
          /**
           * Whether the import goes by what people decide about records in the
           * intake of the `ml` backend. Set it to false where there is no such
           * backend. Default true.
           */
          intake?: boolean;
        };
      };
    };
  };
}
