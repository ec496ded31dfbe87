import { LineageNode } from '@understudy/plugin-lineage-common';
import { useMemo } from 'react';
import { filterNodes } from '../graph/model/filterNodes';
import { NodeName } from '../names/NodeName';
import { LineageView } from './view';

/**
 * Ids of the nodes of the chosen owners, systems and stages; undefined when none is
 * chosen.
 */
export function useFitting(
  nodes: readonly LineageNode[],
  nameOf: (id: string) => NodeName,
  view: Pick<LineageView, 'owners' | 'systems' | 'stages'>,
): ReadonlySet<string> | undefined {
  const { owners, systems, stages } = view;
  return useMemo(
    () =>
      [owners, systems, stages].every(chosen => chosen.length === 0)
        ? undefined
        : filterNodes(
            nodes.map(({ id }) => {
              const { owner, system, lifecycle } = nameOf(id);
              return { id, owner, system, stage: lifecycle };
            }),
            { owners, systems, stages },
          ),
    [nodes, nameOf, owners, systems, stages],
  );
}
