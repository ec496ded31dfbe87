import { LineageRun, LineageRunPage } from '@understudy/plugin-lineage-common';
import { LineageUsingRunsQuery } from '../api/types';
import { World } from './World';

/** The runs of a world that used a version, newest first. */
export function usingRuns(
  world: World,
  query: LineageUsingRunsQuery,
): LineageRunPage {
  const { node, version, from, to, limit = 20, cursor = '0' } = query;
  const runs = new Map(
    Object.values(world.runs ?? {})
      .flat()
      .map(run => [run.id, run]),
  );
  const found = [...runs.values()]
    .filter(
      ({ inputs, lastEventAt }) =>
        inputs.some(input => input.id === node && input.version === version) &&
        (from === undefined || lastEventAt >= from) &&
        (to === undefined || lastEventAt <= to),
    )
    .sort((a, b) => b.lastEventAt.localeCompare(a.lastEventAt));
  const start = Number(cursor);
  const end = start + limit;
  return {
    items: found.slice(start, end).map(run => withConsumers(world, run)),
    complete: !world.restricted?.length,
    ...(end < found.length && { nextCursor: String(end) }),
  };
}

function withConsumers(world: World, run: LineageRun): LineageRun {
  return {
    ...run,
    outputs: run.outputs.map(output => ({
      ...output,
      consumers: world.edges
        .filter(
          ({ source, target }) =>
            source === output.id && !world.restricted?.includes(target),
        )
        .flatMap(
          ({ target }) => world.nodes.find(({ id }) => id === target) ?? [],
        )
        .map(({ id, kind, entityRef, namespace, name }) => ({
          id,
          kind,
          entityRef,
          namespace,
          name,
        })),
    })),
  };
}
