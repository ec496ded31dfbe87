import {
  GraphNeighbours,
  GraphSource,
  LineageSide,
  NodesBySide,
  NodeVisibility,
} from './GraphSource';
import {
  directLink,
  directLinks,
  followLinks,
  VisibleLink,
  VisibleLinks,
} from './followLinks';

const sides: LineageSide[] = ['upstream', 'downstream'];
const nothing: GraphNeighbours = { list: [], more: false };

/** How much a walk may read before it stops and says so. */
export interface ReadBounds {
  /** Neighbours that are read of one node and side. */
  fan: number;
  /** Rows of one question; wide questions get fewer neighbours per node. */
  rows: number;
  /** Nodes that are walked through without being shown. */
  contracted: number;
  /** Questions. */
  rounds: number;
}

/** Fewer than this are never read of one node. */
const LEAST_FAN = 25;

/**
 * The graph as one caller sees it: nodes that are not shown are walked through,
 * and what they connect is connected directly. It is read as far as it is asked
 * for, each part once.
 */
export class VisibleGraph {
  readonly #source: GraphSource;
  readonly #bounds: ReadBounds;
  readonly #lists = {
    upstream: new Map<number, GraphNeighbours>(),
    downstream: new Map<number, GraphNeighbours>(),
  };
  readonly #links = {
    upstream: new Map<number, VisibleLinks>(),
    downstream: new Map<number, VisibleLinks>(),
  };
  readonly #visibility = new Map<number, NodeVisibility>();
  readonly #contracted = new Set<number>();
  #rounds = 0;
  #exhausted = false;

  constructor(source: GraphSource, root: number, bounds: ReadBounds) {
    this.#source = source;
    this.#bounds = bounds;
    this.#visibility.set(root, 'shown');
  }

  /** More would have had to be read than the bounds allow. */
  get exhausted(): boolean {
    return this.#exhausted;
  }

  /** Reads all that {@link VisibleGraph.links} needs for some nodes, on both sides or one. */
  async load(ids: readonly number[], only?: LineageSide): Promise<void> {
    const on = (side: LineageSide) => (only && only !== side ? [] : ids);
    await this.#load({
      upstream: on('upstream'),
      downstream: on('downstream'),
    });
  }

  /**
   * Of some nodes those with the most connections, then those with the smaller id,
   * loaded. Where the source knows connections without lists, only theirs are read: as
   * many neighbours of each as if all lists were, so that the answer is the same.
   *
   * @param ids - by ascending id, each once
   */
  async loadMostConnected(
    ids: readonly number[],
    room: number,
  ): Promise<number[]> {
    const fan = this.#fanOf(2 * ids.length);
    const known = this.#source.visibility
      ? undefined
      : await this.#source.degrees?.(ids, fan);
    if (!known) {
      await this.load(ids);
    }
    const degrees = known ?? ids.map(id => this.degree(id));
    const best = placesOfHighest(degrees, room).map(place => ids[place]);
    await this.#load({ upstream: best, downstream: best }, fan);
    return best;
  }

  async #load(nodes: NodesBySide, fan?: number): Promise<void> {
    let pending = this.#unread(nodes);
    while (pending.upstream.length + pending.downstream.length > 0) {
      if (
        this.#rounds >= this.#bounds.rounds ||
        this.#contracted.size > this.#bounds.contracted
      ) {
        this.#exhausted = true;
        return;
      }
      this.#rounds += 1;
      await this.#read(pending, fan);
      await this.#classifyNeighbours(pending);
      pending = this.#behindContracted(pending);
    }
  }

  /** As `load`, of those of some nodes that are shown, which are given back. */
  async loadShown(ids: readonly number[]): Promise<number[]> {
    await this.#classify(ids);
    const shown = ids.filter(id => this.#visibilityOf(id) === 'shown');
    await this.load(shown);
    return shown;
  }

  /** What a shown node is connected with on one side, as far as it was read. */
  links(id: number, side: LineageSide): VisibleLinks {
    const known = this.#links[side].get(id);
    if (known) {
      return known;
    }
    const direct = this.#neighbours(id, side);
    const links = this.#areShown(direct)
      ? directLinks(id, direct)
      : followLinks(id, {
          neighbours: node => this.#neighbours(node, side),
          visibility: node => this.#visibilityOf(node),
        });
    this.#links[side].set(id, links);
    return links;
  }

  /**
   * As a loop over {@link VisibleGraph.links}, but makes nothing of links that need not be
   * followed. Gives whether something on the way may not be seen, and whether there are more.
   */
  eachLink(
    id: number,
    side: LineageSide,
    visit: (other: number, link: VisibleLink) => void,
  ): Omit<VisibleLinks, 'links'> {
    const direct = this.#neighbours(id, side);
    if (!this.#areShown(direct)) {
      const { links, ...rest } = this.links(id, side);
      links.forEach((link, other) => visit(other, link));
      return rest;
    }
    direct.list.forEach(neighbour => {
      if (neighbour.id !== id) {
        visit(neighbour.id, directLink(neighbour));
      }
    });
    return { touchesRestricted: false, more: direct.more };
  }

  /** Whether {@link VisibleGraph.links} of a node lead to another one. */
  leadsTo(id: number, side: LineageSide, other: number): boolean {
    // Asked about each neighbour: where it would have to be found out, it is known from the links.
    return this.#isNothingHidden
      ? other !== id && isAmong(this.#neighbours(id, side), other)
      : this.links(id, side).links.has(other);
  }

  /** Whether {@link VisibleGraph.links} are not all, as not all neighbours were read. */
  hasMore(id: number, side: LineageSide): boolean {
    const direct = this.#neighbours(id, side);
    return this.#areShown(direct) ? direct.more : this.links(id, side).more;
  }

  /** How many nodes {@link VisibleGraph.links} leads to: on both sides, or on one. */
  degree(id: number, only?: LineageSide): number {
    return sides.reduce(
      (sum, side) =>
        only && only !== side ? sum : sum + this.#degreeOn(id, side),
      0,
    );
  }

  #degreeOn(id: number, side: LineageSide): number {
    const direct = this.#neighbours(id, side);
    if (!this.#areShown(direct)) {
      return this.links(id, side).links.size;
    }
    return direct.list.length - (isAmong(direct, id) ? 1 : 0);
  }

  #neighbours(id: number, side: LineageSide): GraphNeighbours {
    return this.#lists[side].get(id) ?? nothing;
  }

  /** Of all that was read. */
  get #isNothingHidden(): boolean {
    return !this.#source.visibility || this.#contracted.size === 0;
  }

  /** Then nothing has to be followed, which is so of most nodes for most callers. */
  #areShown({ list }: GraphNeighbours): boolean {
    return (
      this.#isNothingHidden ||
      list.every(({ id }) => this.#visibility.get(id) === 'shown')
    );
  }

  #visibilityOf(id: number): NodeVisibility {
    return this.#source.visibility
      ? (this.#visibility.get(id) ?? 'restricted')
      : 'shown';
  }

  #unread(nodes: NodesBySide): Record<LineageSide, number[]> {
    const of = (side: LineageSide) =>
      [...new Set(nodes[side])].filter(id => !this.#lists[side].has(id));
    return { upstream: of('upstream'), downstream: of('downstream') };
  }

  async #read(nodes: NodesBySide, fan?: number): Promise<void> {
    const asked = nodes.upstream.length + nodes.downstream.length;
    const found = await this.#source.neighbours(
      nodes,
      fan ?? this.#fanOf(asked),
    );
    for (const side of sides) {
      for (const id of nodes[side]) {
        this.#lists[side].set(id, found[side].get(id) ?? nothing);
      }
    }
  }

  /** How many neighbours are read of each when so many lists are. */
  #fanOf(asked: number): number {
    return Math.min(
      this.#bounds.fan,
      Math.max(LEAST_FAN, Math.floor(this.#bounds.rows / asked)),
    );
  }

  async #classifyNeighbours(read: NodesBySide): Promise<void> {
    if (!this.#source.visibility) {
      return;
    }
    const unknown = new Set<number>();
    for (const side of sides) {
      for (const id of read[side]) {
        this.#neighbours(id, side).list.forEach(neighbour => {
          if (!this.#visibility.has(neighbour.id)) {
            unknown.add(neighbour.id);
          }
        });
      }
    }
    await this.#classify([...unknown]);
  }

  async #classify(ids: readonly number[]): Promise<void> {
    if (!this.#source.visibility) {
      return;
    }
    const unknown = ids.filter(id => !this.#visibility.has(id));
    if (unknown.length === 0) {
      return;
    }
    const found = await this.#source.visibility(unknown);
    for (const id of unknown) {
      // What nothing is known about is not shown.
      const visibility = found.get(id) ?? 'restricted';
      this.#visibility.set(id, visibility);
      if (visibility !== 'shown') {
        this.#contracted.add(id);
      }
    }
  }

  #behindContracted(read: NodesBySide): Record<LineageSide, number[]> {
    if (this.#contracted.size === 0) {
      return { upstream: [], downstream: [] };
    }
    const of = (side: LineageSide) =>
      read[side].flatMap(id =>
        (this.#lists[side].get(id)?.list ?? [])
          .map(neighbour => neighbour.id)
          .filter(other => this.#contracted.has(other)),
      );
    return this.#unread({
      upstream: of('upstream'),
      downstream: of('downstream'),
    });
  }
}

/**
 * Where the highest of some counts are: highest first, then those that come first. Count
 * and place are put into one number, of a few millions at most, as numbers sort by
 * themselves and comparing thousands in code takes long.
 */
function placesOfHighest(counts: readonly number[], most: number): number[] {
  const highest = counts.reduce((max, count) => Math.max(max, count), 0);
  const keys = Float64Array.from(
    counts,
    (count, place) => (highest - count) * counts.length + place,
  );
  return Array.from(keys.sort().subarray(0, most), key => key % counts.length);
}

/** Lists are sorted by id. */
function isAmong({ list }: GraphNeighbours, id: number): boolean {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (list[middle].id < id) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return list[from]?.id === id;
}
