import { GraphNeighbour, GraphNeighbours, NodeVisibility } from './GraphSource';

// What is known of the ways between two shown nodes, all of them together. The
// first two bits are those of stored edges: every part of the way has them.
const OBSERVED = 1;
const DECLARED = 2;
/** There is a way through nothing but nodes that may be seen. */
const CLEAN = 4;
/** There is a way through something that may not be seen. */
const TAINTED = 8;

/** A connection between two nodes that are shown. */
export interface VisibleLink {
  /** As in stored edges. */
  readonly origin: number;
  /** How many nodes the shortest way leads through. */
  readonly via: number;
  readonly restricted: boolean;
  /** Whether some way leads through what may not be seen, which then says nothing here. */
  readonly tainted: boolean;
  /** As in stored edges: it is no step. */
  readonly within?: true;
}

/** What a shown node is connected with on one side. */
export interface VisibleLinks {
  links: Map<number, VisibleLink>;
  /** Something on the way may not be seen. */
  touchesRestricted: boolean;
  /** Not all neighbours were read. */
  more: boolean;
}

/**
 * Follows the ways from a shown node over nodes that are not shown, up to the
 * next ones that are. Every such node is passed as often as it adds to what is
 * known, at most four times, so cycles end.
 */
export function followLinks(
  start: number,
  graph: {
    neighbours: (id: number) => GraphNeighbours;
    visibility: (id: number) => NodeVisibility;
  },
): VisibleLinks {
  const found = new Map<number, Arrived>();
  const passed = new Map<number, number>();
  let touchesRestricted = false;
  let more = false;
  let level = new Map([[start, OBSERVED | DECLARED | CLEAN]]);
  for (let via = 0; level.size > 0; via++) {
    const next = new Map<number, number>();
    for (const [id, known] of level) {
      const neighbours = graph.neighbours(id);
      more ||= neighbours.more;
      for (const { id: other, origin, within } of neighbours.list) {
        const arriving = known & (origin | CLEAN | TAINTED);
        const visibility = graph.visibility(other);
        if (visibility === 'shown') {
          if (other !== start) {
            const isWithin = within === true && id === start;
            arrive(found, other, { known: arriving, via, isWithin });
          }
          continue;
        }
        touchesRestricted ||= visibility === 'restricted';
        const leaving = visibility === 'restricted' ? TAINTED : arriving;
        const before = passed.get(other) ?? 0;
        const added = leaving & ~before;
        if (added !== 0) {
          passed.set(other, before | added);
          next.set(other, (next.get(other) ?? 0) | added);
        }
      }
    }
    level = next;
  }
  const reached = new Map<number, VisibleLink>();
  for (const [id, arrived] of found) {
    reached.set(id, toLink(arrived));
  }
  return { links: reached, touchesRestricted, more };
}

/** Of thousands of links to neighbours most are one of these. */
const toNeighbours = [OBSERVED, DECLARED, OBSERVED | DECLARED].map(newLink);

function newLink(origin: number): VisibleLink {
  return { origin, via: 0, restricted: false, tainted: false };
}

/** What leads from a node to a neighbour that is shown. */
export function directLink({ origin, within }: GraphNeighbour): VisibleLink {
  const link = toNeighbours[origin - 1] ?? newLink(origin);
  return within ? { ...link, within } : link;
}

/** As {@link followLinks}, where every node that the start is connected with is shown. */
export function directLinks(
  start: number,
  { list, more }: GraphNeighbours,
): VisibleLinks {
  const found = new Map<number, VisibleLink>();
  for (const neighbour of list) {
    if (neighbour.id !== start) {
      found.set(neighbour.id, directLink(neighbour));
    }
  }
  return { links: found, touchesRestricted: false, more };
}

/** What is known of the ways to a node. */
interface Arrived {
  known: number;
  via: number;
  isWithin: boolean;
}

function arrive(
  found: Map<number, Arrived>,
  id: number,
  arriving: Arrived,
): void {
  const before = found.get(id);
  if (!before) {
    found.set(id, arriving);
    return;
  }
  // The first clean way is the shortest, as ways are followed in step.
  if ((arriving.known & ~before.known & CLEAN) !== 0) {
    before.via = arriving.via;
  }
  before.known |= arriving.known;
}

function toLink({ known, via, isWithin }: Arrived): VisibleLink {
  if ((known & CLEAN) === 0) {
    return { origin: OBSERVED, via: 0, restricted: true, tainted: true };
  }
  // In part observed and in part declared: nobody saw the whole of it.
  const origin = known & (OBSERVED | DECLARED) || DECLARED;
  const tainted = (known & TAINTED) !== 0;
  return {
    origin,
    via,
    restricted: false,
    tainted,
    ...(isWithin && { within: true as const }),
  };
}
