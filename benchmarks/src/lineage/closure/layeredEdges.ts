import { randomNumbers } from '../randomNumbers';

const LAYERS = 30;
/** About a twelfth of all nodes come from the most used node of this layer. */
const ROOT_LAYER = 18;
/** Of ten nodes five are made from one, four from two and one from three: 1.6. */
const SOURCES = [1, 1, 1, 1, 1, 2, 2, 2, 2, 3];
const SOURCES_OF_NODE = 1.6;
/** The share of sources of which few are used by very many. */
const SKEWED_SHARE = 0.2;

/** Connections as columns, by source and then by target. */
export interface Edges {
  /** Ids are from 1 to this. */
  nodes: number;
  src: Int32Array;
  dst: Int32Array;
}

/** A made-up graph, and where a walk through much of it begins. */
export interface LayeredEdges extends Edges {
  root: number;
}

/**
 * At least so many connections between layers of nodes, the same for the same
 * number. A node is made from nodes of the layer before; a fifth of the time
 * from the n-th of them in proportion to 1/n, so that some have very many
 * neighbours. The root is the one of its layer that is used most.
 */
export function layeredEdges(least: number): LayeredEdges {
  const random = randomNumbers(least);
  const size = Math.ceil(least / SOURCES_OF_NODE / (LAYERS - 1));
  const nodes = size * LAYERS;
  const most = 3 * nodes;
  const near = new Int32Array(most);
  const far = new Int32Array(most);
  let count = 0;
  for (let node = size + 1; node <= nodes; node += 1) {
    const first = node - 1 - ((node - 1) % size) - size + 1;
    const wanted = SOURCES[Math.floor(random() * SOURCES.length)];
    const start = count;
    for (let made = 0; made < wanted; made += 1) {
      const place =
        random() < SKEWED_SHARE
          ? Math.floor(size ** random()) - 1
          : Math.floor(random() * size);
      const source = first + place;
      if (!near.subarray(start, count).includes(source)) {
        near[count] = source;
        far[count] = node;
        count += 1;
      }
    }
  }
  return {
    nodes,
    root: ROOT_LAYER * size + 1,
    ...sortBySource(nodes, { near, far, count }),
  };
}

/** Targets ascend already, and stay in their order. */
function sortBySource(
  nodes: number,
  edges: { near: Int32Array; far: Int32Array; count: number },
): Pick<Edges, 'src' | 'dst'> {
  const { near, far, count } = edges;
  const next = new Int32Array(nodes + 2);
  for (let index = 0; index < count; index += 1) {
    next[near[index] + 1] += 1;
  }
  for (let node = 1; node < next.length; node += 1) {
    next[node] += next[node - 1];
  }
  const src = new Int32Array(count);
  const dst = new Int32Array(count);
  for (let index = 0; index < count; index += 1) {
    const at = next[near[index]];
    next[near[index]] += 1;
    src[at] = near[index];
    dst[at] = far[index];
  }
  return { src, dst };
}
