import { ContractFacts } from '../../promotion/gates/contractGate';
import { ContractFactsRequest } from './ContractFactsRequest';
import { ContractGateReader } from './ContractGateReader';

/**
 * Stands in for the reader until there is one: promotions ask contracts at
 * their gates, and contracts need the policies that come with promotions.
 */
export class LateContractGate {
  #reader: ContractGateReader | undefined;

  use(reader: ContractGateReader): void {
    this.#reader = reader;
  }

  async read(
    requests: readonly ContractFactsRequest[],
  ): Promise<ContractFacts[]> {
    if (!this.#reader) {
      throw new Error('Contracts are asked before they are there');
    }
    return await this.#reader.read(requests);
  }
}
