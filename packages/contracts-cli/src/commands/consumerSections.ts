import { checkConsumers, PolicyOptions } from '@understudy/contracts';
import { CliError } from '../CliError';
import { expandFolders } from '../documents/expandFolders';
import { LoadedContract, readContract } from '../documents/readContract';
import { placeFinding, Section } from '../output/Section';

/** Reads the contracts of consumers, which have to be with that provider. */
export async function readConsumers(
  paths: readonly string[],
  provider: LoadedContract,
  cwd: string,
): Promise<LoadedContract[]> {
  const consumers: LoadedContract[] = [];
  for (const path of await expandFolders(cwd, paths)) {
    consumers.push(await readConsumer(path, provider, cwd));
  }
  return consumers;
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

/** What the provider means to each of them. */
export function consumerSections(
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
