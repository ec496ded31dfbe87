import { Sql } from '../database/Sql';

/** Connections that belong to every environment, such as those of the catalog. */
export const EVERY_ENVIRONMENT = 0;

/** Ids of environments by name; those that are new get one. Within the lock. */
export async function environmentIds(
  sql: Sql,
  names: Iterable<string>,
): Promise<(name: string) => number> {
  const wanted = new Set(names);
  const ids = new Map<string, number>();
  const load = async () => {
    const rows = await sql.select<{ id: number; name: string }>(
      'select id, name from environment',
    );
    rows.forEach(({ id, name }) => ids.set(name, id));
  };
  if (wanted.size > 0) {
    await load();
  }
  const missing = [...wanted].filter(name => !ids.has(name)).sort();
  if (missing.length > 0) {
    await sql.run(
      `insert into environment (name)
       select r.name from ${sql.rowsOf('r', { name: 'text' })}
       where true on conflict (name) do nothing`,
      JSON.stringify(missing.map(name => ({ name }))),
    );
    await load();
  }
  return name => {
    const id = ids.get(name);
    if (id === undefined) {
      throw new Error(`The environment '${name}' was not asked for`);
    }
    return id;
  };
}
