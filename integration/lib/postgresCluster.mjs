import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../scripts/portal/freePort.mjs';

const PASSWORD = 'postgres';

/**
 * Where the programs of a PostgreSQL server are, or why there are none.
 *
 * @returns {{ bin: string } | { missing: string }}
 */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const [newest] = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .filter(Number.isFinite)
        .sort((a, b) => b - a)
    : [];
  return newest === undefined
    ? { missing: 'there is no PostgreSQL server below /usr/lib/postgresql' }
    : { bin: path.join(debian, String(newest), 'bin') };
}

/**
 * Starts a PostgreSQL server of its own in a temporary folder, which can be
 * stopped and started again without harm to anybody else.
 *
 * @param {{ bin: string }} options
 */
export async function startPostgres({ bin }) {
  const directory = mkdtempSync(path.join(tmpdir(), 'understudy-postgres-'));
  const data = path.join(directory, 'data');
  const port = await freePort();
  // PostgreSQL refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    execFileSync('chown', ['postgres', directory]);
  }
  /** @param {string} program @param {string[]} args */
  const run = (program, args) => {
    const command = [path.join(bin, program), ...args];
    const [file, ...rest] = isRoot
      ? ['runuser', '-u', 'postgres', '--', ...command]
      : command;
    return execFileSync(file, rest, {
      encoding: 'utf8',
      cwd: directory,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  };
  const options = `-p ${port} -k ${directory} -c listen_addresses=127.0.0.1 -c max_connections=300`;
  const log = path.join(directory, 'log');
  const start = () =>
    run('pg_ctl', ['-D', data, '-l', log, '-w', '-o', options, 'start']);
  /** @param {'fast' | 'immediate'} mode */
  const stop = (mode = 'fast') =>
    run('pg_ctl', ['-D', data, '-w', '-m', mode, 'stop']);

  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8']);
  start();
  return {
    /** As the production configuration reads it. */
    env: {
      POSTGRES_HOST: '127.0.0.1',
      POSTGRES_PORT: String(port),
      POSTGRES_USER: 'postgres',
      POSTGRES_PASSWORD: PASSWORD,
    },
    connectionString: `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}`,
    start,
    stop,
    remove: () => {
      stop('immediate');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
