import type { RegistryBindingRule } from '@understudy/plugin-ml-common';
import { SampleServerId } from '../generate/types';
import { storeRecordPattern } from '../records/demandByStore';

/** One registry server of the sample organisation. */
export interface SampleServer {
  id: SampleServerId;
  title: string;
  bindingRules: RegistryBindingRule[];
}

/** The registry servers of the sample organisation. */
export const sampleServers: SampleServer[] = [
  {
    id: 'eu-prod',
    title: 'eu-prod (sample registry)',
    bindingRules: [
      {
        pattern: storeRecordPattern,
        name: 'demand-forecast',
        environment: 'production',
        variant: 'store={store}',
      },
    ],
  },
  { id: 'us-prod', title: 'us-prod (sample registry)', bindingRules: [] },
  { id: 'research', title: 'research (sample registry)', bindingRules: [] },
];
