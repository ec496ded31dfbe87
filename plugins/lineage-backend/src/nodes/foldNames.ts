import { Sql } from '../database/Sql';
import { EventName } from '../names/types';
import { compileNamePattern, NamePattern } from '../names/NamePattern';
import { NameRules } from '../names/NameRules';
import { namespaceKeyOf, nodeKeyOf } from './nodeKey';

/** What a name folds into, by rules and by what the catalog says. */
export interface Fold {
  /** The usual spelling has another key than the name; null: it is spelled so. */
  aliasKey: string | null;
  root: EventName;
}

interface PatternRow {
  pattern_namespace_key: string;
  name: string;
}

/** What a name folds into may fold further, by a pattern of an entity. */
const MOST_ROUNDS = 5;

/**
 * What names fold into. A name that an entity has exactly is folded into no
 * other; then patterns of entities count, then the rules of the portal.
 */
export async function foldNames(
  sql: Sql,
  names: readonly EventName[],
  rules: NameRules,
): Promise<Fold[]> {
  const folds = await foldOnce(sql, names, rules);
  let open = folds.filter(({ isFinal }) => !isFinal);
  for (let round = 1; open.length > 0 && round < MOST_ROUNDS; round++) {
    const next = await foldOnce(
      sql,
      open.map(({ root }) => root),
      rules,
    );
    open.forEach((fold, index) => {
      fold.root = next[index].root;
    });
    open = open.filter((_fold, index) => !next[index].isFinal);
  }
  return folds;
}

async function foldOnce(
  sql: Sql,
  names: readonly EventName[],
  rules: NameRules,
): Promise<(Fold & { isFinal: boolean })[]> {
  const spelled = names.map(name => rules.spell(name));
  const claimed = await selectClaimed(sql, spelled);
  const patterns = await selectPatterns(sql, [...names, ...spelled]);
  return names.map((name, index) => {
    const usual = spelled[index];
    const key = keyOf(usual);
    const aliasKey = key === keyOf(name) ? null : key;
    if (claimed.has(key)) {
      return { aliasKey, root: usual, isFinal: true };
    }
    const pattern = findPattern(patterns, name) ?? findPattern(patterns, usual);
    if (pattern !== undefined) {
      return { aliasKey, root: { ...usual, name: pattern }, isFinal: true };
    }
    const { namespace, name: text } = rules.fold(name);
    const root = { kind: name.kind, namespace, name: text };
    return { aliasKey, root, isFinal: keyOf(root) === keyOf(name) };
  });
}

async function selectClaimed(
  sql: Sql,
  names: readonly EventName[],
): Promise<Set<string>> {
  const rows = await sql.select<{ key: string }>(
    `select e.node_key as key from ${sql.rowsOf('r', { key: 'text' })}
     cross join entity_name as e
     where e.node_key = r.key and e.pattern_namespace_key is null`,
    JSON.stringify(Array.from(new Set(names.map(keyOf)), key => ({ key }))),
  );
  return new Set(rows.map(({ key }) => key));
}

/** Patterns of entities, in the order in which they count, by namespace. */
async function selectPatterns(
  sql: Sql,
  names: readonly EventName[],
): Promise<Map<string, NamePattern[]>> {
  const namespaces = new Set(
    names
      .filter(({ kind }) => kind === 'dataset')
      .map(({ namespace }) => namespace),
  );
  if (namespaces.size === 0) {
    return new Map();
  }
  const rows = await sql.select<PatternRow>(
    `select distinct e.pattern_namespace_key, e.name
     from ${sql.rowsOf('r', { key: 'text' })}
     cross join entity_name as e
     where e.pattern_namespace_key = r.key
     order by e.name`,
    JSON.stringify(
      Array.from(namespaces, namespace => ({ key: namespaceKeyOf(namespace) })),
    ),
  );
  const patterns = new Map<string, NamePattern[]>();
  for (const { pattern_namespace_key: key, name } of rows) {
    const list = patterns.get(key) ?? [];
    list.push(compileNamePattern(name, name));
    patterns.set(key, list);
  }
  return patterns;
}

function findPattern(
  patterns: ReadonlyMap<string, NamePattern[]>,
  { kind, namespace, name }: EventName,
): string | undefined {
  if (kind !== 'dataset' || patterns.size === 0) {
    return undefined;
  }
  return patterns
    .get(namespaceKeyOf(namespace))
    ?.find(pattern => pattern.text === name || pattern.match(name))?.text;
}

function keyOf({ kind, namespace, name }: EventName): string {
  return nodeKeyOf(kind, namespace, name);
}
