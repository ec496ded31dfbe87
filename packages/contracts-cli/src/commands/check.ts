import {
  checkCompatibility,
  CheckCompatibilityOptions,
  CompatibilityReport,
  PolicyOptions,
} from '@understudy/contracts';
import { lt, satisfies } from 'semver';
import { CliContext, ExitCode } from '../CliContext';
import { CliError } from '../CliError';
import {
  LoadedContract,
  readContract,
  ReadOptions,
} from '../documents/readContract';
import { placeFinding, placeNotes, Section } from '../output/Section';
import { sectionsExitCode } from '../output/sectionsExitCode';
import { OutputOptions, writeSections } from '../output/writeSections';
import { sha256 } from '../sha256';
import { grow } from './bump';
import { consumerSections, readConsumers } from './consumerSections';
import { JudgeOptions } from './JudgeOptions';
import { lintSection } from './lint';
import { loadHistory, lossAdvice, numberForeign } from './loadContracts';
import { idleWaivers, readConventions, readWaivers } from './readPolicy';

export interface CheckOptions
  extends OutputOptions, JudgeOptions, Omit<ReadOptions, 'cwd'> {
  against?: string[];
  consumer?: string[];
  waivers?: string;
  conventions?: string;
  allowUnverifiable?: boolean;
}

/** Judges a contract against the versions before it, its consumers and the conventions. */
export async function check(
  path: string,
  options: CheckOptions,
  context: CliContext,
): Promise<ExitCode> {
  const { cwd } = context;
  const today = options.today ?? context.today;
  const reading = { ...options, cwd };
  const loaded = await readContract(path, reading);
  const before = await loadHistory(options.against ?? [], reading);
  before.forEach(older => refuseOtherSubject(older, loaded));
  const waivers =
    options.waivers === undefined
      ? []
      : await readWaivers(cwd, options.waivers, today);
  const policy: PolicyOptions = {
    profile: options.profile,
    environment: options.environment,
    today,
    waivers,
  };
  const consumers = await readConsumers(options.consumer ?? [], loaded, cwd);
  const sections: Section[] = [];
  if (before.length > 0) {
    const { history, next, versioned } = numberForeign(before, loaded);
    sections.push(
      compatibilitySection(next, history, versioned, {
        ...policy,
        mode: options.mode,
        versionsInUse: versionsInUse(history, consumers),
      }),
    );
  }
  sections.push(...consumerSections(loaded, consumers, policy));
  if (options.conventions !== undefined || sections.length === 0) {
    const conventions =
      options.conventions === undefined
        ? undefined
        : await readConventions(cwd, options.conventions);
    sections.push(lintSection(loaded, conventions, options.conventions));
  }
  const notes = placeNotes([loaded, ...before]);
  writeSections('check', sections, notes, options, context);
  if (options.waivers !== undefined) {
    const findings = sections.flatMap(section =>
      section.findings.map(({ finding }) => finding),
    );
    idleWaivers(options.waivers, waivers, findings).forEach(context.err);
  }
  return sectionsExitCode(sections, options.allowUnverifiable ?? false);
}

function compatibilitySection(
  next: LoadedContract,
  history: readonly LoadedContract[],
  versioned: boolean,
  options: Omit<CheckCompatibilityOptions, 'next' | 'history' | 'digest'>,
): Section {
  const report = checkCompatibility({
    ...options,
    next: next.contract,
    history: history.map(({ contract }) => contract),
    digest: sha256,
  });
  const olderOf = (version: string | undefined) =>
    history.find(({ contract }) => contract.metadata.version === version) ??
    history[history.length - 1];
  const checked = report.checkedAgainst.map(({ version }) =>
    versioned ? version : olderOf(version).path,
  );
  const { name, version } = next.contract.metadata;
  return {
    title: `${versioned ? `${name} ${version}` : next.path} against ${
      checked.join(', ') || 'no version that is supported'
    }`,
    verdict: report.verdict,
    findings: report.findings.map(finding =>
      placeFinding(
        versioned ? finding : { ...finding, against: undefined },
        next,
        olderOf(finding.against),
      ),
    ),
    advice: [
      orderAdvice(report),
      ...(versioned ? versionAdvice(report, history) : []),
      ...lossAdvice([...history, next]),
    ],
    report,
  };
}

function orderAdvice({ first }: CompatibilityReport): string {
  switch (first) {
    case 'provider':
      return 'Upgrade order: the provider first, then its consumers.';
    case 'consumers':
      return 'Upgrade order: consumers first, then the provider.';
    case 'any':
      return 'Upgrade order: any.';
    default:
      return 'Upgrade order: there is none. Serve both versions until all consumers have moved.';
  }
}

function versionAdvice(
  report: CompatibilityReport,
  history: readonly LoadedContract[],
): string[] {
  const versions = history.map(({ contract }) => contract.metadata.version);
  const checked = report.checkedAgainst.map(({ version }) => version);
  const left = versions.filter(version => !checked.includes(version));
  const [lowest] = versions;
  return [
    ...bumpAdvice(report),
    ...(lt(report.to, lowest)
      ? [
          `Version: ${report.to} goes back; the lowest version before it is ${lowest}.`,
        ]
      : []),
    ...(left.length > 0
      ? [
          `Not judged against ${left.join(
            ', ',
          )}: retired, newer, or not asked for by the mode or the supported versions.`,
        ]
      : []),
  ];
}

function bumpAdvice(report: CompatibilityReport): string[] {
  const { requiredBump, declaredBump, from } = report;
  return from === undefined
    ? []
    : [
        `Version: the change asks for ${
          requiredBump === 'none' ? 'no bump' : `a ${requiredBump} bump`
        }, ${grow(from, requiredBump)} or later; declared is ${declaredBump}.`,
      ];
}

/** What is of another subject is no version before, whatever its number. */
function refuseOtherSubject(older: LoadedContract, next: LoadedContract) {
  const [before, after] = [older, next].map(
    ({ contract }) => contract.spec.subject,
  );
  if (
    older.format === 'contract' &&
    next.format === 'contract' &&
    before !== after
  ) {
    throw new CliError(
      `${older.path} is a contract of ${before}, and ${next.path} is one of ${after}.`,
    );
  }
}

/** Versions that a consumer still takes have to stay supported. */
function versionsInUse(
  history: readonly LoadedContract[],
  consumers: readonly LoadedContract[],
): string[] {
  const ranges = consumers.map(
    ({ contract }) => contract.spec.provider?.range ?? '*',
  );
  return history
    .map(({ contract }) => contract.metadata.version)
    .filter(version => ranges.some(range => satisfies(version, range)));
}
