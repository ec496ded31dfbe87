import { Entity } from '@backstage/catalog-model';
import { readEntityContracts } from '@understudy/plugin-ml-common';
import { currentContract } from '../store/currentContract';
import { StoredContract } from '../store/StoredContract';
import { ConsumerFacts, describeConsumer } from './describeConsumer';
import { KnownConsumer } from './KnownConsumer';

/** Describes consumers of one provider, one after the other. Pure. */
export function consumerDescriber(
  { ref, entity }: { ref: string; entity?: Entity },
  history: readonly StoredContract[],
): (
  facts: Omit<
    ConsumerFacts,
    'provider' | 'offered' | 'served' | 'byLabel' | 'current'
  >,
) => KnownConsumer {
  const common = {
    provider: ref,
    offered: new Map(history.map(stored => [stored.version, stored])),
    served: history
      .filter(({ status }) => status === 'active' || status === 'deprecated')
      .map(({ version }) => version),
    byLabel: contractsByLabel(entity),
    current: currentContract(history)?.version,
  };
  return facts => describeConsumer({ ...common, ...facts });
}

/** The numbers of the contracts that versions of a feature view declare. */
function contractsByLabel(entity: Entity | undefined): Map<string, string> {
  const labels = new Map<string, string>();
  for (const { label, contract } of entity ? readEntityContracts(entity) : []) {
    if (label !== undefined && contract) {
      labels.set(label, contract.metadata.version);
    }
  }
  return labels;
}
