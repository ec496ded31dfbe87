import {
  Contract,
  exportJsonSchema,
  exportMlflowSignature,
  LossNote,
  Port,
} from '@understudy/contracts';
import { stringify } from 'yaml';
import { CliContext, ExitCode } from '../CliContext';
import { CliError } from '../CliError';
import {
  LoadedContract,
  readContract,
  ReadOptions,
} from '../documents/readContract';

export interface ConvertOptions extends Omit<ReadOptions, 'cwd' | 'version'> {
  to: 'json-schema' | 'mlflow' | 'contract';
  contractVersion?: string;
  /** The port to write as JSON Schema; needed where there are several. */
  port?: string;
}

/** Writes a document in another format; what is lost is said beside it. */
export async function convert(
  path: string,
  options: ConvertOptions,
  { cwd, out, err }: CliContext,
): Promise<ExitCode> {
  const loaded = await readContract(path, {
    ...options,
    version: options.contractVersion,
    cwd,
  });
  sayLost(path, loaded.lossy, err);
  const { text, lossy } = write(loaded, options);
  sayLost(options.to, lossy, err);
  out(text);
  return 0;
}

function write(
  { path, contract }: LoadedContract,
  { to, port }: ConvertOptions,
): { text: string; lossy: LossNote[] } {
  switch (to) {
    case 'contract':
      return { text: stringify(contract), lossy: [] };
    case 'mlflow': {
      const { signature, lossy } = exportMlflowSignature(contract);
      return { text: stringify({ signature }), lossy };
    }
    default: {
      const { schema, lossy } = exportJsonSchema(
        choosePort(path, contract, port),
      );
      return { text: `${JSON.stringify(schema, null, 2)}\n`, lossy };
    }
  }
}

function choosePort(
  path: string,
  { spec: { ports } }: Contract,
  name: string | undefined,
): Port {
  const chosen = ports.filter(port => name === undefined || port.name === name);
  if (chosen.length !== 1) {
    const names = ports.map(port => port.name).join(', ');
    throw new CliError(
      name === undefined
        ? `${path} has ${ports.length} ports, and a JSON Schema is of one. Name it with --port: ${names}.`
        : `${path} has no port ${JSON.stringify(name)}, but: ${names}.`,
    );
  }
  return chosen[0];
}

function sayLost(
  what: string,
  lossy: readonly LossNote[],
  err: (text: string) => void,
): void {
  for (const { pointer, code, message } of lossy) {
    err(`${what}: ${pointer === '' ? '/' : pointer}: ${message} (${code})\n`);
  }
}
