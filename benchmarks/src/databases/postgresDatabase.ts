import knexFactory from 'knex';
import { randomBytes } from 'node:crypto';
import { BenchmarkDatabase } from './BenchmarkDatabase';

/** Databases with a prefix of their own on a server, one per plugin. */
export function postgresDatabase(server: string): BenchmarkDatabase {
  const prefix = `understudy_benchmark_${randomBytes(4).toString('hex')}_`;
  const connect = (database: string) => {
    const url = new URL(server);
    url.pathname = `/${database}`;
    return knexFactory({ client: 'pg', connection: url.toString() });
  };
  const withServer = async <T>(run: (admin: AdminKnex) => Promise<T>) => {
    const admin = connect('postgres');
    try {
      return await run(admin);
    } finally {
      await admin.destroy();
    }
  };
  const list = (admin: AdminKnex): Promise<string[]> =>
    admin('pg_database')
      .whereRaw('starts_with(datname, ?)', [prefix])
      .pluck('datname');
  return {
    title: 'PostgreSQL',
    config: { client: 'pg', connection: server, prefix },
    open: async pluginId => {
      const name = `${prefix}${pluginId}`;
      await withServer(async admin => {
        if (!(await list(admin)).includes(name)) {
          await admin.raw('CREATE DATABASE ??', [name]);
        }
      });
      return connect(name);
    },
    remove: () =>
      withServer(async admin => {
        for (const name of await list(admin)) {
          await admin.raw('DROP DATABASE ?? WITH (FORCE)', [name]);
        }
      }),
  };
}

type AdminKnex = ReturnType<typeof knexFactory>;
