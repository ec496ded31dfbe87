import { Sql } from '../database/Sql';
import { NameRules } from '../names/NameRules';
import {
  chooseCanonical,
  joinMembers,
  Member,
  SameAs,
} from './chooseCanonical';
import { Pair } from './claims';
import { environmentIds } from './environments';
import { EntityClaim, findEntities } from './findEntities';
import { moveClaims } from './moveClaims';
import { NODE_KIND } from './nodeKinds';

interface RootRow extends Member {
  kind: number;
  key: string;
  canonical_id: number | null;
  environment_id: number;
}

/** As which node something is shown, and where it belongs. */
export interface Shown {
  canonical: number;
  environment: number;
}

/** What became of nodes. */
export interface CanonicalChanges {
  /** Nodes that others fold into, or that do not fold, and are shown differently than before. */
  shown: Map<number, Shown>;
  /** Pairs of nodes that may be connected differently now. */
  pairs: Pair[];
}

/**
 * Decides anew as which node each of the given ones, and whatever is the same
 * thing, is shown: as the entity that claims one of the names, else under the
 * best of the names; and which environment it belongs to. Claims follow; the
 * graph has to be brought in step by `writeEdges` with the pairs that are
 * returned.
 */
export async function canonicalizeNodes(
  sql: Sql,
  touched: Iterable<number>,
  rules: NameRules,
): Promise<CanonicalChanges> {
  const { ids, links } = await spread(sql, await selectRoots(sql, touched));
  const members = await loadMembers(sql, ids);
  if (members.length === 0) {
    return { shown: new Map(), pairs: [] };
  }
  const entities = await findEntities(
    sql,
    members.map(({ key }) => key),
  );
  const environments = new Map<RootRow, string>();
  const canonicals = new Map<RootRow, number>();
  for (const set of joinMembers(members, links)) {
    const claims = set.members.flatMap(({ key }) => entities.get(key) ?? []);
    const entity = claims.reduce<(typeof claims)[number] | undefined>(
      (a, b) => (a === undefined || b.ref < a.ref ? b : a),
      undefined,
    );
    const canonical = entity?.id ?? chooseCanonical(set.members, set.links).id;
    for (const member of set.members) {
      canonicals.set(member, canonical);
      environments.set(
        member,
        claimedEnvironment(entities.get(member.key)) ??
          rules.environmentOf(nameOf(member)),
      );
    }
  }
  const idOf = await environmentIds(sql, environments.values());
  const shown = new Map<number, Shown>();
  for (const [member, canonical] of canonicals) {
    const environment = idOf(environments.get(member) ?? '');
    if (
      (member.canonical_id ?? member.id) !== canonical ||
      member.environment_id !== environment
    ) {
      shown.set(member.id, { canonical, environment });
    }
  }
  await saveShown(sql, shown);
  const steps = await moveSteps(sql, shown);
  const all = new Map([...shown, ...steps]);
  return { shown: all, pairs: await moveClaims(sql, all) };
}

/** Of several entities that say where a name belongs, the first in the alphabet. */
function claimedEnvironment(
  claims: readonly EntityClaim[] = [],
): string | undefined {
  const [first] = claims
    .filter(({ environment }) => environment !== undefined)
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
  return first?.environment;
}

function nameOf({ kind, namespace, name }: RootRow) {
  return {
    kind: kind === NODE_KIND.job ? ('job' as const) : ('dataset' as const),
    namespace,
    name,
  };
}

async function selectRoots(
  sql: Sql,
  touched: Iterable<number>,
): Promise<number[]> {
  const rows = await sql.select<{ id: number }>(
    `select distinct coalesce(n.root_id, n.id) as id
     from ${sql.rowsOf('r', { id: 'int' })} cross join node as n where n.id = r.id`,
    JSON.stringify(Array.from(new Set(touched), id => ({ id }))),
  );
  return rows.map(({ id }) => id);
}

/** Follows links from node to node until there are no more. */
async function spread(
  sql: Sql,
  roots: readonly number[],
): Promise<{ ids: Set<number>; links: SameAs[] }> {
  const ids = new Set(roots);
  const links = new Map<string, SameAs>();
  const from = sql.rowsOf('r', { id: 'int' });
  let rim = [...ids];
  while (rim.length > 0) {
    const rows = JSON.stringify(rim.map(id => ({ id })));
    const found = await sql.select<SameAs>(
      `select s.node_root as node_id, s.other_root as other_id, s.kind
       from ${from} cross join same_as as s where s.node_root = r.id
       union
       select s.node_root as node_id, s.other_root as other_id, s.kind
       from ${from} cross join same_as as s where s.other_root = r.id`,
      rows,
      rows,
    );
    rim = [];
    for (const link of found) {
      links.set(`${link.node_id} ${link.other_id} ${link.kind}`, link);
      for (const id of [link.node_id, link.other_id]) {
        if (!ids.has(id)) {
          ids.add(id);
          rim.push(id);
        }
      }
    }
  }
  return { ids, links: [...links.values()] };
}

async function loadMembers(
  sql: Sql,
  ids: ReadonlySet<number>,
): Promise<RootRow[]> {
  if (ids.size === 0) {
    return [];
  }
  return await sql.select<RootRow>(
    `select n.id, n.kind, n.key, n.namespace, n.name, n.canonical_id, n.environment_id
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join node as n
     where n.id = r.id and n.kind in (${NODE_KIND.dataset}, ${NODE_KIND.job})`,
    JSON.stringify(Array.from(ids, id => ({ id }))),
  );
}

/** What folds into a node is shown as the same one. */
async function saveShown(
  sql: Sql,
  shown: ReadonlyMap<number, Shown>,
): Promise<void> {
  if (shown.size === 0) {
    return;
  }
  const rows = JSON.stringify(
    Array.from(shown, ([id, { canonical, environment }]) => ({
      id,
      canonical,
      environment,
    })),
  );
  const from = sql.rowsOf('r', {
    id: 'int',
    canonical: 'int',
    environment: 'int',
  });
  await sql.run(
    `update node set canonical_id = nullif(r.canonical, r.id), environment_id = r.environment
     from ${from} where node.id = r.id`,
    rows,
  );
  await sql.run(
    `update node set canonical_id = r.canonical
     from ${from} where node.root_id = r.id and node.canonical_id <> r.canonical`,
    rows,
  );
}

/** A job as the maker of one output belongs where the output does. */
async function moveSteps(
  sql: Sql,
  shown: ReadonlyMap<number, Shown>,
): Promise<Map<number, Shown>> {
  if (shown.size === 0) {
    return new Map();
  }
  const moved = await sql.select<{ id: number; environment_id: number }>(
    `update node set environment_id = r.environment
     from ${sql.rowsOf('r', { output: 'int', environment: 'int' })}
     where node.output_id = r.output and node.root_id is null
       and node.environment_id <> r.environment
     returning id, environment_id`,
    JSON.stringify(
      Array.from(shown, ([output, { environment }]) => ({
        output,
        environment,
      })),
    ),
  );
  return new Map(
    moved.map(({ id, environment_id: environment }) => [
      id,
      { canonical: id, environment },
    ]),
  );
}
