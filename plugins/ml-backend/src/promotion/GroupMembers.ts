import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

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

/** Reads members from the catalog, never from a cache. */
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
    const groups = new Set([ref]);
    let level = [ref];
    for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth += 1) {
      const below = await this.#find('Group', RELATION_CHILD_OF, level);
      level = below.filter(child => !groups.has(child));
      level.forEach(child => groups.add(child));
      if (groups.size > MAX_GROUPS) {
        throw new Error(
          `Group '${ref}' has more than ${MAX_GROUPS} groups below it`,
        );
      }
    }
    return new Set(await this.#find('User', RELATION_MEMBER_OF, [...groups]));
  }

  /** Entities of a kind that have a relation to any of some groups. */
  async #find(
    kind: string,
    relation: string,
    groups: string[],
  ): Promise<string[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const { items } = await this.#catalog.getEntities(
      {
        filter: { kind, [`relations.${relation}`]: groups },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        limit: MAX_MEMBERS,
      },
      { credentials },
    );
    return items.map((entity: Entity) => stringifyEntityRef(entity));
  }
}
