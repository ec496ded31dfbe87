import { Contract } from '@understudy/contracts';
import { ContractConsumer } from '@understudy/plugin-ml-common';

/** A consumer with what it expects, told or worked out. */
export interface KnownConsumer extends ContractConsumer {
  /** Absent where it says nothing and the provider has no contract to work it out from. */
  contract?: Contract;
  /** The same while the contract is: hashing all of it takes longer than judging it. */
  contractKey?: string;
}

/** All consumers that are known. */
export interface KnownConsumers {
  /** Sorted by ref. */
  consumers: KnownConsumer[];
  /** False where there may be more: too many, or a source did not answer. */
  complete: boolean;
}

/** What callers are shown of a consumer. */
export function toContractConsumer(consumer: KnownConsumer): ContractConsumer {
  const { contract: _, contractKey: __, ...shown } = consumer;
  return shown;
}
