import {
  DirectLink,
  LineageFindingType,
  LineageSide,
} from '@understudy/plugin-lineage-common';

/** A connection with an entity about which the catalog and what was observed disagree. */
export interface Disagreement {
  type: LineageFindingType;
  side: LineageSide;
  /** Entity ref. */
  ref: string;
  /** The nodes that it is: itself, or its jobs as makers of single outputs. */
  ids: number[];
  via: number;
}

/** A connection with an entity. */
export type EntityLink = Omit<DirectLink, 'id'> &
  Pick<Disagreement, 'ref' | 'ids'>;

const OBSERVED = 1;
const DECLARED = 2;

/**
 * Of the connections of an entity, those that are only declared or only
 * observed. Where not everything could be read, what is declared may have been
 * observed on a way that was not: nothing is said of it. Nor is anything said of
 * what is connected through something that may not be seen.
 */
export function compareLinks(
  links: readonly EntityLink[],
  truncated: Record<LineageSide, boolean>,
): Disagreement[] {
  return links
    .filter(({ obscured }) => !obscured)
    .flatMap(({ side, ref, ids, origin, via }): Disagreement[] => {
      if (origin === OBSERVED) {
        return [{ type: 'observed-not-declared', side, ref, ids, via }];
      }
      return origin === DECLARED && !truncated[side]
        ? [{ type: 'declared-not-observed', side, ref, ids, via }]
        : [];
    })
    .sort(
      (a, b) =>
        compare(b.side, a.side) ||
        compare(a.type, b.type) ||
        compare(a.ref, b.ref),
    );
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
