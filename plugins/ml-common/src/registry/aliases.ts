import { PromotionTarget } from './types';

/**
 * A version as sentences name it.
 *
 * @public
 */
export interface NamedVersion {
  versionId: string;
  label: string;
}

/**
 * That an alias was set, moved or taken off: `GET .../alias-history`.
 *
 * @public
 */
export interface AliasChange {
  /** ULID. */
  id: string;
  alias: string;
  /** Id of the registry server, `portal` for the portal's own. */
  server: string;
  /** Name of the record, verbatim. */
  record: string;
  /** Absent where the alias was not set before. */
  from?: NamedVersion;
  /** Absent where the alias was taken off. */
  to?: NamedVersion;
  /** When it was done or, from `outside`, first seen; ISO 8601. */
  at: string;
  /**
   * `promotion`: the portal moved it, by a decision; `client`: through the
   * portal's own registry API; `outside`: somebody moved it in the registry.
   */
  via: 'promotion' | 'client' | 'outside';
  /** A user's entity ref or the subject of a service, where known. */
  by?: string;
  promotionId?: string;
}

/**
 * An alias that stands for a place - it says which version is champion where -
 * and that points elsewhere than what was decided: `GET .../alias-drift`.
 *
 * @public
 */
export interface AliasDrift {
  /** ULID. */
  id: string;
  model: string;
  alias: string;
  server: string;
  record: string;
  stage: string;
  target: PromotionTarget;
  /** What was decided; absent where nothing was. */
  decided?: NamedVersion;
  /** Where the alias points; absent where it was taken off. */
  found?: NamedVersion;
  /** When it was first seen, ISO 8601. */
  since: string;
  /** `open`, `reported` (known, and left as it is), or how it ended. */
  state: 'open' | 'reported' | 'adopted' | 'reverted' | 'resolved';
  /** What was chosen and is not done yet. */
  wanted?: Exclude<AliasDriftChoice, 'report'>;
  /** The promotion that was asked for to adopt what was found. */
  promotionId?: string;
  /** Who chose what was done, and why. */
  choice?: { by: string; at: string; reason: string };
  /** What the caller may choose. */
  may: AliasDriftChoice[];
  /** For each other choice: why not, whose decision it is and what to do. */
  notAllowed?: { choice: AliasDriftChoice; reason: string }[];
}

/**
 * What to do about a drift: `report` leaves it and says that it is known,
 * `adopt` asks for a promotion of what was found, `revert` has the alias put
 * back to what was decided.
 *
 * @public
 */
export type AliasDriftChoice = 'report' | 'adopt' | 'revert';
