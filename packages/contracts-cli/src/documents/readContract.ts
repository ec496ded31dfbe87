import {
  Contract,
  ContractProblem,
  LossNote,
  validateContract,
} from '@understudy/contracts';
import { CliError } from '../CliError';
import { checkOdcs } from './checkOdcs';
import { detectFormat, Format, formats } from './detectFormat';
import { foreignPointer } from './foreignPointer';
import { importDocument, ImportOptions } from './importDocument';
import { readText } from './readText';
import { SourceDocument, SourcePlace } from './SourceDocument';

const MAX_PROBLEMS = 20;

/** How files are read. */
export interface ReadOptions extends ImportOptions {
  cwd: string;
  /** `auto` unless said. */
  format?: Format | 'auto';
  /** A document that breaks the standard which it names is refused, and not read with notes. */
  strict?: boolean;
}

/** A contract with the file that it came from. */
export interface LoadedContract {
  path: string;
  format: Format;
  contract: Contract;
  /** What the import of a foreign format left out. */
  lossy: LossNote[];
  /** Where a document breaks the standard which it names. */
  broken: LossNote[];
  /** The place of a pointer into the contract; of foreign formats the start of what it was made from. */
  locate(pointer: string): SourcePlace;
  /** The place of a pointer into the document itself. */
  locateSource(pointer: string): SourcePlace;
}

/** Reads a contract, or a document in a foreign format as a contract. */
export async function readContract(
  path: string,
  options: ReadOptions,
): Promise<LoadedContract> {
  const source = SourceDocument.parse(path, await readText(options.cwd, path));
  const format =
    options.format === undefined || options.format === 'auto'
      ? detectFormat(source.value, path)
      : options.format;
  if (format === undefined) {
    throw new CliError(
      `${path}: the format cannot be told from what is in it. Name it with --format: ${formats.join(
        ', ',
      )}.`,
    );
  }
  if (format !== 'contract') {
    const { contract, lossy } = importDocument(source, format, options);
    const broken = format === 'odcs' ? checkOdcs(source.value) : [];
    if (options.strict && broken.length > 0) {
      throw new CliError(listProblems(source, broken));
    }
    return {
      ...{ path, format, contract, lossy, broken },
      locate: pointer =>
        source.locate(foreignPointer(format, contract, source.value, pointer)),
      locateSource: pointer => source.locate(pointer),
    };
  }
  const { contract, problems } = validateContract(source.value);
  if (!contract) {
    throw new CliError(listProblems(source, problems));
  }
  const locate = (pointer: string) => source.locate(pointer);
  return {
    ...{ path, format, contract, lossy: [], broken: [] },
    ...{ locate, locateSource: locate },
  };
}

/** A line for each problem of a document, with the place in its text. */
function listProblems(
  source: SourceDocument,
  problems: readonly ContractProblem[],
): string {
  const lines = problems.slice(0, MAX_PROBLEMS).map(problem => {
    const { line, column } = source.locate(problem.pointer);
    const place = problem.pointer === '' ? '' : ` ${problem.pointer}:`;
    return `${source.path}:${line}:${column}${place} ${problem.message}`;
  });
  const more = problems.length - lines.length;
  return [...lines, ...(more > 0 ? [`... and ${more} more`] : [])].join('\n');
}
