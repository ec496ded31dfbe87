import {
  checkStaleness,
  Contract,
  diffContracts,
  Finding,
} from '@understudy/contracts';

/** Differences that one finding tells in full. */
const SHOWN = 3;

/**
 * Where data is not as its contract says: one finding for each port, with what
 * the first differences are in words.
 *
 * @param aligned - the contract as it would be if it said what was observed.
 */
export function observedDifferences(options: {
  contract: Contract;
  aligned: Contract;
  /** The observed name of the data. */
  table: string;
  production: boolean;
}): Finding[] {
  const { contract, aligned, table, production } = options;
  const differences = diffContracts(contract, aligned).filter(
    ({ severity }) => severity !== 'info',
  );
  return checkStaleness({ contract, live: aligned, production }).map(
    finding => {
      const told = differences.filter(({ port }) => port === finding.port);
      const words = told.slice(0, SHOWN).map(({ message }) => `${message}.`);
      const more = told.length - words.length;
      return {
        ...finding,
        message: [
          `Observed in ${table}, compared with the contract:`,
          ...(words.length > 0 ? words : [`${finding.message}.`]),
          ...(more > 0 ? [`And ${more} more.`] : []),
        ].join(' '),
      };
    },
  );
}
