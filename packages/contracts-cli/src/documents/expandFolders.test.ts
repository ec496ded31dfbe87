import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtures, runInProcess } from '../__testUtils__/runInProcess';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';
import { expandFolders } from './expandFolders';

describe('expandFolders', () => {
  const folder = temporaryFolder();
  const copy = (fixture: string, name: string) =>
    folder.write(name, readFileSync(join(fixtures, fixture)));
  const next = copy('fraud-score-1.2.0.yaml', 'fraud-score.yaml');
  const older = [
    copy('fraud-score-1.0.0.yaml', 'released/a.yaml'),
    copy('fraud-score-1.1.0.yaml', 'released/b.yml'),
  ];
  const consumer = copy('disputes.yaml', 'consumers/disputes.yaml');
  folder.write('released/README.md', 'These are released.');
  folder.write('released/.hidden.yaml', 'a: b');
  folder.write('released/inside/c.yaml', 'a: b');
  folder.write('empty/README.md', 'Nothing yet.');
  const run = (...args: string[]) => runInProcess(args, { cwd: folder.path });

  it('puts files in the place of folders, and leaves files as they are', async () => {
    expect(
      await expandFolders(folder.path, ['released', next, '-', 'none.yaml']),
    ).toEqual([...older, next, '-', 'none.yaml']);
  });

  it('lets commands take folders where they take files', async () => {
    const byFiles = await run(
      ...['check', next, '--against', ...older, '--consumer', consumer],
    );
    const byFolders = await run(
      ...['check', next, '--against', 'released', '--consumer', 'consumers'],
    );
    expect(byFiles.code).toBe(1);
    expect(byFolders).toEqual(byFiles);
    expect(await run('lint', 'released')).toEqual(await run('lint', ...older));
  });

  it('refuses folders of nothing, which would pass', async () => {
    expect(await run('check', next, '--consumer', 'empty')).toEqual({
      code: 2,
      out: '',
      err: 'empty is a folder without files of .yaml, .yml, .json, .avsc.\n',
    });
  });
});
