import { importAvroSchema } from '@understudy/contracts';
import type { ContractCheck } from '@understudy/plugin-ml-common';
import { BenchmarkDatabase } from '../databases/BenchmarkDatabase';
import { timeTogether } from '../measuring/timeTogether';
import { PortalClient } from '../portal/PortalClient';
import { startPortal } from '../portal/startPortal';
import { Report } from '../results/Report';
import { reportSpeedups } from '../results/reportSpeedups';
import { canResolve } from './canResolve';
import { readerRef, seedConsumers, VIEW } from './seedConsumers';
import { wideContracts, WideContracts } from './wideContracts';

/** What is asked, and how often. */
export interface CheckSize {
  fields: number;
  consumers: number;
  /** Of each consumer. */
  usedFields: number;
  rounds: number;
  warmUp: number;
}

const PROMISE_MS = 1_000;

/**
 * Measures what somebody waits for who asks the portal whom the removal of a
 * field breaks: of another field each time, so that nothing is known already.
 */
export async function measureCheck(options: {
  database: BenchmarkDatabase;
  logFile: string;
  size: CheckSize;
}): Promise<Report[]> {
  const { database, size } = options;
  const contracts = wideContracts({
    ...size,
    provider: VIEW,
    consumer: readerRef,
    port: record => importAvroSchema(record, { name: 'rows' }).port,
  });
  const indexes = Array.from({ length: size.consumers }, (_, index) => index);
  await seedConsumers({
    ...options,
    provider: contracts.provider,
    consumers: indexes.map(contracts.consumerOf),
  });
  const readers = indexes.map(contracts.readerOf);
  const portal = await startPortal(options);
  try {
    const ask = (gone: number) => check(portal.scientist, contracts, gone);
    const peer = (gone: number) => {
      const writer = contracts.writerWithout(gone);
      return readers.filter(reader => !canResolve(reader, writer)).length;
    };
    requireSame(await ask(0), peer(0));
    const whole = `whom of ${size.consumers} consumers of ${size.usedFields} fields a change breaks, asked over HTTP`;
    const other = `peer: which of as many readers read what is written, by avsc, in one process`;
    let [asked, compared] = [0, 0];
    const times = await timeTogether(
      [
        { name: whole, run: () => ask((asked += 1)) },
        { name: other, run: async () => peer((compared += 1)) },
      ],
      size,
    );
    return [
      reportSpeedups(
        `Contracts checked through the portal on ${database.title}`,
        [
          {
            name: whole,
            times: times.get(whole) ?? [],
            peer: times.get(other) ?? [],
            promise: { p95: PROMISE_MS },
          },
          { name: other, times: times.get(other) ?? [] },
        ],
      ),
    ];
  } finally {
    await portal.stop();
  }
}

/** How many break. */
async function check(
  client: PortalClient,
  contracts: WideContracts,
  gone: number,
): Promise<number> {
  const { complete, consumers } = await client.post<ContractCheck>(
    '/ml/contracts/check',
    { subject: VIEW, contract: contracts.without(gone) },
  );
  if (!complete) {
    throw new Error('Not all consumers were looked at');
  }
  return consumers.filter(({ verdict }) => verdict === 'incompatible').length;
}

/** Both have to agree on who breaks before it matters how fast. */
function requireSame(ours: number, theirs: number): void {
  if (ours !== theirs || ours === 0) {
    throw new Error(`We say that ${ours} break, avsc says ${theirs}`);
  }
}
