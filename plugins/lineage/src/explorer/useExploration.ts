import { LineageNode } from '@understudy/plugin-lineage-common';
import { useCallback, useMemo, useState } from 'react';
import { AsOf, readAsOf } from '../asOf/readAsOf';
import { CameraTarget } from '../graph/canvas/useCameraMoves';
import { NodeFace } from '../graph/canvas/NodeFace';
import { OwnerColors, useOwnerColors } from '../graph/colors/useOwnerColors';
import { Drawing } from '../graph/layout/Drawing';
import { useDrawing } from '../graph/layout/useDrawing';
import { Side } from '../graph/model/adjacency';
import { NodeNames, useNodeNames } from '../names/useNodeNames';
import { LoadedPath, usePath } from '../paths/usePath';
import { useGraphWithPath, useWay } from '../paths/useShownPath';
import { Environments, useEnvironments } from './useEnvironments';
import { useFaces } from './useFaces';
import { useFitting } from './useFitting';
import { Grouping, useGrouping } from './useGrouping';
import { ExploredGraph, useLineageGraph } from './useLineageGraph';
import { Marks, useMarks } from './useMarks';
import { Parts, useParts } from './useParts';
import { GraphSearch, useSearch } from './useSearch';
import { Temporary, useTemporary } from './useTemporary';
import { ChangeView, useView } from './useView';
import { LineageView } from './view';

const NO_NODES: readonly LineageNode[] = [];

/** Everything about a graph that somebody looks at. */
export interface Exploration {
  view: LineageView;
  change: ChangeView;
  /** The time whose connections are shown. */
  asOf: AsOf;
  graph: ExploredGraph;
  /** The paths between the root and what the reader chose, which are part of the graph. */
  path: LoadedPath;
  /** Ids of what is drawn of them; undefined when there are none. */
  way?: ReadonlySet<string>;
  /** Grows when all that is shown is to be read again. */
  refreshed: number;
  environments: Environments;
  nodes: readonly LineageNode[];
  names: NodeNames;
  colorOf: OwnerColors;
  /** What the reader shows otherwise than it would be. */
  parts: Parts;
  grouping: Grouping;
  /** Data that lives in memory only, which is left out unless the reader wants it. */
  temporary: Temporary;
  search: GraphSearch;
  marks: Marks;
  /** Ids of the nodes of the chosen owners, systems and stages; undefined when none is chosen. */
  fitting?: ReadonlySet<string>;
  faces: ReadonlyMap<string, NodeFace>;
  drawing?: Drawing;
  arranging: boolean;
  tidy(): void;
  /** What the picture should bring into view. */
  target?: CameraTarget;
  /** Brings a node into view, out of its group if need be. */
  show(id: string): void;
  /** Selects a node, or draws the members of a group one by one. */
  open(id: string): void;
  /** Adds the hidden neighbours on one side, if there are any. */
  expand(id: string, side: Side): void;
}

/** Reads, names, arranges and marks the graph around a root, as the address says. */
export function useExploration(root: string): Exploration {
  const [view, change] = useView();
  const asOf = useMemo(() => readAsOf(view.asOf), [view.asOf]);
  const parts = useParts(view, change);
  const explored = useLineageGraph(root, view, parts.list, asOf.time);
  const path = usePath(root, {
    to: view.path,
    environment: view.environment,
    asOf: asOf.time,
  });
  const { data: whole, onPath } = useGraphWithPath(explored.data, path.data);
  const { data, temporary } = useTemporary(whole, {
    view,
    parts: parts.list,
    onPath,
  });
  const [refreshed, setRefreshed] = useState(0);
  const graph = {
    ...explored,
    data,
    reload: () => {
      explored.reload();
      path.reload();
      setRefreshed(count => count + 1);
    },
  };
  const environments = useEnvironments(graph.data, view, change);
  const nodes = graph.data?.nodes ?? NO_NODES;
  const names = useNodeNames(nodes);
  const colorOf = useOwnerColors(names.owners);
  const grouping = useGrouping(graph.data, parts, onPath);
  const search = useSearch(nodes, names.of);
  const { flow } = grouping;

  const fitting = useFitting(nodes, names.of, view);
  const way = useWay(flow, path.data);
  const marks = useMarks(flow, {
    selected: view.selected,
    way,
    hits: search.hits,
    fitting,
  });
  const drawn = useDrawing(flow, graph.question);
  // Faces are of what is drawn, which lags behind while it is arranged.
  const faces = useFaces(drawn.drawing?.flow, {
    nameOf: names.of,
    colorOf,
    environment: environments.expected,
    marked: marks.marked,
  });

  const [target, setTarget] = useState<Exploration['target']>();
  const { open: openGroup } = grouping;
  const show = useCallback(
    (id: string) => {
      const group = flow?.groupOf.get(id);
      if (group !== undefined) {
        openGroup(group);
      }
      setTarget(before => ({ id, asked: (before?.asked ?? 0) + 1 }));
    },
    [flow, openGroup],
  );
  const open = useCallback(
    (id: string) => {
      const isGroup = flow?.nodes.some(
        node => node.id === id && node.shape === 'group',
      );
      if (isGroup) {
        openGroup(id);
      } else {
        change({ selected: id });
      }
    },
    [flow, openGroup, change],
  );
  const { adding, addAgain } = graph;
  const { add } = parts;
  const expand = useCallback(
    (id: string, side: Side) => {
      const node = nodes.find(candidate => candidate.id === id);
      if (node && node.hidden[side] > 0 && !adding) {
        add({ act: 'add', id, side });
        addAgain();
      }
    },
    [nodes, adding, add, addAgain],
  );

  return {
    view,
    change,
    asOf,
    graph,
    path,
    way: way?.nodes,
    refreshed,
    environments,
    nodes,
    names,
    colorOf,
    parts,
    grouping,
    temporary,
    search,
    marks,
    fitting,
    faces,
    ...drawn,
    target,
    show,
    open,
    expand,
  };
}
