import { Contract, Port } from '@understudy/contracts';
import { CliContext, ExitCode } from '../CliContext';
import { CliError } from '../CliError';
import { readContract, ReadOptions } from '../documents/readContract';
import {
  TargetFormat,
  writeDocument,
  writesOnePort,
} from '../documents/writeDocument';
import { sayLost, sayUnread } from '../output/sayLost';

export interface ConvertOptions extends Omit<ReadOptions, 'cwd' | 'version'> {
  /** Format of the file; the same as `format`, by the name that goes with `to`. */
  from?: ReadOptions['format'];
  to: TargetFormat;
  contractVersion?: string;
}

/** Writes a document in another format; what is lost is said beside it. */
export async function convert(
  path: string,
  options: ConvertOptions,
  { cwd, out, err }: CliContext,
): Promise<ExitCode> {
  const loaded = await readContract(path, {
    ...options,
    format: options.from ?? options.format,
    version: options.contractVersion,
    cwd,
  });
  sayUnread(loaded, err);
  const { to, port } = options;
  const contract = writesOnePort(to)
    ? withOnePort(path, to, loaded.contract, port)
    : loaded.contract;
  const { text, lossy } = writeDocument(contract, to);
  sayLost(to, lossy, err);
  out(text);
  return 0;
}

/** The contract with the one port that is meant. */
function withOnePort(
  path: string,
  to: TargetFormat,
  contract: Contract,
  name: string | undefined,
): Contract {
  const { ports } = contract.spec;
  const chosen: Port[] = ports.filter(
    port => name === undefined || port.name === name,
  );
  if (chosen.length !== 1) {
    if (ports.length === 0) {
      throw new CliError(
        `${path} has no ports, and ${to} is of one. Give a document that has a schema.`,
      );
    }
    const names = ports.map(port => port.name).join(', ');
    throw new CliError(
      name === undefined
        ? `${path} has ${ports.length} ports, and ${to} is of one. Name it with --port: ${names}.`
        : `${path} has no port ${JSON.stringify(name)}, but: ${names}.`,
    );
  }
  return { ...contract, spec: { ...contract.spec, ports: chosen } };
}
