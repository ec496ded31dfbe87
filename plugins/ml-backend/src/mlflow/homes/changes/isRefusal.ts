import { RegistryRefusedError } from '@understudy/plugin-ml-node';
import { MlflowError } from '../../protocol/MlflowError';

/**
 * Whether an error says that nothing was changed: the server said no, or was
 * not asked. One that failed at it may have changed something before.
 */
export function isRefusal(error: unknown): boolean {
  return error instanceof RegistryRefusedError
    ? error.status < 500
    : error instanceof MlflowError;
}
