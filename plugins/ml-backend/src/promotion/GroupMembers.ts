import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { inBatches } from '../database/inBatches';

const MAX_DEPTH = 10;
const MAX_GROUPS = 500;
const MAX_MEMBERS = 5000;

/** Answers who belongs to a group right now. */
export interface GroupMembers {
  /**
   * Refs of the users that belong to a group or to any group below it. For
   * the ref of a user: that user, while it is in the catalog.
   */
  membersOf(ref: string): Promise<Set<string>>;
}

/**
 * Reads members from the catalog, never from a cache. Follows the relations of
 * groups by their refs: the catalog looks refs up in an index, but goes through
 * all its entities to find out which of them have a relation.
 */
export class CatalogGroupMembers implements GroupMembers {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;

  constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  async membersOf(ref: string): Promise<Set<string>> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    if (parseEntityRef(ref).kind.toLowerCase() === 'user') {
      const user = await this.#catalog.getEntityByRef(ref, { credentials });
      return new Set(user ? [stringifyEntityRef(user)] : []);
    }
    const members = new Set<string>();
    const groups = new Set([ref]);
    const users = new Set<string>();
    let level = [ref];
    // The users in the groups of one level are read with the next one.
    for (
      let depth = 0;
      depth <= MAX_DEPTH + 1 && level.length > 0;
      depth += 1
    ) {
      const below = new Set<string>();
      for (const entity of await this.#read(level)) {
        if (entity.kind === 'User') {
          members.add(stringifyEntityRef(entity));
        }
        for (const { type, targetRef } of entity.relations ?? []) {
          const known = {
            [RELATION_HAS_MEMBER]: users,
            [RELATION_PARENT_OF]: groups,
          }[type];
          if (known && !known.has(targetRef)) {
            known.add(targetRef);
            below.add(targetRef);
          }
        }
      }
      requireBound(ref, { groups, users });
      level = [...below];
    }
    return members;
  }

  /** What is there of some users and groups: a group may name who has left. */
  async #read(refs: readonly string[]): Promise<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const found: Entity[] = [];
    for (const entityRefs of inBatches(refs)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs,
          fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
        },
        { credentials },
      );
      found.push(...items.filter(item => item !== undefined));
    }
    return found;
  }
}

/** Leaving some out unsaid would take somebody's right to decide. */
function requireBound(
  ref: string,
  { groups, users }: Record<'groups' | 'users', Set<string>>,
): void {
  if (groups.size > MAX_GROUPS) {
    throw new Error(
      `Group '${ref}' has more than ${MAX_GROUPS} groups below it`,
    );
  }
  if (users.size > MAX_MEMBERS) {
    throw new Error(`Group '${ref}' has more than ${MAX_MEMBERS} members`);
  }
}
