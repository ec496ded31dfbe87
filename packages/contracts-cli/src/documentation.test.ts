import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fixtures, runInProcess } from './__testUtils__/runInProcess';
import { temporaryFolder } from './__testUtils__/temporaryFolder';

const root = resolve(__dirname, '../../..');
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

describe('the documentation', () => {
  const folder = temporaryFolder();
  const copy = (fixture: string, name: string, version?: string) => {
    const text = read(fixtures, fixture);
    return folder.write(
      name,
      version ? text.replace(/version: .*/, `version: ${version}`) : text,
    );
  };
  const released = ['1.0.0', '1.1.0'].map(version =>
    copy(`fraud-score-${version}.yaml`, `released/${version}.yaml`),
  );
  const consumers = [copy('disputes.yaml', 'consumers/disputes.yaml')];
  const run = (args: string[]) => runInProcess(args, { cwd: folder.path });

  it('shows in the README what is printed', async () => {
    copy('fraud-score-1.2.0.yaml', 'fraud-score.yaml');
    const [, command, printed] =
      /\$ npx @understudy\/contracts-cli (.*)\n([^`]*)```/.exec(
        read(root, 'packages/contracts-cli/README.md'),
      ) ?? [];
    expect(command).toBe(
      'check fraud-score.yaml --against released/*.yaml --consumer consumers/*.yaml',
    );
    const { out } = await run([
      ...['check', 'fraud-score.yaml', '--against', ...released],
      ...['--consumer', ...consumers],
    ]);
    expect(out).toBe(printed);
    const engine = read(root, 'packages/contracts/README.md');
    for (const [, message] of out.matchAll(/✗ (.*)\n/g)) {
      expect(engine).toContain(`'${message}'`);
    }
  });

  it('shows in the guide a waiver that is enough', async () => {
    copy('fraud-score-1.2.0.yaml', 'next.yaml', '2.0.0');
    const [, waivers] =
      /```yaml\n# contracts\/waivers\.yaml.*\n([^`]*)```/.exec(
        read(root, 'docs/guides/check-contracts-in-ci.md'),
      ) ?? [];
    folder.write('waivers.yaml', waivers);
    const args = [
      ...['check', 'next.yaml', '--against', ...released],
      ...['--consumer', ...consumers],
    ];
    expect((await run(args)).code).toBe(1);
    expect(await run([...args, '--waivers', 'waivers.yaml'])).toMatchObject({
      code: 0,
      err: '',
    });
  });
});
