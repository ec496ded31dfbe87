import { MlflowKeyValue } from '@understudy/mlflow-client';

/** A logged model has its own parameters first, then those of its run. */
export function mergeParams(
  ofRun: MlflowKeyValue[] = [],
  ofModel: MlflowKeyValue[] = [],
): MlflowKeyValue[] {
  const merged = new Map<string, MlflowKeyValue>();
  for (const param of [...ofRun, ...ofModel]) {
    merged.set(param.key, param);
  }
  return [...merged.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
