import { ServiceUnavailableError } from '@backstage/errors';

/** Makes one call of an API fail as it does while the backend is down. */
export function failing<T, K extends keyof T & string>(api: T, call: K): T {
  Object.assign(api as object, {
    [call]: async () => {
      throw new ServiceUnavailableError('The database is being restarted');
    },
  });
  return api;
}
