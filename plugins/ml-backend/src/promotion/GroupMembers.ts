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
const MAX_FOUND = 5000;

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
    const members = new Set<string>();
    const groups = new Set([ref]);
    let level = [ref];
    for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
      const below: string[] = [];
      for (const entity of await this.#findBelow(level)) {
        const found = stringifyEntityRef(entity);
        if (entity.kind === 'User') {
          members.add(found);
        } else if (!groups.has(found)) {
          groups.add(found);
          below.push(found);
        }
      }
      if (groups.size > MAX_GROUPS) {
        throw new Error(
          `Group '${ref}' has more than ${MAX_GROUPS} groups below it`,
        );
      }
      level = below;
    }
    return members;
  }

  /** Users in any of some groups, and the groups right below them. */
  async #findBelow(groups: string[]): Promise<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const { items } = await this.#catalog.getEntities(
      {
        filter: [
          { kind: 'User', [`relations.${RELATION_MEMBER_OF}`]: groups },
          { kind: 'Group', [`relations.${RELATION_CHILD_OF}`]: groups },
        ],
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        limit: MAX_FOUND,
      },
      { credentials },
    );
    if (items.length === MAX_FOUND) {
      // Leaving some out unsaid would take somebody's right to decide.
      throw new Error(
        `There are ${MAX_FOUND} or more members and groups right below ${groups.join(', ')}`,
      );
    }
    return items;
  }
}
