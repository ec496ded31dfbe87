import { NotAllowedError } from '@backstage/errors';

/**
 * Made-up versions must never stand beside real ones: throws unless NODE_ENV
 * says that this is a developer's machine or a test.
 */
export function assertDevelopment(nodeEnv: string | undefined): void {
  if (nodeEnv !== 'development' && nodeEnv !== 'test') {
    throw new NotAllowedError(
      `The sample registry starts only with NODE_ENV development or test, not with '${nodeEnv ?? ''}'`,
    );
  }
}
