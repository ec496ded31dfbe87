import { Knex } from 'knex';
import { changeGraph } from '../../database/changeGraph';
import { Sql } from '../../database/Sql';
import { NameRules } from '../../names/NameRules';
import { rebuildColumns } from '../../columns/rebuildColumns';
import { rebuildSchemas } from '../../observedSchemas/rebuildSchemas';
import { deleteUnusedNodes } from './deleteUnusedNodes';
import { NODE_KIND } from '../nodeKinds';
import { recountFolded } from './recountFolded';
import { moveRunRoots } from './moveRunRoots';
import { refoldNames } from './refoldNames';
import { refoldSteps } from './refoldSteps';
import { respellEntityNames } from './respellEntityNames';

const PAGE = 500;

/** Whose rules names go by. */
export type RulesInForce = 'these' | 'newer' | 'other';

/** Which rules the graph was last made with. */
export async function readRulesInForce(
  sql: Sql,
  rules: Pick<NameRules, 'digest' | 'version'>,
): Promise<RulesInForce> {
  const [{ names_version: version, names_digest: digest }] = await sql.select<{
    names_version: number;
    names_digest: string | null;
  }>('select names_version, names_digest from drain where id = 1');
  if (version > rules.version) {
    return 'newer';
  }
  return digest === rules.digest ? 'these' : 'other';
}

/**
 * Makes the graph anew with other rules for names, from the names themselves:
 * those of events that are long gone included. Whoever is killed on the way
 * leaves no digest, and the next one begins again; each step can be repeated.
 *
 * @returns false, without doing anything, when rules of a newer version are in
 * force: those of another backend that was set up later.
 */
export async function applyNameRules(
  knex: Knex,
  rules: NameRules,
): Promise<boolean> {
  const underLock = async <T>(work: (sql: Sql) => Promise<T>) =>
    await changeGraph(knex, { wait: true }, work);
  const begin = async (sql: Sql) => {
    const inForce = await readRulesInForce(sql, rules);
    if (inForce === 'other') {
      await sql.run(
        'update drain set names_version = ?, names_digest = null where id = 1',
        rules.version,
      );
      await respellEntityNames(sql, rules);
    }
    return inForce;
  };
  const begun = await changeGraph(
    knex,
    { wait: true, isChange: inForce => inForce === 'other' },
    begin,
  );
  if (begun !== 'other') {
    return begun === 'these';
  }
  const eachPage = async (
    kinds: string,
    work: (sql: Sql, ids: number[]) => Promise<unknown>,
  ) => {
    for (let after = 0; ;) {
      const last = await underLock(async sql => {
        const rows = await sql.select<{ id: number }>(
          `select id from node where id > ? and kind in (${kinds}) order by id limit ?`,
          after,
          PAGE,
        );
        const ids = rows.map(({ id }) => id);
        await work(sql, ids);
        return ids.length === PAGE ? ids[PAGE - 1] : undefined;
      });
      if (last === undefined) {
        return;
      }
      after = last;
    }
  };
  await eachPage(`${NODE_KIND.dataset}, ${NODE_KIND.job}`, (sql, ids) =>
    refoldNames(sql, ids, rules),
  );
  await eachPage(`${NODE_KIND.step}`, refoldSteps);
  await moveRunRoots(underLock);
  await underLock(async sql => {
    await deleteUnusedNodes(sql, 'folded');
    await recountFolded(sql);
    await deleteUnusedNodes(sql, 'roots');
  });
  await rebuildColumns(underLock);
  await rebuildSchemas(underLock);
  await underLock(async sql => {
    // What is current follows from the latest event of what jobs fold into.
    await sql.run(
      'update drain set names_digest = ?, edge_window_ms = null where id = 1 and names_version = ?',
      rules.digest,
      rules.version,
    );
  });
  return true;
}
