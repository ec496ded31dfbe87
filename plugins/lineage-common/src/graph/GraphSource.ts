/**
 * The two sides of a node: where its data come from, and what depends on it.
 *
 * @public
 */
export type LineageSide = 'upstream' | 'downstream';

/**
 * How a node takes part in a walk. `shown` is part of the answer. `hidden` may
 * be seen but is of a kind that was not asked for: what it connects is then
 * connected directly. `restricted` may not be seen: what it connects is
 * connected by an edge that says so and nothing else.
 *
 * @public
 */
export type NodeVisibility = 'shown' | 'hidden' | 'restricted';

/**
 * A neighbour of a node, as stored. `origin` has bit 1 when the connection was
 * observed and bit 2 when it was declared.
 *
 * @public
 */
export interface GraphNeighbour {
  id: number;
  origin: number;
  /** Both are parts of one thing, so that it is no step from one to the other. */
  within?: true;
}

/**
 * The neighbours of a node on one side, by ascending id.
 *
 * @public
 */
export interface GraphNeighbours {
  list: GraphNeighbour[];
  /** There are more than could be given. */
  more: boolean;
}

/**
 * Nodes by the side on which something is asked about them.
 *
 * @public
 */
export interface NodesBySide {
  upstream: readonly number[];
  downstream: readonly number[];
}

/**
 * Many nodes, in as little memory as there is for them.
 *
 * @public
 */
export type NodeIds = readonly number[] | Int32Array;

/**
 * What one step of a {@link GraphWalk} found.
 *
 * @public
 */
export interface GraphStep {
  /** Neighbours that the walk had not met before, by ascending id. */
  fresh: NodeIds;
  /** Those of the nodes that have more neighbours than were read. */
  more: number[];
}

/**
 * A walk that meets every node once. It knows which ones it has met, so that
 * nothing is made of connections that lead nowhere new.
 *
 * @public
 */
export interface GraphWalk {
  /** Goes on to the neighbours of some nodes: of each, the first `most` by id. */
  step(ids: NodeIds, most: number): GraphStep | Promise<GraphStep>;
}

/**
 * Where a walk reads the graph from. Nodes are numbers here; names are put to
 * them when the walk is over.
 *
 * @public
 */
export interface GraphSource {
  /**
   * The neighbours of some nodes, at most `most` of each. A node without any
   * may be left out.
   */
  neighbours(
    nodes: NodesBySide,
    most: number,
  ): Promise<Record<LineageSide, Map<number, GraphNeighbours>>>;
  /**
   * What may be seen of some nodes. Left out when everything may be seen and
   * every kind was asked for.
   */
  visibility?(ids: readonly number[]): Promise<Map<number, NodeVisibility>>;
  /** How many neighbours some nodes have, however many that are. */
  count(nodes: NodesBySide): Promise<Record<LineageSide, Map<number, number>>>;
  /**
   * For each of `ids`, in the same order, how many neighbours it has, 0 when none: those of
   * both sides added up, of each side the first `most` by id, without the node itself. For a
   * source that can tell without making lists; nothing is given when it cannot now. Asked
   * only to choose among nodes, and only where there is no `visibility`, so it is about the
   * whole graph.
   */
  degrees?(
    ids: readonly number[],
    most: number,
  ): Promise<readonly number[] | undefined>;
  /**
   * Begins a walk from a node, for a source that does this faster than by lists
   * of neighbours. It has to find exactly what they would lead to. Nothing is
   * given when that is not possible now.
   */
  walkFrom?(root: number, side: LineageSide): Promise<GraphWalk | undefined>;
}
