/** Neighbours and connections of each node, in lists without objects: there are many. */
export interface Links {
  /** Where the connections of each node start in `edges`; one more than there are nodes. */
  starts: Uint32Array;
  /** Places of connections, node by node. */
  edges: Uint32Array;
}

type Ends = readonly { from: number; to: number }[];

/** Makes the connections of nodes quick to look up. What leads from a node to itself is there once. */
export function linksOf(nodeCount: number, edges: Ends): Links {
  const starts = new Uint32Array(nodeCount + 1);
  const each = (add: (node: number, edge: number) => void) =>
    edges.forEach(({ from, to }, edge) => {
      add(from, edge);
      if (to !== from) {
        add(to, edge);
      }
    });
  each(node => {
    starts[node + 1] += 1;
  });
  for (let node = 0; node < nodeCount; node++) {
    starts[node + 1] += starts[node];
  }
  const next = starts.slice();
  const places = new Uint32Array(starts[nodeCount]);
  each((node, edge) => {
    places[next[node]] = edge;
    next[node] += 1;
  });
  return { starts, edges: places };
}

/** The places of all connections of a node. */
export function edgesAt(links: Links, node: number): Uint32Array {
  return links.edges.subarray(links.starts[node], links.starts[node + 1]);
}
