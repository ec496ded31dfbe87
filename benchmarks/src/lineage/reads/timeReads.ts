import { timeTogether } from '../../measuring/timeTogether';
import { PortalClient } from '../../portal/PortalClient';
import { Grown } from '../../results/reportGrowth';
import { Reads } from '../portal/readers';
import { datasetTemplate } from './datasetEntities';
import { GraphPortal } from './GraphPortal';

const UNCONDITIONAL_PROMISE_MS = 15;
const CONDITIONAL_PROMISE_MS = 40;

/** Something that is read of every graph. */
interface Read {
  name: string;
  promise?: number;
  run: () => Promise<unknown>;
  /** Throws when the answer is wrong. */
  check?: () => Promise<void>;
}

/** How long one of the reads took, each time. */
export interface ReadTimes {
  name: string;
  promise?: number;
  times: number[];
}

/** Times reads of neighbourhoods in one graph, in turn. */
export async function timeReads(
  portal: GraphPortal,
  options: { rounds: number; warmUp: number; leastRoundMs: number },
): Promise<ReadTimes[]> {
  const reads = readsOf(portal);
  for (const { check } of reads) {
    await check?.();
  }
  const times = await timeTogether(reads, options);
  return reads.map(({ name, promise }) => ({
    name,
    promise,
    times: times.get(name) ?? [],
  }));
}

/** Puts together the times of the same reads of several graphs. */
export function joinSizes(bySize: readonly (readonly ReadTimes[])[]): Grown[] {
  const [first = []] = bySize;
  return first.map(({ name, promise }, index) => ({
    name,
    promise,
    times: bySize.map(each => each[index].times),
  }));
}

function readsOf({ neighbourhoods, readers }: GraphPortal): Read[] {
  const { first, ...others } = neighbourhoods;
  const around = (reads: Reads, may: string, promise: number) =>
    [first, ...Object.values(others)].map(({ name, read, check }) => ({
      name: `${name}; ${may}`,
      promise,
      run: inTurn(readers[reads], read),
      check: () => check(readers[reads][0]),
    }));
  return [
    ...around('all', 'may see everything', UNCONDITIONAL_PROMISE_MS),
    ...Object.values(others).map(({ name, readAnew }) => ({
      name: `${name}; may see everything, nobody asked before`,
      promise: UNCONDITIONAL_PROMISE_MS,
      run: inTurn(readers.all, readAnew),
    })),
    ...around('some', 'each entity is looked up', CONDITIONAL_PROMISE_MS),
    {
      // What any page of the portal asks for.
      name: 'peer: catalog, one entity by name',
      run: inTurn(readers.all, client =>
        client.get(
          `/catalog/entities/by-name/dataset/default/${datasetTemplate.metadata.name}`,
        ),
      ),
    },
  ];
}

/** The n-th time as the n-th of some people, so that all that is done in a round is done as one of them. */
function inTurn<T>(
  clients: readonly PortalClient[],
  read: (client: PortalClient) => Promise<T>,
): () => Promise<T> {
  let turn = 0;
  return async () => {
    const client = clients[turn % clients.length];
    turn += 1;
    return await read(client);
  };
}
