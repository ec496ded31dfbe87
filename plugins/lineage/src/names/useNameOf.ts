import { useMemo } from 'react';
import { rootNode } from '../page/rootNode';
import { NodeName } from './NodeName';
import { useNodeNames } from './useNodeNames';

/** The name of a node of which nothing is known but its id. */
export function useNameOf(id: string): NodeName {
  const node = useMemo(() => rootNode(id), [id]);
  return useNodeNames(useMemo(() => (node ? [node] : []), [node])).of(id);
}
