import createKnex, { Knex } from 'knex';

/** A database with all tables, made when the first copy is wanted. */
export class PostgresTemplate {
  readonly #createEmpty: () => Promise<Knex>;
  readonly #migrate: (knex: Knex) => Promise<void>;
  #made: Promise<{ name: string; server: Knex }> | undefined;

  constructor(options: {
    createEmpty: () => Promise<Knex>;
    migrate: (knex: Knex) => Promise<void>;
  }) {
    this.#createEmpty = options.createEmpty;
    this.#migrate = options.migrate;
  }

  /** @param knex - an empty database that nobody has connected to yet */
  async copyTo(knex: Knex): Promise<void> {
    this.#made ??= this.#make();
    const { name, server } = await this.#made;
    const copy = knex.client.database();
    await server.raw('DROP DATABASE ??', [copy]);
    await server.raw('CREATE DATABASE ?? TEMPLATE ??', [copy, name]);
  }

  async close(): Promise<void> {
    const made = await this.#made;
    await made?.server.destroy();
  }

  async #make(): Promise<{ name: string; server: Knex }> {
    const knex = await this.#createEmpty();
    await this.#migrate(knex);
    const { client, connection } = knex.client.config;
    const name = knex.client.database();
    // A database is not copied while anybody is connected to it.
    await knex.destroy();
    return {
      name,
      server: createKnex({
        client,
        connection: {
          ...connection,
          // knex hides it from being copied along.
          password: connection.password,
          database: 'postgres',
        },
        pool: { min: 0, max: 1 },
      }),
    };
  }
}
