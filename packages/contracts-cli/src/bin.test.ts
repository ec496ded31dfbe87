import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { fixtures } from './__testUtils__/runInProcess';

jest.setTimeout(60_000);

const run = promisify(execFile);
const bin = resolve(__dirname, '../bin/understudy-contracts');
const call = async (...args: string[]) =>
  await run(process.execPath, [bin, ...args], { cwd: fixtures });

describe('bin/understudy-contracts', () => {
  it('tells the shell what it found', async () => {
    const fine = await call(
      ...['check', 'fraud-score-1.1.0.yaml', '--against'],
      ...['fraud-score-1.0.0.yaml', '--output', 'json'],
    );
    expect(JSON.parse(fine.stdout)).toMatchObject({
      command: 'check',
      sections: [{ verdict: 'compatible' }],
    });
    // A pipe is no terminal.
    expect(fine.stdout).not.toContain('\u001b');

    await expect(
      call(
        ...['check', 'fraud-score-1.2.0.yaml', '--against'],
        ...['fraud-score-1.1.0.yaml', '--output', 'sarif'],
      ),
    ).rejects.toMatchObject({
      code: 1,
      stderr: '',
      stdout: expect.stringMatching(/^\{\n {2}"\$schema": .*sarif-2\.1\.0/),
    });
    await expect(call('check', 'none.yaml')).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('none.yaml cannot be read'),
    });
  });

  it('reads standard input', async () => {
    const child = execFile(
      process.execPath,
      [bin, 'check', '-', '--against', 'fraud-score-1.0.0.yaml'],
      { cwd: fixtures },
    );
    const text = readFileSync(join(fixtures, 'fraud-score-1.2.0.yaml'), 'utf8');
    child.stdin?.end(text);
    let printed = '';
    child.stdout?.on('data', chunk => {
      printed += chunk;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(printed).toContain(
      'Field removed (FIELD_REMOVED) in outputs, against 1.0.0 - -:',
    );
  });

  it('goes on when nobody reads what it prints', async () => {
    const child = execFile(
      process.execPath,
      [bin, 'check', 'fraud-score-1.2.0.yaml', '--output', 'json'],
      { cwd: fixtures },
    );
    child.stdout?.destroy();
    let error = '';
    child.stderr?.on('data', chunk => {
      error += chunk;
    });
    const [code] = await once(child, 'exit');
    expect({ code, error }).toEqual({ code: 0, error: '' });
  });
});
