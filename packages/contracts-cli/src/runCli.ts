import { ContractFormatError } from '@understudy/contracts';
import { CommanderError } from 'commander';
import { CliContext, ExitCode } from './CliContext';
import { CliError } from './CliError';
import { createProgram } from './createProgram';

/**
 * The command `understudy-contracts`. Sets the exit code of the process: 0 for
 * compatible, 1 for what breaks or could not be verified, 2 for wrong usage and
 * files that cannot be read as contracts.
 *
 * @public
 */
export async function runCli(args: string[]): Promise<void> {
  const { stdout, stderr, env } = process;
  stdout.on('error', error => {
    // Whoever reads has enough, as with `head`.
    if ((error as { code?: string }).code !== 'EPIPE') {
      throw error;
    }
  });
  process.exitCode = await runCommand(args, {
    cwd: process.cwd(),
    out: text => stdout.write(text),
    err: text => stderr.write(text),
    colour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
    today: new Date().toISOString().slice(0, 10),
  });
}

/** Runs one command; all that goes wrong becomes a message and an exit code. */
export async function runCommand(
  args: readonly string[],
  context: CliContext,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(context, code => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      // It has said what is wrong, or printed the help that was asked for.
      return error.exitCode === 0 ? 0 : 2;
    }
    if (error instanceof CliError || error instanceof ContractFormatError) {
      context.err(`${error.message}\n`);
      return 2;
    }
    if (error instanceof RangeError && /call stack/.test(error.message)) {
      context.err('A document is nested too deeply to be a contract.\n');
      return 2;
    }
    // A defect of ours: nothing was judged, so it must not look like a verdict.
    context.err(`${(error instanceof Error && error.stack) || error}\n`);
    return 2;
  }
}
