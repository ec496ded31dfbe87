import { createApiFactory, fetchApiRef } from '@backstage/core-plugin-api';
import { contractApiRef } from './ContractApi';
import { ContractClient } from './ContractClient';

/** Reads contracts from the `ml` backend, in either frontend system. */
export const contractApiFactory = createApiFactory({
  api: contractApiRef,
  deps: { fetchApi: fetchApiRef },
  factory: ({ fetchApi }) => new ContractClient({ fetchApi }),
});
