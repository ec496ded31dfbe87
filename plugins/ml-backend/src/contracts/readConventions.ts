import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  ContractConventions,
  lintContract,
  validateConventions,
} from '@understudy/contracts';

const KEY = 'ml.contracts.conventions';

/**
 * What the portal asks of the form of contracts. Throws InputError for
 * conventions that are mistyped: nobody would notice that they ask for nothing.
 */
export function readConventions(config: Config): ContractConventions {
  const { conventions, problems } = validateConventions(
    config.getOptional(KEY) ?? {},
  );
  if (!conventions) {
    throw new InputError(
      `${KEY}: ${problems.map(({ pointer, message }) => `${pointer}: ${message}`).join('; ')}`,
    );
  }
  try {
    // Patterns are compiled when they are first used, which is now.
    lintContract(
      {
        apiVersion: 'understudy.dev/v1alpha1',
        kind: 'InterfaceContract',
        metadata: { name: 'none', version: '1.0.0', status: 'draft' },
        spec: { subject: 'model:default/none', role: 'provider', ports: [] },
      },
      conventions,
    );
  } catch (error) {
    throw new InputError(`${KEY}: a pattern cannot be read`, error);
  }
  return conventions;
}
