import { decideVerdict, diffContracts } from '@understudy/contracts';
import { CliContext, ExitCode } from '../CliContext';
import { readContract, ReadOptions } from '../documents/readContract';
import { placeFinding, placeNotes, Section } from '../output/Section';
import { sectionsExitCode } from '../output/sectionsExitCode';
import { OutputOptions, writeSections } from '../output/writeSections';
import { JudgeOptions } from './JudgeOptions';
import { lossAdvice, numberForeign } from './loadContracts';

export interface DiffOptions
  extends OutputOptions, JudgeOptions, Omit<ReadOptions, 'cwd'> {
  allowUnverifiable?: boolean;
}

/** Lists every change between two contracts, harmless ones too. */
export async function diff(
  oldPath: string,
  newPath: string,
  options: DiffOptions,
  context: CliContext,
): Promise<ExitCode> {
  const reading = { ...options, cwd: context.cwd };
  const {
    history: [from],
    next,
    versioned,
  } = numberForeign(
    [await readContract(oldPath, reading)],
    await readContract(newPath, reading),
  );
  const findings = diffContracts(from.contract, next.contract, {
    mode: options.mode,
    profile: options.profile,
    environment: options.environment,
    today: options.today ?? context.today,
  });
  const section: Section = {
    title: versioned
      ? `${next.contract.metadata.name} ${from.contract.metadata.version} → ${next.contract.metadata.version}`
      : `${oldPath} → ${newPath}`,
    verdict: decideVerdict(findings),
    findings: findings.map(finding => placeFinding(finding, next, from)),
    advice: [
      ...(findings.length === 0 ? ['Nothing changed.'] : []),
      ...lossAdvice([from, next]),
    ],
  };
  writeSections(
    'diff',
    [section],
    placeNotes([from, next]),
    { ...options, all: true },
    context,
  );
  return sectionsExitCode([section], options.allowUnverifiable ?? false);
}
