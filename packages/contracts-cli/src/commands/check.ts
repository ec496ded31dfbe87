import {
  checkCompatibility,
  checkConsumers,
  CompatibilityMode,
  CompatibilityProfile,
  CompatibilityReport,
  PolicyOptions,
} from '@understudy/contracts';
import { CliContext, ExitCode } from '../CliContext';
import { CliError } from '../CliError';
import {
  LoadedContract,
  readContract,
  ReadOptions,
} from '../documents/readContract';
import { placeFinding, Section } from '../output/Section';
import { sectionsExitCode } from '../output/sectionsExitCode';
import { OutputOptions, writeSections } from '../output/writeSections';
import { sha256 } from '../sha256';
import { grow } from './bump';
import { lintSection } from './lint';
import { loadHistory, lossAdvice, numberForeign } from './loadContracts';
import { readConventions, readWaivers } from './readPolicy';

export interface CheckOptions extends OutputOptions, Omit<ReadOptions, 'cwd'> {
  against?: string[];
  consumer?: string[];
  mode?: CompatibilityMode;
  profile?: CompatibilityProfile;
  waivers?: string;
  conventions?: string;
  environment?: string;
  allowUnverifiable?: boolean;
}

/** Judges a contract against the versions before it, its consumers and the conventions. */
export async function check(
  path: string,
  options: CheckOptions,
  context: CliContext,
): Promise<ExitCode> {
  const { cwd, today } = context;
  const reading = { ...options, cwd };
  const loaded = await readContract(path, reading);
  const before = await loadHistory(options.against ?? [], reading);
  const policy: PolicyOptions = {
    profile: options.profile,
    environment: options.environment,
    today,
    waivers:
      options.waivers === undefined
        ? []
        : await readWaivers(cwd, options.waivers),
  };
  const sections: Section[] = [];
  if (before.length > 0) {
    const { history, next, versioned } = numberForeign(before, loaded);
    sections.push(
      compatibilitySection(next, history, versioned, options.mode, policy),
    );
  }
  const consumers: LoadedContract[] = [];
  for (const consumer of options.consumer ?? []) {
    consumers.push(await readConsumer(consumer, loaded, cwd));
  }
  sections.push(...consumerSections(loaded, consumers, policy));
  if (options.conventions !== undefined || sections.length === 0) {
    const conventions =
      options.conventions === undefined
        ? {}
        : await readConventions(cwd, options.conventions);
    sections.push(lintSection(loaded, conventions, options.conventions));
  }
  writeSections('check', sections, options, context);
  return sectionsExitCode(sections, options.allowUnverifiable ?? false);
}

function compatibilitySection(
  next: LoadedContract,
  history: readonly LoadedContract[],
  versioned: boolean,
  mode: CompatibilityMode | undefined,
  policy: PolicyOptions,
): Section {
  const report = checkCompatibility({
    ...policy,
    next: next.contract,
    history: history.map(({ contract }) => contract),
    mode,
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
    title: `${
      versioned ? `${name} ${version}` : next.path
    } against ${checked.join(', ')}`,
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
      ...(versioned ? bumpAdvice(report) : []),
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

async function readConsumer(
  path: string,
  provider: LoadedContract,
  cwd: string,
): Promise<LoadedContract> {
  const loaded = await readContract(path, { cwd, format: 'contract' });
  const { spec } = loaded.contract;
  if (spec.role !== 'consumer' || !spec.provider) {
    throw new CliError(
      `${path} is not the contract of a consumer: its spec.role is ${spec.role}.`,
    );
  }
  if (
    provider.format === 'contract' &&
    spec.provider.subject !== provider.contract.spec.subject
  ) {
    throw new CliError(
      `${path} is a contract with ${spec.provider.subject}, and ${provider.path} is one of ${provider.contract.spec.subject}.`,
    );
  }
  return loaded;
}

function consumerSections(
  provider: LoadedContract,
  consumers: readonly LoadedContract[],
  policy: PolicyOptions,
): Section[] {
  const reports = checkConsumers({
    ...policy,
    provider: provider.contract,
    consumers: consumers.map(({ contract }) => ({ contract })),
  });
  return reports.map((report, index) => ({
    title: `for ${report.consumer}`,
    verdict: report.verdict,
    findings: report.findings.map(finding =>
      placeFinding(finding, provider, consumers[index]),
    ),
    advice:
      report.first === 'consumers'
        ? ['Upgrade order: this consumer first, then the provider.']
        : [],
    report,
  }));
}
