import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, RELATION_MEMBER_OF } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { mlModelRegisterPermission } from '@understudy/plugin-ml-common';
import { inBatches } from '../../database/inBatches';
import { ownerOf } from '../../models/ModelAccess';
import { Actor } from '../../promotion/Actor';
import { GroupMembers } from '../../promotion/GroupMembers';
import { StoredToken } from '../../tokens/RegistryTokenStore';
import { chooseOwner } from './chooseOwner';
import { findModelsByName } from './findModelsByName';
import { RegistryCaller } from './RegistryCaller';

/**
 * A person by their registry token. The platform cannot be asked what they may,
 * as it knows no credentials of theirs. So they may what owners may, and only
 * with what belongs to them or to a group that they are in right now.
 */
export class TokenCaller implements RegistryCaller {
  readonly actor: Actor;
  readonly account: string;
  readonly isPerson = true;
  readonly tokenId: string;
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #members: GroupMembers;
  readonly #owned = new Map<string, Promise<boolean>>();
  readonly #token: StoredToken;
  readonly #user: Entity;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    members: GroupMembers;
    token: StoredToken;
    /** The person, as the catalog has them. */
    user: Entity;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#members = options.members;
    this.#token = options.token;
    this.#user = options.user;
    this.tokenId = options.token.id;
    this.account = options.token.person;
    this.actor = { ref: this.account, kind: 'user' };
  }

  async seesAll(): Promise<boolean> {
    return false;
  }

  async findReadable(refs: readonly string[]): Promise<Map<string, Entity>> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const readable = new Map<string, Entity>();
    for (const entityRefs of inBatches([...new Set(refs)])) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs },
        { credentials },
      );
      for (const [index, entity] of items.entries()) {
        if (entity && (await this.owns(ownerOf(entity) ?? ''))) {
          readable.set(entityRefs[index], entity);
        }
      }
    }
    return readable;
  }

  async findByName(name: string): Promise<Entity[]> {
    const found = await findModelsByName(
      this.#catalog,
      name,
      await this.#auth.getOwnServiceCredentials(),
    );
    const owned: Entity[] = [];
    for (const entity of found) {
      if (await this.owns(ownerOf(entity) ?? '')) {
        owned.push(entity);
      }
    }
    return owned;
  }

  async owns(owner: string): Promise<boolean> {
    if (owner === '' || owner === this.account) {
      return owner === this.account;
    }
    const known =
      this.#owned.get(owner) ??
      this.#members.membersOf(owner).then(members => members.has(this.account));
    this.#owned.set(owner, known);
    return await known;
  }

  async requireChange(model: Entity): Promise<void> {
    const owner = ownerOf(model);
    if (!(await this.owns(owner ?? ''))) {
      throw new NotAllowedError(
        `A registry token changes models of its person only; this one belongs to ${owner ?? 'nobody'}`,
      );
    }
  }

  async ownerOfNew(wanted: string | undefined): Promise<string> {
    if (!this.#token.mayRegisterModels) {
      throw new NotAllowedError(
        `You were missing the permission '${mlModelRegisterPermission.name}' when the token was made`,
      );
    }
    const groups = (this.#user.relations ?? [])
      .filter(({ type }) => type === RELATION_MEMBER_OF)
      .map(({ targetRef }) => targetRef);
    return chooseOwner(wanted, [this.account, ...groups], this.account);
  }

  /** That takes somebody who is signed in. */
  async mayRollBack(): Promise<boolean> {
    return false;
  }
}
