import { timeTogether } from '../../measuring/timeTogether';
import { PortalClient } from '../../portal/PortalClient';
import { Grown } from '../../results/reportGrowth';
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

/**
 * Times reads of neighbourhoods in graphs of several sizes, all in turn: what
 * slows the machine down for a while does not look like growth.
 */
export async function timeGrowth(
  portals: readonly GraphPortal[],
  options: { rounds: number; warmUp: number; leastRoundMs: number },
): Promise<Grown[]> {
  const bySize = portals.map(readsOf);
  for (const { check } of bySize.flat()) {
    await check?.();
  }
  const times = await timeTogether(
    bySize.flatMap((reads, size) =>
      reads.map(({ name, run }) => ({ name: keyOf(name, size), run })),
    ),
    options,
  );
  return bySize[0].map(({ name, promise }) => ({
    name,
    promise,
    times: bySize.map((_, size) => times.get(keyOf(name, size)) ?? []),
  }));
}

function keyOf(name: string, size: number): string {
  return `${size}: ${name}`;
}

function readsOf({
  neighbourhoods,
  unconditional,
  conditional,
}: GraphPortal): Read[] {
  const { first, ...others } = neighbourhoods;
  const around = (client: PortalClient, may: string, promise: number) =>
    [first, ...Object.values(others)].map(({ name, read, check }) => ({
      name: `${name}; ${may}`,
      promise,
      run: () => read(client),
      check: () => check(client),
    }));
  return [
    ...around(unconditional, 'may see everything', UNCONDITIONAL_PROMISE_MS),
    ...Object.values(others).map(({ name, readAnew }) => ({
      name: `${name}; may see everything, nobody asked before`,
      promise: UNCONDITIONAL_PROMISE_MS,
      run: () => readAnew(unconditional),
    })),
    ...around(conditional, 'each entity is looked up', CONDITIONAL_PROMISE_MS),
    {
      // What any page of the portal asks for.
      name: 'peer: catalog, one entity by name',
      run: () =>
        unconditional.get(
          `/catalog/entities/by-name/dataset/default/${datasetTemplate.metadata.name}`,
        ),
    },
  ];
}
