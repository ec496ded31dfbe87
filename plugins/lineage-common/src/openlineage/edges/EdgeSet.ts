import { ClaimedEdge, EdgeEnd } from '../facts';
import { earlierText, laterText } from '../stamps';

/** Event times of the first and last statement. */
export interface Span {
  first: string;
  last: string;
}

export function joinSpans(a: Span | undefined, b: Span): Span {
  return a
    ? {
        first: earlierText(a.first, b.first),
        last: laterText(a.last, b.last),
      }
    : b;
}

/** Each connection once, over all statements that make it. */
export interface EdgeSet {
  add(source: EdgeEnd, target: EdgeEnd, span: Span): void;
  /** In the order of the names, whatever the order of adding. */
  toList(): ClaimedEdge[];
}

export function createEdgeSet(): EdgeSet {
  const edges = new Map<string, ClaimedEdge>();
  return {
    add(source, target, { first, last }) {
      const key = `${endKey(source)}\n${endKey(target)}`;
      const known = edges.get(key);
      if (known) {
        known.first = earlierText(known.first, first);
        known.last = laterText(known.last, last);
      } else {
        edges.set(key, { source, target, first, last });
      }
    },
    toList() {
      return [...edges]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, edge]) => edge);
    },
  };
}

function endKey(end: EdgeEnd): string {
  return 'node' in end ? `node\n${end.node}` : `step\n${end.step.output}`;
}
