import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ModelListService } from '../models/ModelListService';
import { AuthorizedContractService } from '../contracts/AuthorizedContractService';
import { AuthorizedRegistryService } from '../registry/AuthorizedRegistryService';
import { VersionSearch } from '../versionSearch/createVersionSearch';
import { createCheckContractAction } from './createCheckContractAction';
import { createDescribeModelVersionsAction } from './createDescribeModelVersionsAction';
import { createFindModelsAction } from './createFindModelsAction';
import { createFindVersionsAction } from './createFindVersionsAction';

/**
 * Registers what agents may do. Only reading: nothing that decides about a
 * model is open to them.
 */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  contracts: AuthorizedContractService;
  models: ModelListService;
  registry: AuthorizedRegistryService;
  versionSearch: VersionSearch;
}): void {
  createFindModelsAction(options);
  createFindVersionsAction({ ...options, ...options.versionSearch });
  createDescribeModelVersionsAction(options);
  createCheckContractAction(options);
}
