import { Neighbours } from '../neighbours';

/**
 * Numbers nodes so that two have the same number when each can be reached from
 * the other one. Tarjan's algorithm, with a stack of its own: a pipeline of a
 * thousand steps must not be a thousand calls deep.
 */
export function findCircles(after: Neighbours): number[] {
  const count = after.length;
  const circleOf = new Array<number>(count).fill(-1);
  const seenAt = new Array<number>(count).fill(-1);
  const lowest = new Array<number>(count).fill(0);
  const nextChild = new Array<number>(count).fill(0);
  const open: number[] = [];
  let seen = 0;
  let circles = 0;

  const enter = (node: number, path: number[]) => {
    seenAt[node] = seen;
    lowest[node] = seen;
    seen += 1;
    open.push(node);
    path.push(node);
  };
  const leave = (node: number) => {
    if (lowest[node] === seenAt[node]) {
      for (const member of open.splice(open.lastIndexOf(node))) {
        circleOf[member] = circles;
      }
      circles += 1;
    }
  };
  for (let start = 0; start < count; start++) {
    const path: number[] = [];
    if (seenAt[start] === -1) {
      enter(start, path);
    }
    while (path.length > 0) {
      const node = path[path.length - 1];
      const child = after[node][nextChild[node]];
      nextChild[node] += 1;
      if (child === undefined) {
        path.pop();
        leave(node);
        const parent = path[path.length - 1];
        if (parent !== undefined) {
          lowest[parent] = Math.min(lowest[parent], lowest[node]);
        }
      } else if (seenAt[child] === -1) {
        enter(child, path);
      } else if (circleOf[child] === -1) {
        lowest[node] = Math.min(lowest[node], seenAt[child]);
      }
    }
  }
  return circleOf;
}
