import { createMockDirectory } from '@backstage/backend-test-utils';
import createKnex from 'knex';
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { acceptEvents, drainEvents, exportText } from '../__testUtils__/ingest';
import { dataset, runEvent } from '../__testUtils__/runEvent';

jest.setTimeout(60_000);

const packageName = '@understudy/plugin-lineage-backend';
const bin = resolvePackagePath(packageName, 'bin/understudy-lineage');
const run = promisify(execFile);

describe('understudy-lineage', () => {
  const directory = createMockDirectory();

  const call = async (...args: string[]) =>
    await run(process.execPath, [bin, ...args], { cwd: directory.path });

  it('exports the database that flags or the configuration name', async () => {
    mkdirSync(directory.resolve('data'));
    const filename = directory.resolve('data/lineage.sqlite');
    const knex = createKnex({
      client: 'better-sqlite3',
      connection: { filename },
      useNullAsDefault: true,
    });
    await knex.migrate.latest({
      directory: resolvePackagePath(packageName, 'migrations'),
    });
    await acceptEvents(knex, [runEvent({ inputs: [dataset('a')] })]);
    await drainEvents(knex);
    const expected = `${await exportText(knex)}\n`;
    await knex.destroy();

    const named = await call(
      ...['export', '--client', 'better-sqlite3', '--connection', filename],
    );
    expect(named).toEqual({ stdout: expected, stderr: '' });

    directory.addContent({
      'app-config.yaml':
        'backend: { database: { client: better-sqlite3, connection: { directory: data } } }',
    });
    const configured = await call('export', '--config', 'app-config.yaml');
    expect(configured).toEqual({ stdout: expected, stderr: '' });
  });

  it('says what is wrong', async () => {
    for (const [args, message] of [
      [[], /^Usage:/],
      [['import'], /^Usage:/],
      [['export', '--colour'], /--colour/],
      [['export', '--client', 'pg'], /go together/],
      [
        ['export', '--client', 'mysql', '--connection', 'x'],
        /--client is 'mysql'/,
      ],
      [
        ['export', '--client', 'better-sqlite3', '--connection', 'none.sqlite'],
        /There is no file 'none.sqlite'/,
      ],
    ] as const) {
      await expect(call(...args)).rejects.toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(message),
      });
    }
    const { stdout } = await call('--help');
    expect(stdout).toMatch(/^Usage:/);
  });
});
