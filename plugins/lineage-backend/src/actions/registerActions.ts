import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { AuthorizedLineageReader } from '../graph/AuthorizedLineageReader';
import { ImpactService } from '../impact/ImpactService';
import { createFindLineageImpactAction } from './createFindLineageImpactAction';
import { createGetLineageAction } from './createGetLineageAction';

/** Registers what agents may do: only reading. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  impact: ImpactService;
  lineage: AuthorizedLineageReader;
}): void {
  createGetLineageAction(options);
  createFindLineageImpactAction(options);
}
