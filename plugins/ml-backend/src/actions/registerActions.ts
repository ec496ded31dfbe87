import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ModelListService } from '../models/ModelListService';
import { AuthorizedContractService } from '../contracts/AuthorizedContractService';
import { AuthorizedRegistryService } from '../registry/AuthorizedRegistryService';
import { createCheckContractAction } from './createCheckContractAction';
import { createDescribeModelVersionsAction } from './createDescribeModelVersionsAction';
import { createFindModelsAction } from './createFindModelsAction';

/**
 * Registers what agents may do. Only reading: nothing that decides about a
 * model is open to them.
 */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  contracts: AuthorizedContractService;
  models: ModelListService;
  registry: AuthorizedRegistryService;
}): void {
  createFindModelsAction(options);
  createDescribeModelVersionsAction(options);
  createCheckContractAction(options);
}
