import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  mlIntakeClaimPermission,
  mlIntakeDecidePermission,
  mlIntakeReadPermission,
} from '@understudy/plugin-ml-common';
import { findReadScope, ReadScope } from '../models/readScope';
import { Actor, actorOf } from '../promotion/Actor';

/** Who asks, and what they may do whatever the record. */
export interface IntakeCaller {
  credentials: BackstageCredentials;
  actor: Actor;
  /** What of the catalog they may see. */
  scope: ReadScope;
  /** Whether they may see records without a Model. */
  mayRead: boolean;
  /** Whether they may decide for themselves. */
  mayClaim: boolean;
  /** Whether they may decide for everybody. */
  mayDecide: boolean;
  /** Entity refs that a user owns things through; a service has none. */
  ownerships: ReadonlySet<string>;
}

/** Finds out who asks, with one question to each service of the platform. */
export class IntakeCallers {
  readonly #auth: AuthService;
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    auth: AuthService;
    permissions: PermissionsService;
    userInfo: UserInfoService;
  }) {
    this.#auth = options.auth;
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
  }

  async identify(credentials: BackstageCredentials): Promise<IntakeCaller> {
    const decisions = await this.#permissions.authorize(
      [
        { permission: mlIntakeReadPermission },
        { permission: mlIntakeClaimPermission },
        { permission: mlIntakeDecidePermission },
      ],
      { credentials },
    );
    const [mayRead, mayClaim, mayDecide] = decisions.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    return {
      credentials,
      actor: actorOf(credentials, this.#auth),
      scope: await findReadScope(credentials, {
        auth: this.#auth,
        permissions: this.#permissions,
      }),
      mayRead,
      mayClaim,
      mayDecide,
      ownerships: new Set(
        this.#auth.isPrincipal(credentials, 'user')
          ? (await this.#userInfo.getUserInfo(credentials)).ownershipEntityRefs
          : [],
      ),
    };
  }
}
