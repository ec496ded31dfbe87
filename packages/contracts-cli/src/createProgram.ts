import { dayOf } from '@understudy/contracts';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { CliContext, ExitCode } from './CliContext';
import { bump } from './commands/bump';
import { check } from './commands/check';
import { convert } from './commands/convert';
import { diff } from './commands/diff';
import { lint } from './commands/lint';
import { formats } from './documents/detectFormat';
import { targetFormats } from './documents/writeDocument';
import { version } from './version';

const MODES = [
  ...['NONE', 'BACKWARD', 'FORWARD', 'FULL', 'BACKWARD_TRANSITIVE'],
  ...['FORWARD_TRANSITIVE', 'FULL_TRANSITIVE'],
];
const PROFILES = [
  ...['strict', 'default', 'avro', 'mlflow', 'oip', 'jsonschema-strict'],
  ...['jsonschema-lenient', 'sql'],
];

const EXIT_CODES = `
The exit code is 0 for compatible, 1 for what breaks or could not be verified,
and 2 for wrong usage and for files that cannot be read as what they should be.
`;

const output = () =>
  new Option('--output <form>', 'form of the result')
    .choices(['human', 'json', 'sarif'])
    .default('human');
const format = () =>
  new Option('--format <format>', 'format of the files')
    .choices(['auto', ...formats])
    .default('auto');
const direction = () =>
  new Option(
    '--direction <direction>',
    'of schemas in a foreign format: in, what consumers send, or out, what they get (default: out)',
  ).choices(['in', 'out']);
const profile = () =>
  new Option(
    '--profile <profile>',
    'rules of reading (default: what the contract or its format asks for)',
  ).choices(PROFILES);
const mode = () =>
  new Option(
    '--mode <mode>',
    'who has to be able to read whom (default: by the direction of each port)',
  ).choices(MODES);
const environment = () =>
  new Option('--environment <name>', 'the environment that is judged for');
const today = () =>
  new Option(
    '--today <date>',
    'the day to judge by, so that a run can be repeated (default: today)',
  ).argParser(readDay);
const unverifiable = () =>
  new Option('--allow-unverifiable', 'what nobody could prove is no failure');
const strict = () =>
  new Option(
    '--strict',
    'refuse documents that break the standard which they name',
  );
const conventions = () =>
  new Option('--conventions <file>', 'conventions of your organisation');

function readDay(text: string): string {
  const day = dayOf(text);
  if (day === undefined) {
    throw new InvalidArgumentError('It is no day as YYYY-MM-DD.');
  }
  return day;
}

/** The commands with their options; each tells its exit code when it is done. */
export function createProgram(
  context: CliContext,
  done: (code: ExitCode) => void,
): Command {
  const program = new Command('understudy-contracts')
    .description(
      'Checks, compares and converts the contracts of models, feature views and datasets.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: context.out, writeErr: context.err })
    .addHelpText('after', EXIT_CODES);

  program
    .command('check')
    .description('judge a contract against earlier versions and consumers')
    .argument('<contract>', 'the next version; - reads standard input')
    .option(
      '--against <files...>',
      'supported versions before it, files or folders',
    )
    .option(
      '--consumer <files...>',
      'contracts of its consumers, files or folders',
    )
    .addOption(mode())
    .addOption(profile())
    .option('--waivers <file>', 'findings that their owners consent to')
    .addOption(conventions())
    .addOption(environment())
    .addOption(today())
    .addOption(unverifiable())
    .option('--all', 'list harmless changes too')
    .addOption(format())
    .addOption(strict())
    .addOption(direction())
    .addOption(output())
    .action(async (path, options) => done(await check(path, options, context)));

  program
    .command('diff')
    .description('list every change between two contracts')
    .argument('<old>')
    .argument('<new>')
    .addOption(mode())
    .addOption(profile())
    .addOption(environment())
    .addOption(today())
    .addOption(unverifiable())
    .addOption(format())
    .addOption(strict())
    .addOption(direction())
    .addOption(output())
    .action(async (from, to, options) =>
      done(await diff(from, to, options, context)),
    );

  program
    .command('bump')
    .description('print how much the version has to grow')
    .argument('<old>')
    .argument('<new>')
    .option('--next-version', 'print the version instead')
    .addOption(mode())
    .addOption(profile())
    .addOption(environment())
    .addOption(today())
    .addOption(format())
    .addOption(strict())
    .addOption(direction())
    .action(async (from, to, options) =>
      done(await bump(from, to, options, context)),
    );

  program
    .command('convert')
    .description('write a document in another format')
    .addArgument(new Argument('<file>'))
    .addOption(
      new Option('--to <format>', 'format of the result')
        .choices(targetFormats)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--from <format>',
        'format of the file, as --format says it',
      ).choices(['auto', ...formats]),
    )
    .option(
      '--port <name>',
      'the one port to write, where the format is of one, or to read of a feature service',
    )
    .option('--name <name>', 'name of a new contract (default: of the file)')
    .option('--subject <ref>', 'entity ref of what a new contract is about')
    .option('--owner <ref>', 'entity ref of the owner of a new contract')
    .option('--contract-version <version>', 'version of a new contract')
    .addOption(format())
    .addOption(strict())
    .addOption(direction())
    .action(async (path, options) =>
      done(await convert(path, options, context)),
    );

  program
    .command('lint')
    .description('check that files are contracts, by the conventions')
    .argument('<files...>', 'files or folders')
    .addOption(conventions())
    .addOption(format())
    .addOption(strict())
    .addOption(output())
    .action(async (paths, options) =>
      done(await lint(paths, options, context)),
    );

  return program;
}
