import { useRouteRef } from '@backstage/core-plugin-api';
import {
  datasetVersionRouteRef,
  featureViewVersionRouteRef,
  versionRouteRef,
} from '../routes';
import { modelParams } from './modelPath';
import { versionedKindOf } from './versionedKinds';

/**
 * Where the page of a version of a model, feature view or dataset is; undefined
 * for what has no versions.
 */
export function useVersionPath(): (
  ref: string,
  version: string,
) => string | undefined {
  const paths = {
    model: useRouteRef(versionRouteRef),
    featureview: useRouteRef(featureViewVersionRouteRef),
    dataset: useRouteRef(datasetVersionRouteRef),
  };
  return (ref, version) => {
    const kind = versionedKindOf(ref);
    return kind && paths[kind]({ ...modelParams(ref), version });
  };
}
