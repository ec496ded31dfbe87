import { Contract, LossNote, validateContract } from '@understudy/contracts';
import { CliError } from '../CliError';
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
}

/** A contract with the file that it came from. */
export interface LoadedContract {
  path: string;
  format: Format;
  contract: Contract;
  /** What the import of a foreign format left out. */
  lossy: LossNote[];
  /** The place of a pointer into the contract; of foreign formats the start of what it was made from. */
  locate(pointer: string): SourcePlace;
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
    return {
      ...{ path, format, contract, lossy },
      locate: pointer =>
        source.locate(foreignPointer(format, contract, source.value, pointer)),
    };
  }
  const { contract, problems } = validateContract(source.value);
  if (!contract) {
    const lines = problems.slice(0, MAX_PROBLEMS).map(problem => {
      const { line, column } = source.locate(problem.pointer);
      const place = problem.pointer === '' ? '' : ` ${problem.pointer}:`;
      return `${path}:${line}:${column}${place} ${problem.message}`;
    });
    const more = problems.length - lines.length;
    throw new CliError(
      [...lines, ...(more > 0 ? [`... and ${more} more`] : [])].join('\n'),
    );
  }
  return {
    ...{ path, format, contract, lossy: [] },
    locate: pointer => source.locate(pointer),
  };
}
