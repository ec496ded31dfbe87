import { ServiceUnavailableError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PermissionApi } from '@backstage/plugin-permission-react';
import { LineageApi } from '../src/api/LineageApi';
import { generateWorld } from '../src/__testUtils__/generateWorld';
import { MemoryLineageApi } from '../src/__testUtils__/MemoryLineageApi';
import { SAMPLE, sampleWorld } from '../src/__testUtils__/sampleWorld';
import { World } from '../src/__testUtils__/World';

/**
 * What the pages are shown with: `data`, `empty`, `error`, or a number of nodes
 * such as `300`. Choose in the browser's console with
 * `localStorage.setItem('lineage-dev-state', '300')`.
 */
const state = window.localStorage.getItem('lineage-dev-state') ?? 'data';
const size = Number(state);

/** The world that the pages show. */
export const world: World & { root: string } =
  Number.isFinite(size) && size > 0
    ? generateWorld(size)
    : { ...sampleWorld(), root: SAMPLE.transactions };

export function createSampleLineageApi(): LineageApi {
  const api = new MemoryLineageApi(
    state === 'empty' ? { ...world, nodes: [], edges: [] } : world,
  );
  return state === 'error' ? refusing(api) : api;
}

/** There is no backend to ask; whoever develops the pages may do everything. */
export function createSamplePermissionApi(): PermissionApi {
  return { authorize: async () => ({ result: AuthorizeResult.ALLOW }) };
}

/** An API of which every call fails as it does while the backend is down. */
function refusing<T extends object>(api: T): T {
  return new Proxy(api, {
    get: () => async () => {
      throw new ServiceUnavailableError('The backend is being restarted');
    },
  });
}
