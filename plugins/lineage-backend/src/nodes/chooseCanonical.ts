import { SAME_AS } from './sameAs';

/** A name of something that may have several. */
export interface Member {
  id: number;
  namespace: string;
  name: string;
}

/** What one of the names says of another. */
export interface SameAs {
  node_id: number;
  other_id: number;
  kind: number;
}

/**
 * The nodes that are the same thing, each set with what joins it. Nodes that
 * nothing joins are sets of one.
 */
export function joinMembers<T extends Member>(
  members: readonly T[],
  links: readonly SameAs[],
): { members: T[]; links: SameAs[] }[] {
  const leaders = new Map(members.map(({ id }) => [id, id]));
  const leaderOf = (id: number): number => {
    let leader = id;
    for (;;) {
      const next = leaders.get(leader) ?? leader;
      if (next === leader) {
        return leader;
      }
      // Halves the way for whoever comes next.
      leaders.set(leader, leaders.get(next) ?? next);
      leader = next;
    }
  };
  for (const { node_id, other_id } of links) {
    leaders.set(leaderOf(node_id), leaderOf(other_id));
  }
  const sets = new Map<number, { members: T[]; links: SameAs[] }>();
  for (const member of members) {
    const leader = leaderOf(member.id);
    const set = sets.get(leader) ?? { members: [], links: [] };
    set.members.push(member);
    sets.set(leader, set);
  }
  for (const link of links) {
    sets.get(leaderOf(link.node_id))?.links.push(link);
  }
  return [...sets.values()];
}

/**
 * Of several names of one thing the one it is shown under: not one that it had
 * before it was renamed; then the name of a table, which says more than a path;
 * then the first in the alphabet. When it was heard of does not matter.
 */
export function chooseCanonical<T extends Member>(
  members: readonly T[],
  links: readonly SameAs[],
): T {
  const former = new Set<number>();
  const tables = new Set<number>();
  for (const { other_id, kind } of links) {
    if (kind === SAME_AS.renamedFrom) {
      former.add(other_id);
    } else if (kind === SAME_AS.tableSymlink) {
      tables.add(other_id);
    }
  }
  const rank = ({ id }: Member) =>
    (former.has(id) ? 2 : 0) + (tables.has(id) ? 0 : 1);
  return members.reduce((best, member) =>
    (rank(member) - rank(best) || compareNames(member, best)) < 0
      ? member
      : best,
  );
}

function compareNames(a: Member, b: Member): number {
  return compare(a.namespace, b.namespace) || compare(a.name, b.name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
