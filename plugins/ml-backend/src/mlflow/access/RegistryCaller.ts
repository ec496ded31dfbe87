import { Entity } from '@backstage/catalog-model';
import { Actor } from '../../promotion/Actor';

/**
 * Who speaks to the registry, and what they may do there. What is not granted
 * is denied.
 */
export interface RegistryCaller {
  /** As the ledger names them. */
  readonly actor: Actor;
  /** The person or service on whose account it is done. */
  readonly account: string;
  /** A person, whether signed in or by a token of theirs. */
  readonly isPerson: boolean;
  /** Id of the registry token they sent, when it was one. */
  readonly tokenId?: string;

  /** Whether they may see every Model. */
  seesAll(): Promise<boolean>;

  /** Those of some Models that they may see, by ref. */
  findReadable(refs: readonly string[]): Promise<Map<string, Entity>>;

  /** The Models with a name that they may see, in any namespace. */
  findByName(name: string): Promise<Entity[]>;

  /** Whether an owner is them, or a group of theirs. */
  owns(owner: string): Promise<boolean>;

  /** Throws NotAllowedError unless they may change what hangs off a Model. */
  requireChange(model: Entity): Promise<void>;

  /**
   * Who owns a Model that they register anew. Throws NotAllowedError unless
   * they may, and InputError when the owner they ask for is none of theirs.
   */
  ownerOfNew(wanted: string | undefined): Promise<string | undefined>;

  /** Whether they may roll a Model back. */
  mayRollBack(ref: string): Promise<boolean>;
}
