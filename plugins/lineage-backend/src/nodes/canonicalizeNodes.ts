import { Sql } from '../database/Sql';
import {
  chooseCanonical,
  joinMembers,
  Member,
  SameAs,
} from './chooseCanonical';
import { CLAIM_COLUMNS, ClaimRow, Pair, saveClaims, toClaim } from './claims';
import { nodeKeyOf } from './nodeKey';
import { NODE_KIND } from './nodeKinds';

interface NodeRow extends Member {
  kind: number;
  key: string;
  canonical_id: number | null;
}

/** What became of nodes. */
export interface CanonicalChanges {
  /** Nodes that are shown as another one than before. */
  shownAs: Map<number, number>;
  /** Pairs of nodes that may be connected differently now. */
  pairs: Pair[];
}

/**
 * Decides anew as which node each of the given ones, and whatever is the same
 * thing, is shown: as the entity that claims one of the names, else under the
 * best of the names. Claims follow; the graph has to be brought in step by
 * `writeEdges` with the pairs that are returned.
 */
export async function canonicalizeNodes(
  sql: Sql,
  touched: Iterable<number>,
): Promise<CanonicalChanges> {
  const { ids, links } = await spread(sql, touched);
  const members = await loadMembers(sql, ids);
  if (members.length === 0) {
    return { shownAs: new Map(), pairs: [] };
  }
  const entities = await findEntities(sql, members);
  const shownAs = new Map<number, number>();
  for (const set of joinMembers(members, links)) {
    const refs = set.members.flatMap(({ key }) => entities.get(key) ?? []);
    const canonical = refs.length
      ? refs.reduce((a, b) => (a.ref < b.ref ? a : b)).id
      : chooseCanonical(set.members, set.links).id;
    for (const { id, canonical_id } of set.members) {
      if ((canonical_id ?? id) !== canonical) {
        shownAs.set(id, canonical);
      }
    }
  }
  await saveCanonical(sql, shownAs);
  return { shownAs, pairs: await moveClaims(sql, shownAs) };
}

/** Follows links from node to node until there are no more. */
async function spread(
  sql: Sql,
  touched: Iterable<number>,
): Promise<{ ids: Set<number>; links: SameAs[] }> {
  const ids = new Set(touched);
  const links = new Map<string, SameAs>();
  const from = sql.rowsOf('r', { id: 'int' });
  let rim = [...ids];
  while (rim.length > 0) {
    const rows = JSON.stringify(rim.map(id => ({ id })));
    const found = await sql.select<SameAs>(
      `select s.node_id, s.other_id, s.kind
       from ${from} cross join same_as as s where s.node_id = r.id
       union
       select s.node_id, s.other_id, s.kind
       from ${from} cross join same_as as s where s.other_id = r.id`,
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
): Promise<NodeRow[]> {
  if (ids.size === 0) {
    return [];
  }
  return await sql.select<NodeRow>(
    `select n.id, n.kind, n.key, n.namespace, n.name, n.canonical_id
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join node as n
     where n.id = r.id and n.kind in (${NODE_KIND.dataset}, ${NODE_KIND.job})`,
    JSON.stringify(Array.from(ids, id => ({ id }))),
  );
}

/** The entities that claim names, with their nodes, by the key of the name. */
async function findEntities(
  sql: Sql,
  members: readonly NodeRow[],
): Promise<Map<string, { ref: string; id: number }[]>> {
  const rows = await sql.select<{ node_key: string; entity_ref: string }>(
    `select e.node_key, e.entity_ref
     from ${sql.rowsOf('r', { key: 'text' })}
     cross join entity_name as e where e.node_key = r.key`,
    JSON.stringify(members.map(({ key }) => ({ key }))),
  );
  const ids = await addEntityNodes(sql, new Set(rows.map(r => r.entity_ref)));
  const found = new Map<string, { ref: string; id: number }[]>();
  for (const { node_key, entity_ref: ref } of rows) {
    const id = ids.get(ref);
    if (id !== undefined) {
      found.set(node_key, [...(found.get(node_key) ?? []), { ref, id }]);
    }
  }
  return found;
}

async function addEntityNodes(
  sql: Sql,
  refs: ReadonlySet<string>,
): Promise<Map<string, number>> {
  if (refs.size === 0) {
    return new Map();
  }
  const rows = JSON.stringify(
    Array.from(refs, name => ({ key: nodeKeyOf('entity', '', name), name })),
  );
  const from = sql.rowsOf('r', { key: 'text', name: 'text' });
  await sql.run(
    `insert into node (kind, key, namespace, name)
     select ${NODE_KIND.entity}, r.key, '', r.name from ${from}
     where true on conflict (key) do nothing`,
    rows,
  );
  const nodes = await sql.select<{ id: number; name: string }>(
    `select n.id, r.name from ${from} cross join node as n where n.key = r.key`,
    rows,
  );
  return new Map(nodes.map(({ id, name }) => [name, id]));
}

async function saveCanonical(
  sql: Sql,
  shownAs: ReadonlyMap<number, number>,
): Promise<void> {
  if (shownAs.size > 0) {
    await sql.run(
      `update node set canonical_id = nullif(r.canonical, r.id)
       from ${sql.rowsOf('r', { id: 'int', canonical: 'int' })}
       where node.id = r.id`,
      JSON.stringify(
        Array.from(shownAs, ([id, canonical]) => ({ id, canonical })),
      ),
    );
  }
}

async function moveClaims(
  sql: Sql,
  shownAs: ReadonlyMap<number, number>,
): Promise<Pair[]> {
  if (shownAs.size === 0) {
    return [];
  }
  const from = sql.rowsOf('r', { id: 'int' });
  const ids = JSON.stringify(Array.from(shownAs.keys(), id => ({ id })));
  const rows = await sql.select<ClaimRow>(
    `select ${CLAIM_COLUMNS} from ${from} cross join claim as c where c.src = r.id
     union
     select ${CLAIM_COLUMNS} from ${from} cross join claim as c where c.dst = r.id`,
    ids,
    ids,
  );
  const claims = rows.map(row => {
    const before = toClaim(row);
    return {
      before,
      after: {
        ...before,
        canonical_src: shownAs.get(before.src) ?? before.canonical_src,
        canonical_dst: shownAs.get(before.dst) ?? before.canonical_dst,
      },
    };
  });
  await saveClaims(
    sql,
    claims.map(({ after }) => after),
  );
  return claims.flatMap(({ before, after }) =>
    [before, after].map((claim): Pair => [
      claim.canonical_src,
      claim.canonical_dst,
    ]),
  );
}
