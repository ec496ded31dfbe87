import {
  ContractConventions,
  decideVerdict,
  lintContract,
} from '@understudy/contracts';
import { CliContext, ExitCode } from '../CliContext';
import { CliError } from '../CliError';
import { Format } from '../documents/detectFormat';
import { expandFolders } from '../documents/expandFolders';
import { LoadedContract, readContract } from '../documents/readContract';
import { placeFinding, placeNotes, Section } from '../output/Section';
import { sectionsExitCode } from '../output/sectionsExitCode';
import { OutputOptions, writeSections } from '../output/writeSections';
import { lossAdvice } from './loadContracts';
import { readConventions } from './readPolicy';

export interface LintOptions extends OutputOptions {
  conventions?: string;
  format?: Format | 'auto';
  strict?: boolean;
}

/** Checks that files are contracts, and holds them against conventions. */
export async function lint(
  paths: readonly string[],
  options: LintOptions,
  context: CliContext,
): Promise<ExitCode> {
  const { cwd } = context;
  const conventions =
    options.conventions === undefined
      ? undefined
      : await readConventions(cwd, options.conventions);
  const { format, strict } = options;
  const documents: LoadedContract[] = [];
  for (const path of await expandFolders(cwd, paths)) {
    documents.push(await readContract(path, { cwd, format, strict }));
  }
  const sections = documents.map(loaded =>
    lintSection(loaded, conventions, options.conventions),
  );
  writeSections('lint', sections, placeNotes(documents), options, context);
  return sectionsExitCode(sections, true);
}

/** What the conventions say of one contract; without any, that it is a contract is all there is to say. */
export function lintSection(
  loaded: LoadedContract,
  conventions: ContractConventions | undefined,
  conventionsPath = 'conventions',
): Section {
  const findings = conventions
    ? runLint(loaded, conventions, conventionsPath)
    : [];
  const { name, version } = loaded.contract.metadata;
  return {
    title: `${name} ${version} ${
      conventions ? 'by the conventions' : 'by its form alone'
    }`,
    verdict: decideVerdict(findings),
    findings: findings.map(finding => placeFinding(finding, loaded, undefined)),
    advice: lossAdvice([loaded]),
  };
}

function runLint(
  { contract }: LoadedContract,
  conventions: ContractConventions,
  path: string,
) {
  try {
    return lintContract(contract, conventions);
  } catch (error) {
    // A pattern that is none: the conventions are at fault, not the contract.
    throw new CliError(
      `${path}: ${error instanceof Error ? error.message : error}`,
    );
  }
}
