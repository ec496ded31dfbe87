import { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigSources } from '@backstage/config-loader';
import { InputError, NotFoundError } from '@backstage/errors';
import createKnex, { Knex } from 'knex';
import { existsSync } from 'node:fs';

const CLIENTS = ['pg', 'better-sqlite3'];

/** A database, and how to let go of it. */
export interface OpenDatabase {
  knex: Knex;
  close: () => Promise<void>;
}

/** The database of the plugin, as flags or the configuration of the portal say. */
export async function openDatabase(options: {
  client?: string;
  connection?: string;
  config?: string[];
}): Promise<OpenDatabase> {
  const { client, connection, config } = options;
  if ((client === undefined) !== (connection === undefined)) {
    throw new InputError('--client and --connection go together');
  }
  const opened =
    client === undefined || connection === undefined
      ? await openConfigured(config ?? [])
      : openNamed(client, connection);
  if (!(await opened.knex.schema.hasTable('drain'))) {
    await opened.close();
    throw new NotFoundError('The database has no lineage in it');
  }
  return opened;
}

function openNamed(client: string, connection: string): OpenDatabase {
  if (!CLIENTS.includes(client)) {
    throw new InputError(
      `--client is '${client}': expected ${CLIENTS.join(' or ')}`,
    );
  }
  const isFile = client !== 'pg';
  if (isFile && !existsSync(connection)) {
    throw new NotFoundError(`There is no file '${connection}'`);
  }
  const knex = createKnex({
    client,
    connection: isFile
      ? { filename: connection, options: { readonly: true } }
      : connection,
    useNullAsDefault: isFile,
  });
  return { knex, close: () => knex.destroy() };
}

/** Standard output is for the export; what goes wrong is thrown. */
const silent: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

/** In the way the backend itself finds it. */
async function openConfigured(files: string[]): Promise<OpenDatabase> {
  const config = await ConfigSources.toConfig(
    ConfigSources.default({
      argv: files.flatMap(file => ['--config', file]),
      watch: false,
    }),
  );
  // Of the portal that the plugin is installed in.
  const { DatabaseManager } =
    await import('@backstage/backend-defaults/database');
  const shutdownHooks: (() => void | Promise<void>)[] = [];
  const lifecycle = {
    addStartupHook: () => {},
    addBeforeShutdownHook: () => {},
    addShutdownHook: (hook: () => void | Promise<void>) => {
      shutdownHooks.push(hook);
    },
  };
  const knex = await DatabaseManager.fromConfig(config, {
    rootLifecycle: lifecycle,
  })
    .forPlugin('lineage', { logger: silent, lifecycle })
    .getClient();
  return {
    knex,
    close: async () => {
      for (const hook of shutdownHooks) {
        await hook();
      }
      await knex.destroy();
      config.close();
    },
  };
}
