import type {
  BindingPattern,
  CompiledBindingRule,
} from '@understudy/plugin-ml-common';

/**
 * How the records of one server become Models.
 *
 * @public
 */
export interface ImportRules {
  /** Id of the server, as in `ml.registries`. */
  server: string;
  /** Where imported entities come from, as the catalog writes locations. */
  location: string;
  /** Namespace of imported Models. */
  namespace: string;
  /** Environment of records of which nothing else is said. */
  environment?: string;
  rules: readonly CompiledBindingRule[];
  /** Names of records to leave alone. */
  ignore: readonly BindingPattern[];
  /** Tag of a record that names its owner. */
  ownerTag: string;
  /** Namespace of groups that an owner tag names without one. */
  ownerNamespace: string;
  /** How long a Model stays after its record has gone, in milliseconds. */
  keepGoneForMs: number;
  /** The record in the registry's own pages, where it has any. */
  linkTo?: (record: { name: string; kind: 'model' | 'prompt' }) => {
    title: string;
    url: string;
  };
}
