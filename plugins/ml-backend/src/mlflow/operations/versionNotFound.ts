import { MlflowError } from '../protocol/MlflowError';

/** What clients are told of a version that is not there. */
export function versionNotFound(name: string, number: number): MlflowError {
  return new MlflowError(
    'RESOURCE_DOES_NOT_EXIST',
    `Model version (name=${name}, version=${number}) not found`,
  );
}
