import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { LedgerEventData } from '@understudy/plugin-ml-common';

/** Who did something, as the ledger names them. */
export type Actor = LedgerEventData['actor'];

/** The backend itself. */
export const systemActor: Actor = { ref: 'system:ml', kind: 'system' };

/** The caller, with the user an agent speaks for. */
export function actorOf(
  credentials: BackstageCredentials,
  auth: AuthService,
): Actor {
  if (auth.isPrincipal(credentials, 'user')) {
    const { userEntityRef, actor } = credentials.principal;
    return actor
      ? { ref: actor.subject, kind: 'service', onBehalfOf: userEntityRef }
      : { ref: userEntityRef, kind: 'user' };
  }
  if (auth.isPrincipal(credentials, 'service')) {
    return { ref: credentials.principal.subject, kind: 'service' };
  }
  throw new NotAllowedError('Sign in, or send a token of a service');
}

/** The person or service on whose account an actor acts. */
export function accountOf(actor: Actor): string {
  return actor.onBehalfOf ?? actor.ref;
}

/**
 * The signed-in person who decides. A service, or an agent that speaks for a
 * person, never decides, whatever its permissions.
 *
 * @param what - what only a person does, for the error.
 */
export function requirePerson(
  credentials: BackstageCredentials,
  auth: AuthService,
  what = 'approve or reject',
): string {
  if (!auth.isPrincipal(credentials, 'user')) {
    throw new NotAllowedError(
      `Only a signed-in person can ${what}, not a service`,
    );
  }
  const { userEntityRef, actor } = credentials.principal;
  if (actor) {
    throw new NotAllowedError(
      `Only a signed-in person can ${what}; '${actor.subject}' acts for '${userEntityRef}'`,
    );
  }
  return userEntityRef;
}
