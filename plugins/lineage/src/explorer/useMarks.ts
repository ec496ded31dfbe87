import { useMemo } from 'react';
import { edgeKey } from '../graph/model/adjacency';
import { Path } from '../paths/pathGraph';
import { FlowGraph } from '../graph/model/toFlow';
import { Marked } from './useFaces';

const NONE: ReadonlySet<string> = new Set();

/** What is brought out of the picture, and what steps back. */
export interface Marks {
  marked: Marked;
  /** Keys of connections to bring out. */
  strong: ReadonlySet<string>;
  othersFaint: boolean;
}

/**
 * Marks what is selected with its connections, the ways to what was asked for, what
 * the search found, and what fits the chosen owners, systems and stages. Ids are of nodes; a
 * group is marked for any of its members.
 */
export function useMarks(
  flow: FlowGraph | undefined,
  asked: {
    selected?: string;
    /** What lies on the ways to what was asked for, in ids of what is drawn. */
    way?: Path;
    hits: readonly string[];
    /** Ids of the nodes that fit what was chosen; undefined when nothing was. */
    fitting?: ReadonlySet<string>;
  },
): Marks {
  const { selected, way, hits, fitting } = asked;
  return useMemo(() => {
    const shownAs = (id: string) => flow?.groupOf.get(id) ?? id;
    const shown = selected === undefined ? undefined : shownAs(selected);
    const touching = (flow?.edges ?? [])
      .filter(({ source, target }) => source === shown || target === shown)
      .map(edgeKey);
    const fittingShown = fitting && new Set([...fitting].map(shownAs));
    const isFaint = (id: string) =>
      id !== flow?.root &&
      ((way !== undefined && !way.nodes.has(id)) ||
        (fittingShown !== undefined && !fittingShown.has(id)));
    return {
      marked: {
        selected: shown,
        found: hits.length === 0 ? NONE : new Set(hits.map(shownAs)),
        isFaint: way || fittingShown ? isFaint : undefined,
      },
      strong: way?.edges ?? new Set(touching),
      othersFaint: way !== undefined || fittingShown !== undefined,
    };
  }, [flow, selected, way, hits, fitting]);
}
