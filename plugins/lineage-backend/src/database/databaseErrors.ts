import { isError } from '@backstage/errors';

/**
 * Whether an error says that the database does not take these values, and would
 * not take them later either.
 */
export function isRefusedByDatabase(error: unknown): boolean {
  const code = codeOf(error);
  // PostgreSQL: data exceptions, broken constraints, and limits of a program.
  return (
    /^(22|23|54)[0-9A-Z]{3}$/.test(code) ||
    /^SQLITE_(CONSTRAINT|TOOBIG|MISMATCH|RANGE)/.test(code)
  );
}

/**
 * Whether an error comes from the database itself: it is away, restarts, is
 * full or busy, or not as it should be. No value is to blame; the same may well
 * succeed later.
 */
export function isDatabaseTrouble(error: unknown): boolean {
  if (!isError(error) || isRefusedByDatabase(error)) {
    return false;
  }
  const code = codeOf(error);
  return (
    // An SQL state, SQLite's own, or what the operating system says of a socket.
    /^([0-9A-Z]{5}|SQLITE_\w+|E[A-Z]+)$/.test(code) ||
    error.name === 'KnexTimeoutError' ||
    /connection (terminated|ended|is closed|is not open)|not queryable|aborted|pool is (draining|destroyed)|unable to acquire/i.test(
      error.message,
    )
  );
}

/**
 * Whether PostgreSQL does not know a statement that was prepared, or knows another
 * one of that name: it was on another connection.
 */
export function isUnknownStatement(error: unknown): boolean {
  return ['26000', '42P05'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return isError(error) && typeof error.code === 'string' ? error.code : '';
}
