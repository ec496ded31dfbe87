import { ServiceUnavailableError } from '@backstage/errors';
import { MlflowError, MlflowResponseError } from '@understudy/mlflow-client';
import { RegistryRefusedError } from '@understudy/plugin-ml-node';

/**
 * Makes a call to a server. Throws RegistryRefusedError with what the server
 * says when it refuses, and ServiceUnavailableError when it cannot be asked or
 * does not let the portal.
 */
export async function asRegistryError<T>(
  title: string,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof MlflowResponseError) {
      throw new RegistryRefusedError(error.serverMessage, {
        status: error.status,
        code: error.errorCode,
      });
    }
    if (error instanceof MlflowError) {
      throw new ServiceUnavailableError(`${title}: ${error.message}`, error);
    }
    throw error;
  }
}
