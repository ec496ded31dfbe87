import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** A file of this program. */
export function ownFile(path: string): string {
  return resolvePackagePath('@understudy/benchmarks', path);
}

/** A file of the repository. */
export function repositoryFile(path: string): string {
  return ownFile(`../${path}`);
}
