import { resolve } from 'node:path';
import { CliContext } from '../CliContext';
import { runCommand } from '../runCli';

/** Whole documents that look like real ones. */
export const fixtures = resolve(__dirname, '../__fixtures__');

/** Runs a command in this process, in the folder of the fixtures unless said. */
export async function runInProcess(
  args: readonly string[],
  context: Partial<CliContext> = {},
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runCommand(args, {
    cwd: fixtures,
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
    colour: false,
    today: '2026-11-26',
    ...context,
  });
  return { code, out, err };
}
