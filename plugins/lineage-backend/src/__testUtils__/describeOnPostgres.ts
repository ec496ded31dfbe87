import { databases } from './migratedDatabase';

const hasPostgres = databases.eachSupportedId().flat().includes('POSTGRES_15');

/** Tests of what only PostgreSQL does. Where there is none, the name of what is skipped says what is missing. */
export function describeOnPostgres(name: string, tests: () => void): void {
  const [run, title] = hasPostgres
    ? [describe, name]
    : [
        describe.skip,
        `${name}: needs BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING`,
      ];
  run(title, tests);
}
