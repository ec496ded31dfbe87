import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ModelListService } from '../models/ModelListService';
import { AuthorizedRegistryService } from '../registry/AuthorizedRegistryService';
import { createDescribeModelVersionsAction } from './createDescribeModelVersionsAction';
import { createFindModelsAction } from './createFindModelsAction';

/**
 * Registers what agents may do. Only reading: nothing that decides about a
 * model is open to them.
 */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  models: ModelListService;
  registry: AuthorizedRegistryService;
}): void {
  createFindModelsAction(options);
  createDescribeModelVersionsAction(options);
}
