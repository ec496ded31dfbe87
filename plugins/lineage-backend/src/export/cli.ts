import { InputError, isError } from '@backstage/errors';
import { stdout } from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { exportCanonical } from './exportCanonical';
import { openDatabase } from './openDatabase';

const USAGE = `Usage: understudy-lineage export [options]

Writes everything that is known about lineage to standard output, as lines of
JSON in an order that depends on nothing but the events that were sent.

  --config <file>        configuration of the portal, may be repeated;
                         default: app-config.yaml and app-config.local.yaml
  --client <client>      pg or better-sqlite3, with --connection: without configuration
  --connection <text>    connection string, or file, of the database of the plugin
  --help

Paths in the configuration are relative to the current folder, as they are for
the backend: call it from there.
`;

/**
 * The command `understudy-lineage`. Sets the exit code of the process.
 *
 * @public
 */
export async function runCli(args: string[]): Promise<void> {
  try {
    await run(args);
  } catch (error) {
    if (isError(error) && error.code === 'EPIPE') {
      // Whoever reads has enough, as with `head`.
      return;
    }
    process.stderr.write(`${isError(error) ? error.message : error}\n`);
    process.exitCode = 1;
  }
}

async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArgs(args);
  if (values.help) {
    stdout.write(USAGE);
    return;
  }
  if (positionals.join(' ') !== 'export') {
    throw new InputError(USAGE);
  }
  const { knex, close } = await openDatabase(values);
  try {
    await pipeline(Readable.from(withNewlines(exportCanonical(knex))), stdout);
  } finally {
    await close();
  }
}

async function* withNewlines(
  lines: AsyncIterable<string>,
): AsyncGenerator<string> {
  for await (const line of lines) {
    yield `${line}\n`;
  }
}

function readArgs(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        client: { type: 'string' },
        config: { type: 'string', multiple: true },
        connection: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new InputError(
      `${isError(error) ? error.message : error}\n\n${USAGE}`,
    );
  }
}
