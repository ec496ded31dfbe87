/** A dataset or job, as an event names it. */
export interface EventName {
  kind: 'dataset' | 'job';
  namespace: string;
  name: string;
}

interface Where {
  /** Both when missing. */
  kind?: EventName['kind'];
  /** Pattern for the whole namespace. */
  namespace?: string;
  /** Pattern for the whole name. */
  name?: string;
}

/** Says that names are spelled differently elsewhere. */
export interface AliasRule extends Where {
  /** The usual spelling; `{group}` is a named group of the patterns. */
  to: { namespace?: string; name?: string };
}

/** Says which names are parts of one thing. */
export interface PartitionRule extends Where {
  /** The group `name` stays; the group `partition` says which part it is. */
  name: string;
}

/** Says which environment names belong to. */
export interface EnvironmentRule extends Where {
  environment: string;
}

/** All that a portal says about names. */
export interface NameRulesConfig {
  /** Raised with every change where several backends may run with different rules. */
  version: number;
  aliases: AliasRule[];
  partitions: PartitionRule[];
  environments: EnvironmentRule[];
  defaultEnvironment: string;
}
