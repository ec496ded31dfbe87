import { ContractConventions, Waiver } from '@understudy/contracts';
import { CliError } from '../CliError';
import { isRecord } from '../documents/isRecord';
import { readText } from '../documents/readText';
import { SourceDocument } from '../documents/SourceDocument';

const NEEDED = ['id', 'ruleId', 'until', 'reason'] as const;
const ALLOWED: readonly string[] = [
  ...NEEDED,
  ...['port', 'pointer', 'consumer', 'approvedBy'],
];

/** Reads a list of waivers, or `waivers` of an object. */
export async function readWaivers(
  cwd: string,
  path: string,
): Promise<Waiver[]> {
  const { value } = SourceDocument.parse(path, await readText(cwd, path));
  const list = isRecord(value) ? value.waivers : value;
  if (!Array.isArray(list)) {
    throw new CliError(`${path}: waivers are a list.`);
  }
  return list.map((item, index) => {
    if (!isWaiver(item)) {
      throw new CliError(
        `${path}: waiver ${index} has to have ${NEEDED.join(
          ', ',
        )}, and may have ${ALLOWED.slice(NEEDED.length).join(
          ', ',
        )}, all as text.`,
      );
    }
    return item;
  });
}

function isWaiver(value: unknown): value is Waiver {
  return (
    isRecord(value) &&
    NEEDED.every(key => typeof value[key] === 'string') &&
    Object.entries(value).every(
      ([key, item]) => ALLOWED.includes(key) && typeof item === 'string',
    )
  );
}

/** Reads the conventions of an organisation; the engine looks at what is in them. */
export async function readConventions(
  cwd: string,
  path: string,
): Promise<ContractConventions> {
  const { value } = SourceDocument.parse(path, await readText(cwd, path));
  if (!isRecord(value)) {
    throw new CliError(`${path}: conventions are an object.`);
  }
  return value;
}
