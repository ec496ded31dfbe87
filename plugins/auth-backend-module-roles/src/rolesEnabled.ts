import { Config } from '@backstage/config';

const DEVELOPMENT_ENVIRONMENTS = ['development', 'test'];

/**
 * Entering without a password is only ever right on a developer's own machine. Both switches must
 * say so, and an unset NODE_ENV counts as production.
 */
export function rolesEnabled(options: {
  nodeEnv: string | undefined;
  config: Config;
}): boolean {
  const { nodeEnv, config } = options;
  return (
    nodeEnv !== undefined &&
    DEVELOPMENT_ENVIRONMENTS.includes(nodeEnv) &&
    config.getOptionalBoolean('auth.providers.roles.enabled') === true
  );
}
